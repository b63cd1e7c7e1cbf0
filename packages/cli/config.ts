import { defaultConfigPath, effectiveSettings, type EffectiveSetting } from "#config";
import { exitCode } from "#faults";
import { projectConfig, type Surroundings } from "#stages";

import type { Terminal } from "./run.ts";

/** Prints what is in force in the work tree, each setting with its source; needs no code host. */
export async function showConfig(
  { json }: { readonly json: boolean },
  surroundings: Surroundings,
  { print }: Pick<Terminal, "print">,
): Promise<number> {
  const loaded = await projectConfig(surroundings);
  const settings = effectiveSettings(loaded);
  const { undetected, digest } = loaded;
  if (json) {
    print(`${JSON.stringify({ path: defaultConfigPath, digest, settings, undetected }, null, 2)}\n`);
    return exitCode.ok;
  }
  const lines = settings.map((one) => `${one.key}: ${shown(one.value)}   # ${sourceOf(one)}`);
  const gaps = undetected.map(({ key, why, write }) => `${key} is not known: ${why}\n  Add: ${write}`);
  print(`${[...lines, ...gaps].join("\n")}\n`);
  return exitCode.ok;
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function sourceOf({ source, line, why }: EffectiveSetting): string {
  if (source === "file") return `${defaultConfigPath}:${line ?? 1}`;
  return source === "detected" ? `detected: ${why ?? ""}` : "default";
}
