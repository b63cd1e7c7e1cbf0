import { readFile, stat } from "node:fs/promises";
import path from "node:path";

import { detect, manifestsOf, wantsDetection, withDetection, type LoadedConfig } from "#config";
import { ReleaseFault } from "#faults";
import { run } from "#process";

import { configHere, type Surroundings } from "../open.ts";

/** A manifest beyond this is no manifest. */
const manifestBytesAtMost = 1_000_000;

/** The configuration of the work tree, committed or not, with what its files tell. Asks nobody but git, and changes nothing. */
export async function projectConfig({ cwd, signal }: Pick<Surroundings, "cwd" | "signal">): Promise<LoadedConfig> {
  const paths = await pathsIn(cwd, signal);
  const loaded = await configHere(cwd);
  if (!wantsDetection(loaded.written)) return loaded;
  const texts = new Map<string, string>();
  for (const file of manifestsOf(paths)) {
    const text = await textOf(path.join(cwd, file));
    if (text !== undefined) texts.set(file, text);
  }
  return withDetection(loaded, detect({ paths, texts }));
}

/** What git knows, and what it would take in. */
async function pathsIn(cwd: string, signal: AbortSignal): Promise<readonly string[]> {
  const words = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"] as const;
  const { exitCode, stdout } = await run([...words], { cwd, signal });
  if (exitCode === 0) return [...new Set(stdout.split("\0").filter((file) => file !== ""))];
  throw new ReleaseFault("input", `${cwd} is no clone of a repository`, {
    hint: "Run it in a clone, or name one. Example: release config --directory=../shop",
  });
}

async function textOf(file: string): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true || found.size > manifestBytesAtMost) return undefined;
  return readFile(file, "utf8").catch(() => undefined);
}
