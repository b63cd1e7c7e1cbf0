import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { afterEach, beforeEach, expect, it } from "@jest/globals";

import { loadConfig } from "#config";
import { openGit, type Git } from "#git";
import type { ReleaseRecord, RollbackTrigger, SmokeCheck } from "#machine";

import type { StageContext } from "../context.ts";
import { suspectsOf } from "./suspects.ts";

const execute = promisify(execFile);
let directory = "";
let git: Git;

async function run(...args: readonly string[]): Promise<string> {
  const who = ["-c", "user.name=Marcus Weber", "-c", "user.email=marcus@acme.example"];
  return (await execute("git", ["-C", directory, ...who, ...args])).stdout.trim();
}

async function commit(file: string, subject: string): Promise<string> {
  await mkdir(path.dirname(path.join(directory, file)), { recursive: true });
  await writeFile(path.join(directory, file), subject);
  await run("add", "--all");
  await run("commit", "--quiet", "-m", subject);
  return run("rev-parse", "HEAD");
}

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "suspects-"));
  await run("init", "--quiet", "--initial-branch=main");
  await commit("src/cart/total.js", "feat: a cart, before the release");
  await run("tag", "v1.0.0");
  git = await openGit({
    directory,
    remote: "./",
    author: { name: "bot", email: "bot@acme.example" },
    signal: new AbortController().signal,
  });
});
afterEach(async () => rm(directory, { recursive: true, force: true }));

const smokeText = `smoke:
  api:
    - { name: basket, path: /api/basket, affects: ["src/cart/**"] }
    - { name: search, path: /api/search }
  database: { none: x }
  external: { none: x }
  auth: { none: x }
  paths: { none: x }
`;
const { config } = loadConfig({
  text: smokeText,
  path: "release-command.yml",
  targets: ["local"],
  monitors: ["proxy"],
});

const failed = (name: string): SmokeCheck => ({
  category: "api",
  name,
  status: "failed",
  durationMs: 1,
  detail: "500",
});

/** A release of what is committed now, that went back for this. */
async function contextOf(trigger: RollbackTrigger, checks: readonly SmokeCheck[]): Promise<StageContext> {
  const record = {
    plan: { previousTag: "v1.0.0" },
    tag: { sha: await run("rev-parse", "HEAD") },
    verdict: { trigger, seq: 9 },
    smoke: [
      { environment: "staging", seq: 3, checks: [] },
      { environment: "production", seq: 8, checks },
      { environment: "production", point: "rollback", seq: 12, checks: [failed("search")] },
    ],
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no more of a release is looked at
  return { config, git, driver: { record: record as unknown as ReleaseRecord } } as unknown as StageContext;
}

it("names the commit that touches what the failing check is affected by, and none of another check or release", async () => {
  const sha = await commit("src/cart/price.js", "feat: round prices");
  await commit("src/search/index.js", "feat: a better search");

  const found = await suspectsOf(await contextOf("smoke-test-failure", [failed("basket")]));

  expect(found).toEqual({
    type: "suspected",
    signal: "basket",
    searched: 2,
    commits: [{ sha, subject: "feat: round prices", why: "touches src/cart/price.js, which “basket” is affected by" }],
  });
});

it("where nothing says what affects a check, names tell: of files, and of subjects", async () => {
  const byFile = await commit("src/search/index.js", "feat: find more");
  const bySubject = await commit("lib/ranking.js", "perf: search in half the time");

  const found = await suspectsOf(await contextOf("smoke-test-failure", [failed("search")]));

  expect(found?.commits.toSorted((a, b) => (a.sha === byFile ? -1 : Number(b.sha === byFile)))).toEqual([
    { sha: byFile, subject: "feat: find more", why: "touches src/search/index.js, named like “search”" },
    { sha: bySubject, subject: "perf: search in half the time", why: "says “search”, as “search” does" },
  ]);
});

it("says that it looked and found nobody", async () => {
  await commit("docs/start.md", "docs: how to begin");

  const found = await suspectsOf(await contextOf("smoke-test-failure", [failed("basket")]));

  expect(found).toEqual({ type: "suspected", signal: "basket", searched: 1, commits: [] });
});

it.each<RollbackTrigger>(["error-rate-spike", "latency", "health-check-failure", "incident", "manual"])(
  "%s points at no part of the code: nobody is suspected",
  async (trigger) => {
    await commit("src/cart/price.js", "feat: round prices");

    expect(await suspectsOf(await contextOf(trigger, [failed("basket")]))).toBeUndefined();
  },
);
