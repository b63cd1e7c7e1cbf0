// How fast the changelog is, beside the parser of conventional-changelog on the very same messages.
//
//   node test/bench/changelog.ts [commits = 27000] [commits a release = commits]
//   node test/bench/changelog.ts --git DIRECTORY [revision = HEAD]

import { spawn } from "node:child_process";
import { buildChangelog, logArguments, readCommits, type Commit } from "#changelog";
import { CommitParser } from "conventional-commits-parser";

const types = ["feat", "fix", "chore", "docs", "refactor", "perf", "test", "build", "ci", "style"];
const scopes = ["", "api", "web", "cart", "auth", "deps", "search", "mail", "core"];
const words = "add remove improve guard read write retry cache split merge trace order price basket login token".split(
  " ",
);
const options = {
  version: "2.5.0",
  date: "2026-01-01",
  repositoryUrl: "https://github.com/acme/shop",
  previousTag: "v2.4.0",
};

/** A small generator with a seed: every run reads the same history. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

/** Plausible messages. Longer histories repeat them, so that making them costs next to nothing. */
function makeMessages(count: number): readonly string[] {
  const random = randomFrom(7);
  const subject = () => Array.from({ length: 7 }, () => words[random(words.length)]).join(" ");
  return Array.from({ length: count }, (_, at) => {
    const scope = scopes[random(scopes.length)];
    const bang = random(100) === 0 ? "!" : "";
    const body = random(2) === 0 ? [] : Array.from({ length: 1 + random(6) }, () => subject());
    if (body.length > 0 && random(10) < 3) body.push("", `Closes #${at}`, "Reviewed-by: Dev <dev@example.org>");
    if (body.length > 0 && bang !== "") body.push("", "BREAKING CHANGE: read the guide");
    const header = `${types[random(types.length)]}${scope ? `(${scope})` : ""}${bang}: ${subject()} (#${at})`;
    return [header, "", ...body].join("\n");
  });
}

const distinct = makeMessages(27_000);

/** The history as `git log` would print it, in pieces of 64 KiB. */
async function* asLog(count: number): AsyncGenerator<Uint8Array> {
  let text = "";
  for (let at = 0; at < count; at += 1) {
    const sha = at.toString(16).padStart(40, "0");
    const parent = (at + 1).toString(16).padStart(40, "0");
    const author = `Dev ${at % 997}\0dev${at % 997}@example.org`;
    text += `${sha}\0${parent}\0${author}\x002026-01-01T00:00:00+00:00\0${distinct[at % distinct.length] ?? ""}\0`;
    if (text.length < 65_536) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(text);
}

/** Notes of one release after the other, so that memory is that of the largest release. */
async function writeAll(
  commits: AsyncIterable<Commit>,
  perRelease: number,
): Promise<{ bytes: number; commits: number }> {
  const sum = { bytes: 0, commits: 0 };
  const release: Commit[] = [];
  const flush = async () => {
    const { markdown, ledger } = await buildChangelog(release.splice(0), options);
    sum.bytes += markdown.length;
    sum.commits += ledger.commits;
  };
  for await (const commit of commits) {
    release.push(commit);
    if (release.length >= perRelease) await flush();
  }
  if (release.length > 0) await flush();
  return sum;
}

async function measure(name: string, times: number, run: () => Promise<number>): Promise<void> {
  const took: number[] = [];
  const cpu = process.cpuUsage();
  let count = 0;
  for (let round = 0; round < times; round += 1) {
    const start = performance.now();
    count = await run();
    took.push(performance.now() - start);
  }
  const median = took.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
  const cpuMs = process.cpuUsage(cpu).user / 1000 / times;
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  const rate = Math.round(count / (median / 1000)).toLocaleString("en");
  console.log(
    `${name}: median ${(median / 1000).toFixed(2)} s of ${times}, first ${((took[0] ?? 0) / 1000).toFixed(2)} s, ${(cpuMs / 1000).toFixed(2)} s of CPU, ${rate} commits/s, most memory ${memory} MB`,
  );
}

async function onSynthetic(count: number, perRelease: number): Promise<void> {
  const times = count > 200_000 ? 1 : 5;
  await measure("making the log alone", times, async () => {
    for await (const _ of asLog(count));
    return count;
  });
  await measure("log → notes", times, async () => (await writeAll(readCommits(asLog(count)), perRelease)).commits);
  const parser = new CommitParser({
    headerPattern: /^(\w*)(?:\((.*)\))?!?: (.*)$/,
    breakingHeaderPattern: /^(\w*)(?:\((.*)\))?!: (.*)$/,
  });
  await measure(`conventional-commits-parser, parsing ${distinct.length} messages`, 3, async () => {
    let parsed = 0;
    for (const message of distinct) if (parser.parse(message).header) parsed += 1;
    return parsed;
  });
}

async function onGit(directory: string, revision: string): Promise<void> {
  await measure("git log → notes", 5, async () => {
    const git = spawn("git", ["log", ...logArguments(revision)], {
      cwd: directory,
      stdio: ["ignore", "pipe", "inherit"],
    });
    return (await writeAll(readCommits(git.stdout), Number.POSITIVE_INFINITY)).commits;
  });
}

const [first = "27000", second, third = "HEAD"] = process.argv.slice(2);
if (first === "--git") await onGit(second ?? ".", third);
else await onSynthetic(Number(first), Number(second ?? first));
