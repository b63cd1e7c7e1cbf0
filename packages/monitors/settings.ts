import type { z } from "zod";

import { ReleaseFault } from "#faults";

/** A monitor's settings, checked; every mistake is named at once. */
export function parseSettings<T>(
  monitor: string,
  schema: z.ZodType<T>,
  settings: Readonly<Record<string, unknown>>,
  example: string,
): T {
  const parsed = schema.safeParse(settings);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "settings"}: ${message}`);
  throw new ReleaseFault("config", `The settings of the monitor "${monitor}" are wrong:\n${mistakes.join("\n")}`, {
    hint: `In monitorSettings write, for example: ${example}.`,
  });
}
