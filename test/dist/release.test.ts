import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, it, jest } from "@jest/globals";

import { realClock } from "#http";
import { stopPlatform } from "#targets";

import { createWorld, type World } from "../../packages/testbed/index.ts";
import { runStub, type StepEnd } from "./stubs.ts";
import { answer, approved } from "../support/people.ts";

// A dozen processes one after another: 20 s on an idle machine.
jest.setTimeout(150_000);

let directory = "";
let world: World;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "release-bundle-"));
  world = await createWorld({ directory: path.join(directory, "world"), minimal: true });
});
afterEach(async () => {
  await world.stop();
  await rm(directory, { recursive: true, force: true });
});

it("the bundled command line makes a whole release, and starts the platform that is its own program", async () => {
  const { staging } = world.platforms;
  await stopPlatform(staging, realClock);

  const { code, log } = await approved(world, () =>
    runStub("cli", ["start", "--version=1.1.0", "--from=develop", "--to=main"], {
      directory,
      cwd: world.repositoryDirectory,
      env: world.env,
    }),
  );

  expect(log).toContain("v1.1.0 is released");
  expect(code).toBe(0);
  const { pid } = JSON.parse(await readFile(path.join(staging, "platform.json"), "utf8")) as { readonly pid: number };
  expect(await readFile(`/proc/${pid}/cmdline`, "utf8")).toContain("local-platform.js");
});

it("the bundled actions make a whole release, each step on a checkout of its own", async () => {
  const token = world.tokens.sarah;
  const env = { ...world.env, GITHUB_TOKEN: "", GITHUB_RUN_ID: "7001", GITHUB_RUN_ATTEMPT: "1" };
  const step = async (name: string, inputs: Readonly<Record<string, string>>): Promise<StepEnd> => {
    const cwd = await mkdtemp(path.join(directory, `${name}-`));
    const own = { ...env, GITHUB_WORKSPACE: cwd, RUNNER_TEMP: path.join(directory, "temp") };
    const sources = await runStub("checkout", [], { directory, cwd, env: own, inputs: { token, ref: "develop", path: "." } });
    expect(sources.outputs["sha"]).toMatch(/^[0-9a-f]{40}$/);
    expect(await readFile(path.join(cwd, ".git/config"), "utf8")).not.toMatch(/authorization|x-access-token/i);
    const end = await runStub(name, [], { directory, cwd, env: own, inputs: { token, ...inputs } });
    expect(end.log.replaceAll(`::add-mask::${token}`, "")).not.toContain(token);
    return end;
  };
  await mkdir(path.join(directory, "temp"));
  const release = "v1.1.0";

  const route = await step("validate", { command: "start", type: "standard", version: "1.1.0", from: "develop", to: "main" });
  expect(route.outputs).toMatchObject({ outcome: "go", release, type: "standard", resume_at: "quality_gates", legs: '["all"]' });
  const gate = await step("gate", { release, leg: "all" });
  expect(gate.outputs).toMatchObject({ outcome: "passed", evidence: expect.stringContaining("evidence-all.json") });
  const evidence = JSON.stringify({ all: gate.outputs["digest"] });
  const forged = await step("review", { release, evidence: JSON.stringify({ all: "0".repeat(64) }), "gates-result": "success" });
  expect(forged).toMatchObject({ code: 2, outputs: { outcome: "refused" } });
  const review = await approved(world, () => step("review", { release, evidence, "gates-result": "success" }));
  expect(review.outputs).toEqual({ outcome: "go" });
  const staging = await step("deploy", { release, environment: "staging" });
  expect(staging.outputs).toEqual({ outcome: "go" });
  expect(staging.summary).toMatch(/^\| Time \(UTC\) \| Who \| What \|$[^]*\| staging: 100 % of traffic on v1\.1\.0 \|/m);
  expect((await step("smoke", { environment: "staging" })).outputs).toEqual({ status: "passed", failed: "[]" });
  await answer(world, "approved");
  expect((await step("deploy", { release, environment: "production" })).outputs).toEqual({ outcome: "verified" });
  expect((await step("rollback", { release, mode: "net" })).outputs).toEqual({ outcome: "verified" });
  const report = await step("report", { release, state: "completed" });
  expect(report).toMatchObject({ code: 0, outputs: { outcome: "completed" } });
  expect(report.summary).toContain("1.1.0");
  const again = await step("redeploy", { environment: "production", reason: "is it still there?" });
  expect(again).toMatchObject({ code: 0, outputs: { outcome: "redeployed" } });
});
