import { resolve } from "node:path";

import { z } from "zod";

import { ReleaseFault } from "#faults";

import type { TargetOptions } from "../port.ts";

const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const duration = z
  .string()
  .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/, 'must be a duration like "20s" or "24h"')
  .transform((text) => {
    const unit = (["ms", "s", "m", "h", "d"] as const).find(
      (name) => /^[\d.]+$/.test(text.slice(0, -name.length)) && text.endsWith(name),
    );
    return Number.parseFloat(text) * unitMs[unit ?? "ms"];
  });

const schema = z.strictObject({
  /** Where the platform keeps its state, logs and exported versions. */
  directory: z.string().min(1),
  /** Public port on loopback; 0 = any, and the same again ever after. */
  port: z.number().int().min(0).max(65_535).default(0),
  /** Starts one version in its tree; listens on `PORT`. Run by the shell, with nothing of ours put into its text. */
  command: z.string().min(1),
  health: z.string().startsWith("/").default("/health"),
  /** Processes that each version runs on; from 2 on, rolling replaces them batch by batch. */
  instances: z.number().int().min(1).max(64).default(1),
  env: z.record(z.string(), z.string()).default({}),
  startTimeout: duration.prefault("20s"),
  /** How long a version that was rolled back stays up at 0 %, for investigation. */
  keepBad: duration.prefault("24h"),
});

export interface LocalSettings {
  readonly directory: string;
  readonly port: number;
  readonly command: string;
  readonly health: string;
  readonly instances: number;
  readonly env: Readonly<Record<string, string>>;
  readonly startTimeoutMs: number;
  readonly keepBadMs: number;
}

/** The settings of a `local` target; every mistake is named at once. */
export function parseLocalSettings({ environment, settings, workDirectory }: TargetOptions): LocalSettings {
  const parsed = schema.safeParse(settings);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "settings"}: ${message}`);
    throw new ReleaseFault(
      "config",
      `The settings of the local target for ${environment} are wrong:\n${mistakes.join("\n")}`,
      {
        hint: `In environments.${environment}.settings write, for example: {directory: .release-command/${environment}, port: 8080, command: "node server.js"}.`,
      },
    );
  }
  const { startTimeout, keepBad, directory, ...rest } = parsed.data;
  return { ...rest, directory: resolve(workDirectory, directory), startTimeoutMs: startTimeout, keepBadMs: keepBad };
}
