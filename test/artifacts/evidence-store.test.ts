import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { DefaultArtifactClient } from "@actions/artifact";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from "@jest/globals";

import { findEvidence, keepArtifacts, keepEvidence, type Runner } from "#shell";

import { startResultsService, type ResultsService } from "../act/results-service.ts";

let directory = "";
let results: ResultsService;
let runs = 0;
const before = { ...process.env };
const { setTimeout: realTimeout } = globalThis;

beforeAll(async () => {
  results = await startResultsService();
  // The client's pauses between its tries, 3 s and more, cannot be set.
  globalThis.setTimeout = ((then: () => void, ms = 0) => realTimeout(then, ms / 100)) as typeof setTimeout;
});
afterAll(async () => {
  globalThis.setTimeout = realTimeout;
  await results.stop();
});
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "release-artifacts-"));
  runs += 1;
  Object.assign(process.env, results.env(String(runs)), { GITHUB_SERVER_URL: "https://github.com" });
  jest.spyOn(process.stdout, "write").mockReturnValue(true);
});
afterEach(async () => {
  jest.restoreAllMocks();
  results.break({});
  process.env = { ...before };
  await rm(directory, { recursive: true, force: true });
});

/** A job of the run, on a machine of its own. */
const job = (name: string, attempt = 1): Runner => ({
  env: {},
  cwd: directory,
  temp: path.join(directory, name),
  attempt,
  noArtifacts: undefined,
  say: () => undefined,
  signal: new AbortController().signal,
});

it("brings evidence from one machine to another, of several attempts the last", async () => {
  await keepEvidence(job("a", 2), { leg: "unit", text: "second\n" });
  await keepEvidence(job("b", 1), { leg: "unit", text: "first\n" });
  await keepEvidence(job("c", 10), { leg: "unit", text: "tenth\n" });
  await keepEvidence(job("d", 99), { leg: "unit2", text: "of another leg\n" });

  expect(await findEvidence(job("review"), "unit")).toBe("tenth\n");
  await expect(findEvidence(job("review"), "e2e")).rejects.toMatchObject({
    code: "policy",
    message: expect.stringContaining("its job left no artifact"),
  });
});

it.each([
  ["is out of order", { calls: { CreateArtifact: 500 } }, "out of order"],
  ["refuses", { calls: { CreateArtifact: 403 } }, "403"],
  ["loses the end", { calls: { FinalizeArtifact: 500 } }, "out of order"],
  ["cannot store", { uploads: 500 }, ""],
] as const)("says that evidence could not be uploaded when the service %s", async (_, troubles, says) => {
  results.break(troubles);

  await expect(keepEvidence(job("a"), { leg: "unit", text: "{}\n" })).rejects.toMatchObject({
    code: "remote",
    message: expect.stringMatching(new RegExp(`^The evidence of leg unit could not be uploaded: .*${says}`)),
  });
  expect(results.names(String(runs))).toEqual([]);
});

it("says that a name is taken, and leaves what was there", async () => {
  await keepEvidence(job("a"), { leg: "unit", text: "genuine\n" });

  await expect(keepEvidence(job("b"), { leg: "unit", text: "other\n" })).rejects.toMatchObject({
    code: "policy",
    message: expect.stringContaining("evidence-unit-1 already"),
  });
  expect(await findEvidence(job("review"), "unit")).toBe("genuine\n");
});

it.each([
  ["the list fails", { calls: { ListArtifacts: 500 } }],
  ["the address fails", { calls: { GetSignedArtifactURL: 403 } }],
  ["it ends in the middle", { truncates: true }],
])("says that evidence could not be downloaded when %s; the next try has it", async (_, troubles) => {
  await keepEvidence(job("a"), { leg: "unit", text: "genuine\n" });
  results.break(troubles);
  await expect(findEvidence(job("review"), "unit")).rejects.toMatchObject({
    code: "remote",
    message: expect.stringContaining("evidence of leg unit could not be downloaded"),
  });

  results.break({});
  expect(await findEvidence(job("review"), "unit")).toBe("genuine\n");
});

it.each([
  ["nothing of that name", "other.json", "x", "holds none"],
  ["far too much", "evidence-unit.json", " ".repeat(5 * 1024 * 1024), "too many"],
])("takes no artifact that holds %s", async (_, name, text, says) => {
  const file = path.join(directory, name);
  await writeFile(file, text);
  await new DefaultArtifactClient().uploadArtifact("evidence-unit-1", [file], directory);

  await expect(findEvidence(job("review"), "unit")).rejects.toMatchObject({
    code: "policy",
    message: expect.stringContaining(says),
  });
});

it("keeps evidence in the job where there are no artifacts, and says why another job has none", async () => {
  const why = "git.acme.example is a GitHub Enterprise Server";
  const said: string[] = [];
  const here: Runner = { ...job("a"), noArtifacts: why, say: (text) => said.push(text) };

  const file = await keepEvidence(here, { leg: "unit", text: "genuine\n" });

  expect(await readFile(file, "utf8")).toBe("genuine\n");
  expect(said.join()).toContain(why);
  expect(await findEvidence(here, "unit")).toBe("genuine\n");
  await expect(findEvidence({ ...here, temp: path.join(directory, "b") }, "unit")).rejects.toThrow(why);
  expect(results.names(String(runs))).toEqual([]);
});

it("keeps traces of failures, and says where; that they cannot be kept stops nobody", async () => {
  const traces = path.join(directory, "traces");
  await mkdir(path.join(traces, "e2e", "1-buys"), { recursive: true });
  const env = { GITHUB_SERVER_URL: "https://github.com", GITHUB_REPOSITORY: "acme/shop", GITHUB_RUN_ID: "7" };
  const runner = { ...job("a"), env };
  const none = await keepArtifacts(runner, { leg: "e2e", directory: traces });
  await writeFile(path.join(traces, "e2e", "1-buys", "trace.zip"), "trace");

  const kept = await keepArtifacts(runner, { leg: "e2e", directory: traces });
  const twice = await keepArtifacts(runner, { leg: "e2e", directory: traces });
  const here = await keepArtifacts({ ...runner, noArtifacts: "no service" }, { leg: "e2e", directory: traces });

  expect(none).toBeUndefined();
  expect(kept).toMatch(/artifact failures-e2e-1, https:\/\/github\.com\/acme\/shop\/actions\/runs\/7\/artifacts\/\d+$/);
  expect(twice).toMatch(/^Traces and images of failures were not kept: /);
  expect(here).toBe("Traces and images of failures are for this job only: no service");
});
