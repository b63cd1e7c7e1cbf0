import { resolve } from "node:path";

import { z } from "zod";

import type { TargetOptions } from "../port.ts";
import { duration, parseSettings } from "../settings.ts";

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
export function parseLocalSettings(options: TargetOptions): LocalSettings {
  const example = `{directory: .release-command/${options.environment}, port: 8080, command: "node server.js"}`;
  const parsed = parseSettings({ name: "local", schema, example }, options);
  const { startTimeout, keepBad, directory, ...rest } = parsed;
  return {
    ...rest,
    directory: resolve(options.workDirectory, directory),
    startTimeoutMs: startTimeout,
    keepBadMs: keepBad,
  };
}
