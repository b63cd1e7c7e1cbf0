// How fast the changelog is, beside its peers, on one repository.
//
//   node test/bench/changelog.ts make DIRECTORY [COMMITS = 27000] [COMMITS A RELEASE = 2]
//   node test/bench/changelog.ts compare DIRECTORY [--last=COMMITS] [--rounds=5] [--limit=SECONDS] [--peer="NAME=COMMAND WORDS"]…
//
// `compare` measures `git log` alone, `release changelog` and conventional-changelog; a peer such as git-cliff is given by
// its command.

import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { logArguments } from "#changelog";

import { makeHistory } from "./changelog-history.ts";
import { sideBySide, type Run } from "./changelog-peers.ts";

const main = fileURLToPath(new URL("../../packages/cli/main.ts", import.meta.url));

/** What `release changelog` starts, by the flags of `bin/release.js`: the launcher itself is not in the figures. */
function ours(last: number | undefined): readonly [string, ...string[]] {
  const range = last === undefined ? ["--all"] : [`HEAD~${last}..HEAD`];
  return [process.execPath, "--max-semi-space-size=8", main, "changelog", ...range];
}

function conventionalChangelog(last: number | undefined): readonly [string, ...string[]] {
  const library = path.dirname(fileURLToPath(import.meta.resolve("conventional-changelog")));
  const releases = last === undefined ? 0 : Math.ceil(last / 2);
  const cli = path.join(library, "cli", "index.js");
  return [process.execPath, cli, "--preset=conventionalcommits", `--release-count=${releases}`, "--stdout"];
}

function line(name: string, { wallMs, cpuMs, peakBytes, cut }: Run): string {
  const wall = `${cut ? "> " : ""}${(wallMs / 1000).toFixed(2)} s`;
  const cpu = `${(cpuMs / 1000).toFixed(2)} s CPU`;
  return `${name.padEnd(28)} ${wall.padStart(10)} ${cpu.padStart(13)}  ${String(Math.round(peakBytes / 1e6)).padStart(6)} MB`;
}

async function compare(directory: string, values: ReturnType<typeof words>["values"]): Promise<void> {
  const last = values.last === undefined ? undefined : Number(values.last);
  const limit = last === undefined ? [] : [`--max-count=${last}`];
  const programs = new Map<string, readonly [string, ...string[]]>([
    ["git log alone", ["git", "log", ...limit, ...logArguments("HEAD")]],
    ["release changelog", ours(last)],
  ]);
  if (values.conventional !== "no") programs.set("conventional-changelog", conventionalChangelog(last));
  for (const peer of values.peer ?? []) {
    const [program = "", ...args] = peer.slice(peer.indexOf("=") + 1).split(" ");
    programs.set(peer.slice(0, peer.indexOf("=")), [program, ...args]);
  }
  // What the bundle saves us and every other installed program: our sources would be compiled anew in each run.
  process.env["NODE_COMPILE_CACHE"] ??= path.join(tmpdir(), "release-command-bench");
  const how = { cwd: directory, rounds: Number(values.rounds), limitMs: Number(values.limit) * 1000 };
  for (const [name, run] of await sideBySide(programs, how)) console.log(line(name, run));
}

function words() {
  return parseArgs({
    allowPositionals: true,
    options: {
      last: { type: "string" },
      rounds: { type: "string", default: "5" },
      limit: { type: "string", default: "120" },
      conventional: { type: "string", default: "yes" },
      peer: { type: "string", multiple: true },
    },
  });
}

const { positionals, values } = words();
const [verb, directory = ".", commits, perRelease] = positionals;
if (verb === "make")
  await makeHistory(directory, { commits: Number(commits ?? 27_000), perRelease: Number(perRelease ?? 2) });
else if (verb === "compare") await compare(path.resolve(directory), values);
else console.log("Say make or compare; the head of this file tells how.");
