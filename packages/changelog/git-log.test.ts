import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Commit } from "./commit.ts";
import { logArguments, readCommits } from "./git-log.ts";

const directory = mkdtempSync(join(tmpdir(), "changelog-"));
const person = { NAME: "Ada \u001f Łovelace", EMAIL: "ada@example.org" };
const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_AUTHOR_NAME: person.NAME,
  GIT_AUTHOR_EMAIL: person.EMAIL,
  GIT_COMMITTER_NAME: "x",
  GIT_COMMITTER_EMAIL: "x@example.org",
};
const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: directory, env }).toString().trim();
const messages = ["chore: start", "feat: ünï\n\nbody\n\nRefs: #1", "fix: \u001f odd"];

beforeAll(() => {
  git("init", "-q", "-b", "main");
  for (const message of messages) git("commit", "-q", "--allow-empty", "-m", message);
  git("tag", "v1.0.0", "HEAD~2");
});
afterAll(() => rmSync(directory, { recursive: true }));

async function all(log: AsyncIterable<Uint8Array>): Promise<readonly Commit[]> {
  const commits: Commit[] = [];
  for await (const batch of readCommits(log)) commits.push(...batch);
  return commits;
}

it("reads what git tells, newest first, whatever stands in names and messages", async () => {
  const log = spawn("git", ["log", ...logArguments("v1.0.0..main")], { cwd: directory, env });

  const commits = await all(log.stdout);

  expect(commits.map(({ message }) => message.trimEnd())).toEqual(messages.slice(1).toReversed());
  expect(commits[0]).toMatchObject({ sha: git("rev-parse", "main"), parents: [git("rev-parse", "main~1")] });
  expect(commits[0]?.author).toEqual({ name: person.NAME, email: person.EMAIL });
  expect(commits[0]?.committedAt).toBeGreaterThan(1_000_000_000);
});

it("never takes a revision for an option", () => {
  expect(() => git("log", ...logArguments("--output=stolen"))).toThrow(
    /ambiguous argument|unknown revision|bad revision/,
  );
});

it.each([1, 2, 3, 7, 1000])("reads the same in pieces of %i bytes", async (size) => {
  const bytes = execFileSync("git", ["log", ...logArguments("main")], { cwd: directory, env });
  async function* inPieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }

  const commits = await all(inPieces());

  expect(commits.map(({ message }) => message.trimEnd())).toEqual(messages.toReversed());
});

async function* empty(): AsyncGenerator<Uint8Array> {}

it("reads nothing from nothing", async () => {
  expect(await all(empty())).toEqual([]);
});
