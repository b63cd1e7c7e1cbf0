import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";

import { loadVerifier } from "#audit";
import type { Fact } from "#machine";
import { releaseReport } from "#report";

import { readRecord, startIn } from "../crash/release.ts";
import { openCrashWorld, type CrashWorld } from "../crash/world.ts";
import { signedIn } from "../support/signed-in.ts";

const execute = promisify(execFile);

let directory: string;
let crash: CrashWorld;
let clone: string;
let report: string;
let log: string;
let facts: readonly Fact[];
let factLines: string;
let people: string;

async function run(program: string, ...args: readonly string[]): Promise<string> {
  const env = { ...process.env, ...signedIn(crash.world) };
  return (await execute(program, args, { cwd: clone, env })).stdout;
}

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "release-views-"));
  crash = await openCrashWorld(path.join(directory, "world"));
  clone = crash.world.repositoryDirectory;
  const { end } = await startIn(crash.world, clone, async () => undefined);
  if (end !== "completed") throw new Error(`the release ended ${end}`);
  ({ facts } = await readRecord(crash.world, clone));
  await run("git", "fetch", "--quiet", "origin", "release-journal");
  report = await run("git", "show", "FETCH_HEAD:docs/releases/v1.1.0.md");
  log = await run("git", "show", "FETCH_HEAD:docs/audit/releases.log");
  factLines = await run("git", "show", "FETCH_HEAD:releases/v1.1.0.jsonl");
  people = await run("git", "show", "FETCH_HEAD:people/v1.1.0.jsonl");
}, 120_000);
afterAll(async () => {
  await crash.stop();
  await rm(directory, { recursive: true, force: true });
});

describe("the archived report of a real release", () => {
  it("is what anybody makes of its facts, at any time", () => {
    expect(report).toBe(releaseReport(facts));
  });

  it("has everything that was promised, in the order of the reader's need", () => {
    const headings = report.split("\n").filter((line) => /^##? /.test(line));

    expect(headings).toEqual([
      "# Release v1.1.0: completed",
      "## The release",
      "## Changes",
      "## Quality gates",
      "## Tests",
      "## Not measured",
      "## Deployment",
      "## Where the time went",
      "## Timeline",
      "## Links",
    ]);
  });

  it("has no hole where a number or a name should be", () => {
    expect(report).not.toMatch(/undefined|NaN|null|\[object|Invalid/);
  });
});

const ofRelease = (text: string) => new Map([["v1.1.0", Buffer.from(text)]]);

describe("the audit log of a real release", () => {
  it("is whole", async () => {
    const { verifyAuditLog } = await loadVerifier();

    expect(
      verifyAuditLog({ log: Buffer.from(log), facts: ofRelease(factLines), people: ofRelease(people), denied: [] }),
    ).toEqual([]);
  });

  it("is verified by the script of docs/audit.md, which also finds what was changed", async () => {
    const script = /```sh\n([^]*?)```/.exec(await readFile("docs/audit.md", "utf8"))?.[1] ?? "exit 9";

    expect(await run("sh", "-c", script)).toBe("v1.1.0 is as it was recorded\n");
    const changed = script.replace('jsonl" | digest)', `jsonl" | sed 's/opened/openly/' | digest)`);
    await expect(run("sh", "-c", changed)).rejects.toMatchObject({ stdout: "the facts of v1.1.0 were changed\n" });
  });
});

it("the pull request of a real release carries its evidence", async () => {
  const answer = await fetch(`${crash.world.githubUrl}/repos/${crash.world.repository}/pulls?state=all`, {
    headers: { authorization: `Bearer ${crash.world.tokens.sarah}` },
  });
  const pulls = (await answer.json()) as readonly { readonly title: string; readonly body: string }[];
  const pull = pulls.find(({ title }) => title === "Release 1.1.0");

  expect(pull?.body).toContain("## Quality gates (");
  expect(pull?.body).toContain("### By type");
  expect(pull?.body).toContain("## Changes\n\n### ");
});
