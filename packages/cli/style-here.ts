import { readFile } from "node:fs/promises";
import path from "node:path";

import type { ChangelogStyle, defaultConfigPath } from "#config";
import { readClone } from "#git";
import type { Surroundings } from "#stages";

// Said again, and compared by the compiler: where there is no such file, nothing is loaded to read it with.
const configPath: typeof defaultConfigPath = ".github/release-command.yml";

/** How the configuration in a folder wants notes to look, committed or not; all defaults where there is none. */
export async function styleHere({
  cwd,
  env,
  signal,
}: Pick<Surroundings, "cwd" | "env" | "signal">): Promise<ChangelogStyle> {
  const text = await readFile(path.join(cwd, configPath), "utf8").catch(() => undefined);
  if (text === undefined) return {};
  const [{ changelogStyle, loadConfig }, { targetNames }, { monitorNames }] = await Promise.all([
    import("#config"),
    import("#targets"),
    import("#monitors"),
  ]);
  const { config } = loadConfig({ text, path: configPath, targets: targetNames, monitors: monitorNames });
  const { preset } = config.changelog;
  if (preset === undefined) return changelogStyle(config.changelog);
  const { loadPresets } = await import("#stages");
  const { loadPreset, typesInUse } = await loadPresets();
  const types = await typesInUse(readClone({ directory: cwd, signal }), "HEAD").catch(() => []);
  const read = await loadPreset(preset, { directory: cwd, env, signal, types });
  return changelogStyle(config.changelog, read.preset);
}
