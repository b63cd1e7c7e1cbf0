// How fast the changelog is, beside its peers, on one repository.
//
//   node test/bench/changelog.ts make DIRECTORY [COMMITS = 27000] [COMMITS A RELEASE = 2]
//   node test/bench/changelog.ts compare DIRECTORY [--last=1000] [--rounds=5] [--limit=SECONDS] [--cliff=PATH]…
//     [--conventional=PATH] [--preset=conventionalcommits]
//
// `compare` measures `git log` alone, `release changelog`, conventional-changelog (its `cli/index.js`; default: the one of
// development) and each git-cliff (its program), for the whole history and then for its last commits. Time is that of the wall, from the launcher's start on; what takes longer than the limit
// is ended, and shown with `>`. Memory is that of the largest process, git aside.

import { execFileSync, spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { logArguments } from "#changelog";

import { makeHistory } from "./changelog-history.ts";
import { sideBySide, type Run } from "./changelog-peers.ts";

const launcher = fileURLToPath(new URL("../../bin/release.js", import.meta.url));

/** As users start it: with the launcher, and with what it keeps compiled from an earlier start. */
function ours(last: number | undefined): readonly [string, ...string[]] {
  const range = last === undefined ? ["--all"] : [`HEAD~${last}..HEAD`];
  return [process.execPath, launcher, "changelog", ...range];
}

/** Ours of development, or another version's program. It counts releases, not commits. */
function conventionalChangelog(
  last: number | undefined,
  preset: string,
  program?: string,
): readonly [string, ...string[]] {
  const library = path.dirname(fileURLToPath(import.meta.resolve("conventional-changelog")));
  const releases = last === undefined ? 0 : Math.ceil(last / 2);
  const cli = program ?? path.join(library, "cli", "index.js");
  return [process.execPath, cli, `--preset=${preset}`, `--release-count=${releases}`, "--stdout"];
}

function line(name: string, { wallMs, cpuMs, peakBytes, cut }: Run): string {
  const wall = `${cut ? "> " : ""}${(wallMs / 1000).toFixed(2)} s`;
  const cpu = `${(cpuMs / 1000).toFixed(2)} s CPU`;
  return `${name.padEnd(28)} ${wall.padStart(10)} ${cpu.padStart(13)}  ${String(Math.round(peakBytes / 1e6)).padStart(6)} MB`;
}

function gitCliff(program: string, last: number | undefined): readonly [string, ...string[]] {
  return [program, "--offline", ...(last === undefined ? [] : [`HEAD~${last}..HEAD`])];
}

/** `git-cliff 2.14.2`, as it calls itself. */
function nameOf(program: string): string {
  return execFileSync(program, ["--version"], { encoding: "utf8" }).trim();
}

async function compare(directory: string, values: ReturnType<typeof words>["values"]): Promise<void> {
  // Whoever uses it has started it before: what was compiled then is kept by the launcher.
  const [program, ...args] = ours(1);
  spawnSync(program, args, { cwd: directory, stdio: "ignore" });
  const how = { cwd: directory, rounds: Number(values.rounds), limitMs: Number(values.limit) * 1000 };
  for (const last of [undefined, Number(values.last)]) {
    console.log(last === undefined ? "The whole history" : `The last ${last} commits`);
    const limit = last === undefined ? [] : [`--max-count=${last}`];
    const programs = new Map<string, readonly [string, ...string[]]>([
      ["git log alone", ["git", "log", ...limit, ...logArguments("HEAD")]],
      ["release changelog", ours(last)],
      ["conventional-changelog", conventionalChangelog(last, values.preset, values.conventional)],
    ]);
    for (const cliff of values.cliff ?? []) programs.set(nameOf(cliff), gitCliff(cliff, last));
    for (const [name, run] of await sideBySide(programs, how)) console.log(line(name, run));
  }
}

function words() {
  return parseArgs({
    allowPositionals: true,
    options: {
      last: { type: "string", default: "1000" },
      rounds: { type: "string", default: "5" },
      limit: { type: "string", default: "60" },
      cliff: { type: "string", multiple: true },
      conventional: { type: "string" },
      preset: { type: "string", default: "conventionalcommits" },
    },
  });
}

const { positionals, values } = words();
const [verb, directory = ".", commits, perRelease] = positionals;
if (verb === "make")
  await makeHistory(directory, { commits: Number(commits ?? 27_000), perRelease: Number(perRelease ?? 2) });
else if (verb === "compare") await compare(path.resolve(directory), values);
else console.log("Say make or compare; the head of this file tells how.");
