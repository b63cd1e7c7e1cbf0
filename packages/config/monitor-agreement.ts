import { when, type Problem } from "./problems.ts";
import type { Written } from "./schema.ts";

/** The monitor `proxy` reads the counters of the target `local`: with another target it would find nothing, and only in a rollout. */
export function checkMonitors({ environments }: Written, targets: readonly string[]): readonly Problem[] {
  return (["staging", "production"] as const).flatMap((name) => {
    const { target, monitor, monitorSettings } = environments[name];
    const isBlind = monitor === "proxy" && target !== "local" && monitorSettings["directory"] === undefined;
    return when(isBlind && targets.includes(target), {
      path: ["environments", name, "monitor"],
      message: `must be probe or prometheus: proxy, the default, has counters of the target local only, and this is ${target}`,
    });
  });
}
