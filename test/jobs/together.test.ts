import { expect, it } from "@jest/globals";

import { essence } from "../crash/release.ts";
import { foundCompany, type Company, type Setting } from "../releases/company.ts";
import { machineAt, type Artifacts } from "./actions.ts";
import { roads } from "./roads.ts";
import { hireRunners, jobsOn } from "./runners.ts";
import { runRelease, type EndedJobs } from "./workflow.ts";

/** Who drives is seen by the renewals: within a second, not within half a minute. */
const briefLease: readonly Setting[] = [[["journal", "lease"], { ttl: "3s", renew: "1s", effect: "1s" }]];
const { form, release } = roads.happy;
const resume = { command: "resume", release };

type OnMoment = Parameters<typeof machineAt>[0]["onMoment"];

const unseen: OnMoment = async () => {
  await Promise.resolve();
};

/** A run of its own, from its first job to its last. */
async function run(
  { world }: Company,
  runId: string,
  inputs: Readonly<Record<string, string>>,
  onMoment = unseen,
): Promise<EndedJobs> {
  const runners = hireRunners(world);
  const artifacts: Artifacts = new Map();
  const machine = () => Promise.resolve(machineAt({ runners, runId, artifacts, onMoment }));
  return runRelease({ github: { sha: "develop", token: world.tokens.sarah }, machine }, inputs);
}

const told = (ended: EndedJobs) =>
  Object.fromEntries([...ended].map(([job, { result, outputs }]) => [job, outputs["outcome"] ?? result]));
const red = (ended: EndedJobs) => [...ended].filter(([, { result }]) => result !== "success").map(([job]) => job);

it("a run that finds a living driver changes nothing and ends green", async () => {
  const company = await foundCompany({ settings: briefLease });
  let second: EndedJobs = new Map();
  let begun = false;
  const first = await run(company, "7001", form, async (name) => {
    if (begun || !name.includes("staging-prepare") || !name.endsWith("before")) return;
    begun = true;
    second = await run(company, "7002", resume);
  });

  expect(told(second)).toEqual({ initiated: "go", staging: "waiting" });
  expect(red(second)).toEqual([]);
  expect(told(first)).toMatchObject({ staging: "go", production: "completed" });
  const { facts, live } = await jobsOn(hireRunners(company.world)).record(release);
  expect(live).toBe(false);
  expect(facts.filter((fact) => fact.run.id === "7002")).toEqual([]);
}, 180_000);

it("two runs that are woken at the same instant end green, and every effect is there once", async () => {
  const company = await foundCompany({ settings: briefLease });
  const dies = run(company, "7001", form, async (name) => {
    if (name.includes("staging-prepare") && name.endsWith("before")) throw new Error("the runner is gone");
  });
  await expect(dies).rejects.toThrow("the runner is gone");
  await company.admin.clock({ advanceMs: 300_000 });

  const both = await Promise.all([run(company, "7002", resume), run(company, "7003", resume)]);

  expect(both.map(red)).toEqual([[], []]);
  expect(both.map((ended) => told(ended)["production"])).toContain("completed");
  const { facts, live, record } = await jobsOn(hireRunners(company.world)).record(release);
  expect({ live, state: record.state }).toEqual({ live: false, state: "completed" });
  const facing = essence(facts.filter(({ type }) => type !== "traffic-shifted")) as readonly object[];
  const all = facing.map((fact) => JSON.stringify(fact));
  expect(all.filter((fact, index) => all.indexOf(fact) !== index)).toEqual([]);
  expect(await company.traffic("staging")).toEqual({ "v1.1.0": 100 });
  expect(await company.traffic("production")).toEqual({ "v1.1.0": 100 });
}, 180_000);
