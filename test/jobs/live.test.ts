import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

import { afterAll, beforeAll, expect, it } from "@jest/globals";

import { deploymentRows, readRows, writeRows } from "../../actions/live/checks.ts";
import { calleeRows } from "../../actions/live/callee.ts";
import { openHost, type LiveHost } from "../../actions/live/host.ts";
import { liveOutcome, type Row } from "../../actions/live/outcome.ts";
import { connectGitHub, createWorld, type World } from "../../packages/testbed/index.ts";
import { signedIn } from "../support/signed-in.ts";

const execute = promisify(execFile);
const readerToken = "ghp_reader";

let directory = "";
let world: World;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "release-live-"));
  world = await createWorld({ directory: path.join(directory, "world"), minimal: true });
  const { admin } = await connectGitHub(world.githubUrl);
  await admin.user({ login: "reader", name: "Reader", token: readerToken });
  const [owner = "", name = ""] = world.repository.split("/");
  await admin.repository({ owner, name, defaultBranch: "main", users: { sarah: "maintain", reader: "read" } });
}, 60_000);
afterAll(async () => {
  await world.stop();
  await rm(directory, { recursive: true, force: true });
});

let runs = 0;
async function hostOf(token: string): Promise<LiveHost> {
  runs += 1;
  const env = { ...process.env, ...world.env, GITHUB_RUN_ID: String(9000 + runs), GITHUB_TOKEN: token };
  const { signal } = new AbortController();
  const runner = { env, cwd: world.repositoryDirectory, temp: directory, attempt: 1, noArtifacts: "here", signal };
  return openHost({ ...runner, say: () => undefined }, token);
}

async function refsLeft(): Promise<string> {
  const origin = `${world.githubUrl}/${world.repository}.git`;
  const env = { ...process.env, ...signedIn(world) };
  return (await execute("git", ["ls-remote", origin, "refs/release-command/live/*"], { env })).stdout;
}

const held = (rows: readonly Row[]) => rows.map(({ holds }) => holds);

it("finds every fact of a token that writes, and leaves nothing behind", async () => {
  const rows = await writeRows(await hostOf(world.tokens.sarah));

  expect(rows.filter(({ holds }) => !holds)).toEqual([]);
  expect(rows).toHaveLength(7);
  expect(await refsLeft()).toBe("");
  expect(liveOutcome("checked", rows)).toMatchObject({ outputs: { outcome: "holds" } });
});

it("sees that a token that only reads may make nothing, and says so for each fact", async () => {
  const rows = await writeRows(await hostOf(readerToken));
  const outcome = liveOutcome("checked", rows);

  expect(held(rows)).toEqual([false, false, false, false, true, false, true]);
  expect(outcome.outputs).toEqual({ outcome: "differs" });
  expect(outcome.failure?.message).toContain("the token of a job may make refs below refs/release-command (refused");
});

it("proves that a leg cannot push, and is red where it could, without leaving what it pushed", async () => {
  expect(held(await readRows(await hostOf(readerToken)))).toEqual([true]);
  expect(held(await readRows(await hostOf(world.tokens.sarah)))).toEqual([false]);
  expect(await refsLeft()).toBe("");
});

it("tells a job that made a deployment from one that made none", async () => {
  const host = await hostOf(world.tokens.sarah);
  const before = await deploymentRows(host, "staging");
  const made = await host.ask("POST", "/deployments", {
    ref: host.sha,
    environment: "staging",
    auto_merge: false,
    required_contexts: [],
  });

  expect(made.status).toBe(201);
  expect([held(before), held(await deploymentRows(host, "staging"))]).toEqual([[true], [false]]);
});

it.each([
  ["failure", "told", [true, true]],
  ["failure", undefined, [true, false]],
  ["success", "told", [false, true]],
] as const)("tells what reached the caller of a workflow: %s, %s", (result, outcome, expected) => {
  expect(held(calleeRows(result, outcome))).toEqual(expected);
});
