import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { parseDocument } from "yaml";

import type { ReleaseRecord } from "#machine";

import type { Fault, World } from "../../packages/testbed/index.ts";
import { cloneAt, pushTo } from "../act/repositories.ts";
import { signedIn } from "../support/signed-in.ts";
import { by } from "../support/strategies.ts";

const execute = promisify(execFile);

/** A release and what people do for it. */
export interface Road {
  /** What is typed into the form. */
  readonly form: Readonly<Record<string, string>>;
  readonly release: string;
  readonly fault?: Fault;
  /** Where it leads when nobody dies. */
  readonly end: "completed" | "failed" | "rolled_back";
  /** Runs that it takes when nobody dies. */
  readonly runs: number;
  /** Before anything runs. */
  readonly prepare?: (world: World) => Promise<void>;
  /** Done by people while the release waits for them; may be asked for again. */
  readonly help?: (world: World) => Promise<void>;
}

const standard = { command: "start", type: "standard", version: "1.1.0", from: "develop", to: "main" } as const;

const rolledBack = {
  form: standard,
  release: "v1.1.0",
  fault: "production-errors",
  end: "rolled_back",
  runs: 1,
} as const;

export const roads = {
  happy: { form: standard, release: "v1.1.0", end: "completed", runs: 1 },
  rollback: rolledBack,
  "blue-green": { form: standard, release: "v1.1.0", end: "completed", runs: 1, ...by("blue-green") },
  "blue-green-back": { ...rolledBack, ...by("blue-green") },
  rolling: { form: standard, release: "v1.1.0", end: "completed", runs: 1, ...by("rolling") },
  "rolling-back": { ...rolledBack, ...by("rolling") },
  staging: { form: standard, release: "v1.1.0", end: "failed", runs: 1, prepare: breakInStaging },
  hotfix: {
    form: { command: "start", type: "hotfix", version: "1.0.1", from: "v1.0.0", to: "main" },
    release: "v1.0.1",
    end: "completed",
    runs: 2,
    help: async (world) => pushFix(world, "hotfix/1.0.1"),
  },
  // Its gate walks the critical journeys, so all of them are walked after 100 %.
  validation: {
    form: { command: "start", type: "hotfix", version: "1.0.2", from: "v1.0.1", to: "main" },
    release: "v1.0.2",
    end: "completed",
    runs: 2,
    prepare: narrowJourneys,
    help: async (world) => pushFix(world, "hotfix/1.0.2"),
  },
} as const satisfies Readonly<Record<string, Road>>;

export type RoadName = keyof typeof roads;

const config = ".github/release-command.yml";

/** The version that answers wrongly where it is told that it runs in staging. */
async function breakInStaging(world: World): Promise<void> {
  const read = async (file: string) => readFile(path.join(world.repositoryDirectory, file), "utf8");
  const settings = parseDocument(await read(config));
  settings.setIn(["environments", "staging", "settings", "env"], { STAGE: "staging" });
  const server = (await read("server.js")).replace(
    'status: "ok"',
    'status: process.env["STAGE"] === "staging" ? "fine" : "ok"',
  );
  await pushTo(world, {
    branch: "develop",
    message: "feat: say how it is in staging",
    files: { "server.js": server, [config]: settings.toString({ lineWidth: 0 }) },
    cwd: path.join(world.directory, "clones", "in-staging"),
  });
}

/** A version, tagged by hand, whose hotfixes walk some journeys only. */
export async function narrowJourneys(world: World): Promise<void> {
  const cwd = path.join(world.directory, "clones", "narrowed");
  await cloneAt(world, "main", cwd);
  const env = { ...process.env, ...signedIn(world) };
  const git = async (...args: readonly string[]) => execute("git", ["-C", cwd, ...args], { env });
  const settings = parseDocument(await readFile(path.join(cwd, config), "utf8"));
  settings.setIn(["gates", "e2e", "affected"], settings.getIn(["gates", "e2e", "command"]));
  await writeFile(path.join(cwd, config), settings.toString({ lineWidth: 0 }));
  const sarah = ["-c", "user.name=Sarah", "-c", "user.email=sarah@acme.example"];
  await git(...sarah, "commit", "--quiet", "--all", "--message", "fix: walk what a hotfix affects");
  await git(...sarah, "tag", "--annotate", "--message", "1.0.1", "v1.0.1");
  await git("push", "--quiet", "origin", "v1.0.1");
}

const fix = "fix: say thank you";
let clones = 0;

/** The fix, unless it is there; the same commit whenever it is made, for the changelog names it. */
async function pushFix(world: World, branch: string): Promise<void> {
  clones += 1;
  const cwd = path.join(world.directory, "clones", `fix-${clones}`);
  await cloneAt(world, branch, cwd);
  const day = "2026-01-01T12:00:00Z";
  const env = { ...process.env, ...signedIn(world), GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day };
  const git = async (...args: readonly string[]) => (await execute("git", ["-C", cwd, ...args], { env })).stdout;
  if ((await git("log", "--format=%s")).split("\n").includes(fix)) return;
  await writeFile(path.join(cwd, "thanks.txt"), "thank you\n");
  await git("add", "--all");
  await git("-c", "user.name=Sarah", "-c", "user.email=sarah@acme.example", "commit", "--quiet", "--message", fix);
  await git("push", "--quiet", "origin", branch);
}

/** Whether people are waited for. */
export function waitsForPeople({ suspended }: ReleaseRecord): boolean {
  return suspended?.waitsFor === "fix";
}
