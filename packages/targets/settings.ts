import { z } from "zod";

import { ReleaseFault } from "#faults";

import type { TargetOptions } from "./port.ts";

const unitMs = new Map([
  ["ms", 1],
  ["s", 1000],
  ["m", 60_000],
  ["h", 3_600_000],
  ["d", 86_400_000],
]);

/** `20s`, `24h`: in milliseconds. */
export const duration = z
  .string()
  .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/, 'must be a duration like "20s" or "24h"')
  .transform((text) => Number.parseFloat(text) * (unitMs.get(text.replace(/^[\d.]+/, "")) ?? Number.NaN));

/** Variables of the run that a script of the settings may see: the only way for a secret to reach it. */
export const passedNames = z.array(z.string().regex(/^[A-Za-z_]\w*$/, "must be the name of a variable")).default([]);

/** The settings of a target, checked; every mistake is named at once, and `example` shows what is right. */
export function parseSettings<T>(
  { name, schema, example }: { readonly name: string; readonly schema: z.ZodType<T>; readonly example: string },
  { environment, settings }: Pick<TargetOptions, "environment" | "settings">,
): T {
  const parsed = schema.safeParse(settings);
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "settings"}: ${message}`);
  throw new ReleaseFault(
    "config",
    `The settings of the ${name} target for ${environment} are wrong:\n${mistakes.join("\n")}`,
    {
      hint: `In environments.${environment}.settings write, for example: ${example}.`,
    },
  );
}
