import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect, it, jest } from "@jest/globals";

import { realClock } from "#http";
import { openLocalPlatform } from "#targets";

import { connectGitHub, createWorld, type World } from "../../packages/testbed/index.ts";
import { git } from "../cli/world.ts";
import { runStub, startStub, type Step, type StepEnd } from "./stubs.ts";
import { answer } from "../support/people.ts";

jest.setTimeout(90_000);

const release = "v1.1.0";
/** From the first signal to the second one of a runner. */
const graceMs = 7_500;
let directory = "";
let world: World;

/** What a careless test prints: a token by its shape, and a password that our own environment holds. */
const leaks = { token: `ghp_${"a1B2c3".repeat(6)}`, password: "correct-horse-battery" };

/** Gates that wait or leak while a file is there, and a first share of production that is watched for long. */
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "release-stopped-"));
  world = await createWorld({ directory: path.join(directory, "world"), minimal: true });
  const file = path.join(world.repositoryDirectory, ".github/release-command.yml");
  const before = await readFile(file, "utf8");
  const slow = `if [ -e ${directory}/slow ]; then sleep 300 & echo $! > ${directory}/child; echo "unit tests begin"; wait; fi;`;
  const leaky = `if [ -e ${directory}/leaky ]; then cat ${directory}/leaky; cat ${directory}/leaky >&2; exit 1; fi;`;
  const after = before
    .replace(/( {2}unit:\n {4}command: )(.*)/, (_, key: string, command: string) => `${key}${JSON.stringify(`${slow} ${leaky} ${command}`)}`)
    .replace("stepTime: 50ms", "stepTime: 60s");
  await writeFile(file, after);
  await git(world, world.repositoryDirectory, "commit", "--quiet", "-am", "ci: be slow");
  await git(world, world.repositoryDirectory, "push", "--quiet", "origin", "develop");
  await mkdir(path.join(directory, "temp"));
});
afterAll(async () => {
  await world.stop();
  await rm(directory, { recursive: true, force: true });
});

/** A step on a machine of its own. */
async function stepOf(inputs: Readonly<Record<string, string>>): Promise<Step> {
  const token = world.tokens.sarah;
  const cwd = await mkdtemp(path.join(directory, "machine-"));
  const own = { GITHUB_TOKEN: "", GITHUB_RUN_ID: "7001", GITHUB_RUN_ATTEMPT: "1", RUNNER_TEMP: path.join(directory, "temp") };
  const env = { ...world.env, ...own, SHOP_PASSWORD: leaks.password, GITHUB_WORKSPACE: cwd };
  await git(world, directory, "clone", "--quiet", "--branch", "develop", `${world.githubUrl}/${world.repository}.git`, cwd);
  return { directory, cwd, env, inputs: { token, ...inputs } };
}

const run = async (name: string, inputs: Readonly<Record<string, string>>) => runStub(name, [], await stepOf(inputs));

/** Sends a signal once the step says this, and sees it end as it should. */
async function stopped(
  name: string,
  inputs: Readonly<Record<string, string>>,
  { at, by }: { readonly at: string; readonly by: "SIGINT" | "SIGTERM" },
): Promise<StepEnd> {
  const step = startStub(name, [], await stepOf(inputs));
  await step.says(at);
  const begun = performance.now();
  step.child.kill(by);
  const end = await step.end;
  expect(performance.now() - begun).toBeLessThan(graceMs);
  expect(end.code).toBe(3);
  expect(end.log).toContain(`was stopped::Stopped by ${by}`);
  expect(end.log).not.toMatch(/^ {4}at /m);
  expect(end.outputs).toEqual({});
  expect(end.summary).toContain("was stopped");
  return end;
}

const leases = () => git(world, world.repositoryDirectory, "ls-remote", "origin", "refs/release-command/leases/*");
const facts = async () => {
  const ref = `refs/release-command/releases/${release}`;
  await git(world, world.repositoryDirectory, "fetch", "--quiet", "origin", `+${ref}:${ref}`);
  return git(world, world.repositoryDirectory, "show", `${ref}:facts.jsonl`);
};
/** A process that ended and that nobody has asked about yet is none. */
const isAlive = async (pid: number): Promise<boolean> =>
  readFile(`/proc/${pid}/stat`, "utf8").then(
    (stat) => !/\) Z /.test(stat),
    () => false,
  );

const evidenceFile = () => path.join(directory, "temp/release-evidence/evidence-all.json");

let digest = "";

