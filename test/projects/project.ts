import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import { detect, loadConfig, manifestsOf, withDetection, type LoadedConfig } from "#config";
import { runGate, runSetup, type GateContext, type GateOutcome } from "#gates";

/** A fixture project in a folder of its own, as a release has it: below the clone, and nothing configured. */
export interface FixtureProject {
  readonly directory: string;
  readonly loaded: LoadedConfig;
  readonly setUp: () => Promise<void>;
  readonly gate: (gate: "unit" | "integration" | "e2e") => Promise<GateOutcome>;
  readonly context: GateContext;
  readonly remove: () => Promise<void>;
}

/** Copies the fixture, with these files changed; `undefined` deletes one. The machine's own tools run its tests. */
export async function openProject(
  name: string,
  changes: Readonly<Record<string, string | undefined>> = {},
  configuration?: string,
): Promise<FixtureProject> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), `project-${name}-`)));
  const directory = path.join(root, ".release-command", "work", "v1.0.0", "gates");
  await cp(path.join(import.meta.dirname, name), directory, { recursive: true });
  for (const [file, text] of Object.entries(changes)) {
    const place = path.join(directory, file);
    await mkdir(path.dirname(place), { recursive: true });
    if (text === undefined) await rm(place);
    else await writeFile(place, text);
  }
  const loaded = await detected(directory, configuration);
  const context = contextOf(directory, loaded);
  return {
    directory,
    loaded,
    context,
    setUp: async () => {
      const broken = await runSetup(context);
      if (broken !== undefined) throw new Error(`${broken.title}\n${broken.detail ?? ""}`);
    },
    gate: async (gate) => runGate(gate, context),
    remove: async () => rm(root, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** Lends what the set-up of one copy installed to another: it takes its time. */
export async function lend(from: FixtureProject, to: FixtureProject): Promise<void> {
  const venv = ".release-command/venv";
  const place = path.join(from.directory, venv);
  if (!existsSync(place)) return;
  await mkdir(path.join(to.directory, ".release-command"), { recursive: true });
  await symlink(place, path.join(to.directory, venv));
}

async function detected(directory: string, text: string | undefined): Promise<LoadedConfig> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)));
  const texts = new Map<string, string>();
  for (const file of manifestsOf(paths)) texts.set(file, await readFile(path.join(directory, file), "utf8"));
  const loaded = loadConfig({ text, path: "release-command.yml", targets: ["local"], monitors: ["proxy"] });
  return withDetection(loaded, detect({ paths, texts }));
}

function contextOf(directory: string, { config }: LoadedConfig): GateContext {
  return {
    settings: config.gates,
    smoke: undefined,
    development: config.environments.development,
    directory,
    sha: "0".repeat(40),
    env: process.env,
    clock: {
      now: () => performance.now(),
      sleep: async (ms, signal) => delay(Math.min(ms, 100), undefined, { signal }),
    },
    fetch,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  };
}
