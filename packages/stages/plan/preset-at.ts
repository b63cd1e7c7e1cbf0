import { existsSync } from "node:fs";
import { mkdtemp, rm, symlink, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import type { Config } from "#config";
import { ReleaseFault } from "#faults";
import { cleanEnvironment } from "#gates";
import type { Git } from "#git";
import { runShell } from "#process";

import type { Surroundings } from "../open.ts";
import { loadPreset, PresetMissingError, type LoadedPreset } from "./preset.ts";

export { loadPreset };

interface Place {
  readonly git: Pick<Git, "exportTree" | "log">;
  readonly surroundings: Pick<Surroundings, "cwd" | "env" | "signal">;
}

const setupTimeoutMs = 300_000;

/**
 * The preset of a commit, imported from a folder that holds its files and nothing uncommitted. Packages are those of the
 * clone; where it has none, `gates.setup` installs them there first. `undefined` without `changelog.preset`.
 */
export async function presetAt(
  { git, surroundings }: Place,
  { config, sha }: { readonly config: Config; readonly sha: string },
): Promise<LoadedPreset | undefined> {
  const wanted = config.changelog.preset;
  if (wanted === undefined) return undefined;
  const { cwd, env, signal } = surroundings;
  const directory = await mkdtemp(path.join(tmpdir(), "release-preset-"));
  const place = { directory, env, signal, types: await typesInUse(git, sha) };
  try {
    await git.exportTree(sha, directory);
    const [installed, packages] = [path.join(cwd, "node_modules"), path.join(directory, "node_modules")];
    const linked = existsSync(installed) && !existsSync(packages);
    if (linked) await symlink(installed, packages, "junction");
    try {
      return await loadPreset(wanted, place);
    } catch (thrown) {
      const { setup } = config.gates;
      if (!(thrown instanceof PresetMissingError) || setup === undefined) throw thrown;
      // What is installed goes beside the exported files, never into the packages of the clone.
      if (linked) await unlink(packages);
      await install(setup, place);
      return await loadPreset(wanted, place);
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function install(
  setup: string,
  { directory, env, signal }: { readonly directory: string } & Pick<Surroundings, "env" | "signal">,
): Promise<void> {
  const result = await runShell(setup, {
    cwd: directory,
    env: cleanEnvironment(env),
    inheritEnv: false,
    timeoutMs: setupTimeoutMs,
    signal,
    maxOutputBytes: 1024 * 1024,
  });
  signal.throwIfAborted();
  if (result.exitCode === 0) return;
  const why = result.timedOut ? `took longer than ${setupTimeoutMs / 60_000} min` : result.stderr.trim().slice(-500);
  throw new ReleaseFault("config", `The changelog preset is not here, and gates.setup failed: ${why}`, {
    hint: `Run it in a fresh clone: ${setup}`,
  });
}

const lookedAt = 2000;

/** What the last commits call their types: a preset has no list of them that could be read. */
export async function typesInUse(git: Pick<Git, "log">, revision: string): Promise<readonly string[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of git.log(["--format=%s", `--max-count=${lookedAt}`, "--end-of-options", revision, "--"]))
    chunks.push(chunk);
  const types = new Set<string>();
  for (const [, type = ""] of Buffer.concat(chunks)
    .toString("utf8")
    .matchAll(/^([a-z][\w-]{0,30})(?:\([^)\n]*\))?!?: /gim))
    types.add(type.toLowerCase());
  return [...types].slice(0, 200);
}