it("stops in the middle of a gate: what it started ends with it, and another run of the leg passes", async () => {
  await run("validate", { command: "start", type: "standard", version: "1.1.0", from: "develop", to: "main" });
  await writeFile(path.join(directory, "slow"), "");

  await stopped("gate", { release, leg: "all" }, { at: "unit tests begin", by: "SIGINT" });

  expect(await isAlive(Number(await readFile(path.join(directory, "child"), "utf8")))).toBe(false);
  await rm(path.join(directory, "slow"));
  const gate = await run("gate", { release, leg: "all" });
  expect(gate).toMatchObject({ code: 0, outputs: { outcome: "passed" } });
});

it("shows a secret that a failing test prints nowhere: log, annotations, summary, outputs, evidence", async () => {
  const text = `password ${leaks.password}, token ${leaks.token}`;
  await writeFile(path.join(directory, "leaky"), `${text}\n`);

  const gate = await run("gate", { release, leg: "all" });

  const evidence = await readFile(evidenceFile(), "utf8");
  await rm(path.join(directory, "leaky"));
  expect(gate.outputs).toMatchObject({ outcome: "failed" });
  expect(gate.log).toContain("[REDACTED:");
  expect(gate.log.match(/^::error/gm)?.length).toBeGreaterThan(0);
  const shown = [gate.log, gate.summary, JSON.stringify(gate.outputs), evidence].join("\n");
  for (const secret of Object.values(leaks)) expect(shown).not.toContain(secret);
  expect(shown.replaceAll(`::add-mask::${world.tokens.sarah}`, "")).not.toContain(world.tokens.sarah);
  digest = (await run("gate", { release, leg: "all" })).outputs["digest"] ?? "";
});

it("stops while it waits for people: the lease is given back, and another run goes on at once", async () => {
  const inputs = { release, evidence: JSON.stringify({ all: digest }), "gates-result": "success" };

  const end = await stopped("review", inputs, { at: "waiting: the pull request needs", by: "SIGTERM" });

  expect(end.log).toContain(`${release} stays in review. Nothing is lost`);
  expect(end.log).toContain(`release resume ${release}`);
  expect(await leases()).toBe("");
  const approval = world.approveWhenOpened("aisha", { signal: AbortSignal.timeout(60_000), pollMs: 30 });
  const review = await run("review", inputs);
  await approval;
  expect(review.log).not.toContain("until the last driver");
  expect(review).toMatchObject({ code: 0, outputs: { outcome: "go" } });
});

it("is killed while it deploys to staging: once its lease is over, another run deploys", async () => {
  const step = startStub("deploy", [], await stepOf({ release, environment: "staging" }));
  await step.says(`staging: ${release} is starting`);
  step.child.kill("SIGKILL");
  expect(await step.end).toMatchObject({ code: null, outputs: {} });
  expect(await leases()).toContain("leases/staging");

  const { admin } = await connectGitHub(world.githubUrl);
  await admin.clock({ advanceMs: 300_000 });

  const second = await run("deploy", { release, environment: "staging" });
  expect(second).toMatchObject({ code: 0, outputs: { outcome: "go" } });
  expect(await leases()).toBe("");
});

it("stops while production is split: traffic goes back, the record says why, and the net ends the release", async () => {
  await answer(world, "approved");
  const end = await stopped("deploy", { release, environment: "production" }, { at: "watching 50%", by: "SIGINT" });

  const { signal } = new AbortController();
  const platform = await openLocalPlatform(world.platforms.production, { port: 0, clock: realClock, signal });
  const shares = (await platform.snapshot()).revisions.map(({ version, percent }) => [version, percent]);
  expect(Object.fromEntries(shares)).toMatchObject({ "v1.0.0": 100, [release]: 0 });
  // A percent sign is escaped in an annotation.
  expect(end.log).toContain(`${release} stays in rolled_back, 0 %25 of production on ${release}`);
  const recorded = (await facts()).trimEnd().split("\n").map((line) => JSON.parse(line) as { readonly type: string });
  expect(recorded).toContainEqual(
    expect.objectContaining({ type: "verdict", trigger: "manual", reason: "Stopped by SIGINT while traffic was split" }),
  );
  expect(await leases()).not.toContain("leases/release/");

  const net = await run("rollback", { release, mode: "net" });
  expect(net).toMatchObject({ code: 0, outputs: { outcome: "rolled_back" } });
  expect(net.log).not.toContain("until the last driver");
  expect(await leases()).toBe("");
});
