// How fast the changelog is, beside its peers, on one repository.
//
//   node test/bench/changelog.ts make DIRECTORY [COMMITS = 27000] [COMMITS A RELEASE = 2]
//   node test/bench/changelog.ts compare DIRECTORY [--last=COMMITS] [--rounds=5] [--limit=SECONDS] [--peer="NAME=COMMAND WORDS"]…
//
// `compare` measures `git log` alone, ours and conventional-changelog; a peer such as git-cliff is given by its command.
// Ours is what `compare` starts as `write DIRECTORY [COMMITS]`: the notes of every release, to stdout.

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { buildChangelog, logArguments, parseCommit, readCommits, type ParsedCommit } from "#changelog";

import { makeHistory } from "./changelog-history.ts";
import { sideBySide, type Run } from "./changelog-peers.ts";

const self = fileURLToPath(import.meta.url);

async function* gitOutput(directory: string, args: readonly string[]): AsyncGenerator<Buffer> {
  const git = spawn("git", ["-C", directory, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  yield* git.stdout;
}

async function tagsOf(directory: string): Promise<ReadonlyMap<string, string>> {
  let text = "";
  for await (const chunk of gitOutput(directory, ["show-ref", "--tags", "--dereference"])) text += chunk;
  const rows = text.split("\n").filter((row) => row !== "");
  return new Map(
    rows.map((row) => [row.slice(0, row.indexOf(" ")), row.slice(row.indexOf("refs/tags/") + 10).replace("^{}", "")]),
  );
}

/** The notes of all releases, newest first: each is written and forgotten at the tag before it. Two git processes. */
async function writeAll(directory: string, last: number | undefined): Promise<void> {
  // Both at once: neither needs the other before the first commit is looked at.
  const tagged = tagsOf(directory);
  const limit = last === undefined ? [] : [`--max-count=${last}`];
  let release: ParsedCommit[] = [];
  let version = "next";
  let notes: string[] = [];
  let waiting = 0;
  // A write for each release would cost more than making its notes.
  const write = async () => {
    const text = notes.join("");
    [notes, waiting] = [[], 0];
    if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once("drain", resolve));
  };
  const flush = async () => {
    if (release.length === 0) return;
    const date = release[0]?.commit.committedAt.slice(0, 10) ?? "";
    const { markdown } = buildChangelog(release, { version, date, repositoryUrl: "https://github.com/acme/shop" });
    notes.push(markdown, "\n");
    waiting += markdown.length;
    release = [];
    if (waiting > 64 * 1024) await write();
  };
  const log = readCommits(gitOutput(directory, ["log", ...limit, ...logArguments("HEAD")]));
  const first = log.next();
  const tags = await tagged;
  for (let batch = await first; batch.done !== true; batch = await log.next()) {
    for (const commit of batch.value) {
      const tag = tags.get(commit.sha);
      if (tag !== undefined) {
        await flush();
        version = tag;
      }
      release.push(parseCommit(commit));
    }
  }
  await flush();
  await write();
}

function conventionalChangelog(last: number | undefined): readonly [string, ...string[]] {
  const library = path.dirname(createRequire(import.meta.url).resolve("conventional-changelog"));
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
  const count = last === undefined ? [] : [String(last)];
  const limit = last === undefined ? [] : [`--max-count=${last}`];
  const programs = new Map<string, readonly [string, ...string[]]>([
    ["git log alone", ["git", "log", ...limit, ...logArguments("HEAD")]],
    ["release-command", [process.execPath, self, "write", directory, ...count]],
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
const [verb, directory = ".", first, second] = positionals;
if (verb === "make")
  await makeHistory(directory, { commits: Number(first ?? 27_000), perRelease: Number(second ?? 2) });
else if (verb === "write") await writeAll(directory, first === undefined ? undefined : Number(first));
else if (verb === "compare") await compare(path.resolve(directory), values);
else console.log("Say make, compare or write; the head of this file tells how.");
