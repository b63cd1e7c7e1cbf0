/**
 * Prints what it takes to publish the dashboard of many releases over HTTP: at first, after one fact more, and after one
 * more by a job that has an empty clone. The site is made within that time. CPU is of this process, without git's.
 * `node test/bench/publish.ts [releases]`; exit 1 when a later one sends more than 7 MB or takes over 10 s of CPU.
 */
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { publishSite, siteHead, siteOf } from "#dashboard";
import { openGit, type Git } from "#git";
import { fold, type Fact, type ReleaseRecord } from "#machine";

import { serveGit } from "../support/git-http-server.ts";
import { releaseHistories } from "../support/release-histories.ts";

const count = Number(process.argv[2] ?? 5_000);
const histories = releaseHistories(count);
const folder = await mkdtemp(path.join(tmpdir(), "publish-"));
const run = (...args: readonly string[]): string => execFileSync("git", args, { cwd: folder, encoding: "utf8" });
run("init", "--quiet", "--bare", "-b", "main", "hub.git");
run("-C", "hub.git", "config", "http.receivepack", "true");
const server = await serveGit(folder);

let sentBytes = 0;
const counting: typeof fetch = async (input, init) => {
  if (Buffer.isBuffer(init?.body)) sentBytes += init.body.length;
  return fetch(input, init);
};
async function clone(name: string): Promise<Git> {
  run("init", "--quiet", "-b", "main", name);
  run("-C", name, "remote", "add", "origin", `${server.url}/hub.git`);
  const author = { name: "r", email: "r@x.example" };
  return openGit({ directory: path.join(folder, name), author, fetch: counting });
}

const releases = histories.map((facts) => releaseOf(facts));
const last = histories.at(-1) ?? [];
const kept = new WeakMap<ReleaseRecord, never>();
const start = Date.parse(releases.at(-1)?.record.lastAt ?? "");

function releaseOf(facts: readonly Fact[]) {
  const record = fold(facts);
  return { id: record.id, facts, record, live: record.settled === undefined };
}

let isSlow = false;
/** The site without the newest facts of the newest release, published. */
async function publish(what: string, git: Git, missing: number): Promise<void> {
  const before = { cpu: process.cpuUsage(), wall: performance.now() };
  sentBytes = 0;
  const newest = releaseOf(last.slice(0, last.length - missing));
  const now = start - missing * 10_000;
  const site = siteOf({
    repository: "acme/shop",
    webUrl: "https://x.example",
    releases: [...releases.slice(0, -1), newest],
    overdue: [],
    now,
    kept,
  });
  const branch = "gh-pages";
  const over = await siteHead(git, branch);
  await publishSite(git, site, { branch, over, at: new Date(now).toISOString() });
  const { user, system } = process.cpuUsage(before.cpu);
  const cpuMs = Math.round((user + system) / 1000);
  const wallMs = Math.round(performance.now() - before.wall);
  const hub = run("-C", "hub.git", "count-objects", "-v");
  const size = [...hub.matchAll(/^size(?:-pack)?: (?<kB>\d+)$/gm)].reduce(
    (sum, { groups }) => sum + Number(groups?.["kB"]),
    0,
  );
  console.log(
    `${what}: ${wallMs} ms, CPU ${cpuMs} ms, sent ${(sentBytes / 1e6).toFixed(2)} MB, remote ${(size / 1e3).toFixed(1)} MB`,
  );
  isSlow ||= missing < 3 && (cpuMs > 10_000 || sentBytes > 7e6);
}

const first = await clone("first");
await publish("at first", first, 3);
await publish("one fact later", first, 2);
await publish("one more, empty clone", await clone("second"), 1);
await server.close();
await rm(folder, { recursive: true, force: true });
process.exitCode = isSlow ? 1 : 0;
