import { resolve } from "node:path";

import { z } from "zod";

import type { TargetOptions } from "../port.ts";
import { duration, parseSettings, passedNames } from "../settings.ts";

const schema = z.strictObject({
  /** Your program: asked by JSON on its input, answers by JSON on its output. Run by the shell. */
  command: z.string().min(1),
  /** Where it runs, and what it may call its own. */
  directory: z.string().min(1).default("."),
  /** Can it split traffic by percentage? Without it only blue-green is possible. */
  weights: z.boolean().default(true),
  /** Commands for a person, `{version}` in them: to put all traffic on a version. */
  manual: z.array(z.string().min(1)).min(1),
  env: z.record(z.string(), z.string()).default({}),
  pass: passedNames,
  /** For `check` and `observe`, which only read. */
  readTimeout: duration.prefault("30s"),
  /** For everything that changes something. */
  timeout: duration.prefault("10m"),
  /** How long a version that was rolled back stays up at 0 %, for investigation. */
  keepBad: duration.prefault("24h"),
});

export type CommandSettings = z.output<typeof schema>;

/** The settings of a `command` target; every mistake is named at once. */
export function parseCommandSettings(options: TargetOptions): CommandSettings {
  const example = '{command: ./deploy/target.sh, pass: [KUBECONFIG], manual: ["kubectl rollout undo deployment/shop"]}';
  const settings = parseSettings({ name: "command", schema, example }, options);
  return { ...settings, directory: resolve(options.workDirectory, settings.directory) };
}
