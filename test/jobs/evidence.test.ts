import { afterAll, beforeAll, expect, it } from "@jest/globals";

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import {
  deployToStaging,
  digestOf,
  evidenceText,
  rollbackManual,
  rollbackNet,
  rollbackStaging,
  type DeliveredEvidence,
  type Evidence,
} from "#stages";

import { createWorld, type World } from "../../packages/testbed/index.ts";
import { deliver, hireRunners, jobsOn, standard, type Runners } from "./runners.ts";

let directory = "";
let world: World;
let runners: Runners;
let jobs: ReturnType<typeof jobsOn>;
const genuine: { evidence?: Evidence } = {};

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "release-evidence-"));
  world = await createWorld({ directory: path.join(directory, "world"), minimal: true });
  runners = hireRunners(world);
  jobs = jobsOn(runners);
  await jobs.validate(standard);
  const { evidence } = await jobs.leg("v1.1.0", "all");
  genuine.evidence = evidence;
});

afterAll(async () => {
  await world.stop();
  await rm(directory, { recursive: true, force: true });
});

/** Evidence that says something else, announced by its own digest. */
function forged(change: Partial<Evidence>): DeliveredEvidence {
  const evidence = { ...all(), ...change };
  const text = evidenceText(evidence);
  return { leg: evidence.leg, digest: digestOf(text), text };
}

const all = (): Evidence => {
  if (genuine.evidence === undefined) throw new Error("no leg ran");
  return genuine.evidence;
};
const only = (gate: string) => all().outcomes.filter((outcome) => outcome.gate === gate);
const elsewhere = "a".repeat(40);

const forgeries: readonly [what: string, evidence: () => readonly DeliveredEvidence[], says: string][] = [
  [
    "a digest that its job did not announce",
    () => [{ ...forged({}), digest: digestOf("other") }],
    "not the one that its job announced",
  ],
  ["no JSON", () => [{ leg: "all", text: "yes", digest: digestOf("yes") }], "sent no evidence"],
  ["another commit", () => [forged({ sha: elsewhere })], "tested aaaaaaa"],
  [
    "another commit in one gate",
    () => [forged({ outcomes: all().outcomes.map((outcome) => ({ ...outcome, sha: elsewhere })) })],
    "tested aaaaaaa",
  ],
  ["another release", () => [forged({ release: "v1.0.0" })], "is that of v1.0.0"],
  ["another leg's name", () => [{ ...forged({}), leg: "unit" }], "leg all"],
  ["a missing gate", () => [forged({ outcomes: all().outcomes.slice(1) })], "no leg proves security"],
  ["no evidence at all", () => [], "no leg proves security, dod"],
  ["a gate of another leg", () => [forged({ leg: "unit" })], "leg unit speaks for gate security"],
  [
    "two legs for one gate",
    () => [forged({}), forged({ leg: "unit", outcomes: only("unit") })],
    "two legs speak for gate unit",
  ],
  [
    "a failed gate called passed",
    () => [
      forged({
        outcomes: all().outcomes.map((outcome) => ({
          ...outcome,
          failures: [{ title: "1 of 9 failed", suggestion: "" }],
        })),
      }),
    ],
    "contradicts itself",
  ],
];

it.each(forgeries)("refuses %s, and records nothing", async (_, evidence, says) => {
  await expect(jobs.review("v1.1.0", evidence())).rejects.toThrow(says);
  const { record } = await jobs.record("v1.1.0");
  expect(record.state).toBe("quality_gates");
  expect(record.gates.size).toBe(0);
});

it("refuses a leg that the plan does not have", async () => {
  await expect(jobs.leg("v1.1.0", "constructor")).rejects.toThrow('has no leg "constructor"');
});

it("does nothing where nothing was touched", async () => {
  const machine = await runners.machine();
  expect(await rollbackNet(machine, "v1.1.0")).toMatchObject({ outcome: "untouched" });
  expect(await rollbackStaging(machine, "v1.1.0")).toMatchObject({ outcome: "untouched" });
  expect(await jobs.production("v1.1.0")).toMatchObject({ outcome: "untouched" });
  expect(await jobs.staging("v1.1.0")).toMatchObject({ outcome: "go" });
  expect((await jobs.record("v1.1.0")).record.state).toBe("quality_gates");
});

it("waits when the legs say passed and their jobs did not end well; goes on in the next run; puts a dead staging back and deploys anew", async () => {
  expect(await jobs.review("v1.1.0", [forged({})], "failure")).toMatchObject({ outcome: "waiting" });
  expect((await jobs.record("v1.1.0")).record.suspended).toMatchObject({ waitsFor: "interrupted" });
  expect((await jobs.validate({ kind: "resume", id: "v1.1.0" })).resumeAt).toBe("quality_gates");
  const legs = await Promise.all(all().outcomes.map(async ({ gate }) => deliver(await jobs.leg("v1.1.0", gate))));
  expect(await jobs.review("v1.1.0", legs)).toMatchObject({ outcome: "go" });
  await expect(dieAt("staging-watch")).rejects.toThrow("the runner is gone");
  expect(await rollbackStaging(await runners.machine(), "v1.1.0")).toMatchObject({ outcome: "rolled_back" });
  expect(await jobs.report("v1.1.0", "failed")).toMatchObject({ outcome: "waiting" });
  expect((await jobs.record("v1.1.0")).record.suspended).toMatchObject({ waitsFor: "interrupted" });
  expect(await jobs.staging("v1.1.0")).toMatchObject({ outcome: "go" });
  const { facts } = await jobs.record("v1.1.0");
  const traffic = facts.filter((fact) => fact.type === "traffic-shifted" || fact.type === "traffic-reverted");
  expect(traffic.map(({ type }) => type)).toEqual(["traffic-shifted", "traffic-reverted", "traffic-shifted"]);
  expect(await jobs.production("v1.1.0")).toMatchObject({ outcome: "verified" });
  await jobs.report("v1.1.0", "completed");
  const manual = { id: "v1.1.0", reason: "orders fail", requestId: "r1" };
  expect(await rollbackManual(await runners.machine(), manual)).toMatchObject({
    id: "v1.1.0-rollback",
    outcome: "rolled_back",
  });
});

/** The staging job, whose runner is lost right before a step. */
async function dieAt(step: string): Promise<void> {
  const machine = await runners.machine(
    {},
    {
      onEffect: async (phase, name) => {
        if (phase === "before" && name.includes(step)) throw new Error("the runner is gone");
      },
    },
  );
  await deployToStaging(machine, "v1.1.0");
}
