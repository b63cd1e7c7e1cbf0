import type { MetricsSettings } from "./metrics-schema.ts";
import { when, type Problem } from "./problems.ts";

/** Receivers of measures that have one name: what was sent is known by it. */
export function checkMetrics({ push }: MetricsSettings): readonly Problem[] {
  const names = push.map(({ name }) => name);
  return push.flatMap(({ name }, index) =>
    when(names.indexOf(name) !== index, {
      path: ["metrics", "push", index, "name"],
      message: `is the name of two receivers: "${name}"`,
    }),
  );
}
