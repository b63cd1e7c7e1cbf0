import { expect, it } from "@jest/globals";

import { digestOf, evidenceText, type DeliveredEvidence, type Evidence, type LegEnd } from "#stages";

import { foundCompany, type Setting } from "../releases/company.ts";
import { deliver, hireRunners, jobsOn, standard } from "./runners.ts";

const sideBySide: Setting = [["gates", "parallel"], true];
const planned = ["security", "dod", "unit", "integration", "smoke", "e2e"] as const;

async function opened(...settings: readonly Setting[]) {
  const company = await foundCompany({ settings: [sideBySide, ...settings] });
  const jobs = jobsOn(hireRunners(company.world));
  const route = await jobs.validate(standard);
  expect(route).toMatchObject({ outcome: "go", resumeAt: "quality_gates", legs: planned });
  const legs = async () => {
    const ends = await Promise.all(route.legs.map(async (leg) => [leg, await jobs.leg("v1.1.0", leg)] as const));
    return new Map<string, LegEnd>(ends);
  };
  return { company, jobs, legs };
}

/** What a leg says, changed, and announced by its own digest. */
function rewritten({ evidence }: LegEnd, change: Partial<Evidence>): DeliveredEvidence {
  const said = { ...evidence, ...change };
  const text = evidenceText(said);
  return { leg: said.leg, digest: digestOf(text), text };
}

function endOf(legs: ReadonlyMap<string, LegEnd>, leg: string): LegEnd {
  const end = legs.get(leg);
  if (end === undefined) throw new Error(`leg ${leg} did not run`);
  return end;
}

it("legs side by side: the Definition of Done promises what it cannot know, nobody speaks for another, all of them pass", async () => {
  const { jobs, legs } = await opened();
  const ends = await legs();

  expect(
    [...ends].map(([leg, { outcome, evidence }]) => [leg, outcome, evidence.outcomes.map(({ gate }) => gate)]),
  ).toEqual(planned.map((gate) => [gate, "passed", [gate]]));
  const [dod] = endOf(ends, "dod").evidence.outcomes;
  const categories = dod?.metrics?.gate === "dod" ? dod.metrics.categories : [];
  for (const name of ["tests and coverage", "security and licences"])
    expect(categories.find((category) => category.name === name)).toMatchObject({ status: "provisional" });

  const honest = [...ends.values()].map(deliver);
  const without = (leg: string) => honest.filter((one) => one.leg !== leg);
  const unit = endOf(ends, "unit");
  const refusals: readonly [evidence: readonly DeliveredEvidence[], says: string][] = [
    [without("e2e"), "no leg proves e2e"],
    [
      [...without("security"), { ...deliver(unit), leg: "security" }],
      "the evidence of leg security is that of v1.1.0, leg unit",
    ],
    [
      [
        ...without("security"),
        { leg: "security", digest: endOf(ends, "security").digest, text: rewritten(unit, { leg: "security" }).text },
      ],
      "leg security is not the one that its job announced",
    ],
    [
      [...without("unit"), rewritten(unit, { outcomes: endOf(ends, "security").evidence.outcomes })],
      "leg unit speaks for gate security",
    ],
    [[...without("unit"), rewritten(unit, { outcomes: [] })], "no leg proves unit"],
  ];
  for (const [evidence, says] of refusals) await expect(jobs.review("v1.1.0", evidence)).rejects.toThrow(says);
  expect((await jobs.record("v1.1.0")).record).toMatchObject({ state: "quality_gates", gates: new Map() });

  expect(await jobs.review("v1.1.0", honest)).toMatchObject({ outcome: "go" });
  const { facts } = await jobs.record("v1.1.0");
  expect(facts.flatMap((fact) => (fact.type === "gate-finished" ? [fact.gate] : []))).toEqual(planned);
});

it("one red leg beside the others: all are recorded, and the first red one in the order of the gates fails the release", async () => {
  const { jobs, legs } = await opened(
    [["gates", "unit", "command"], "exit 7"],
    [["gates", "e2e", "command"], "exit 8"],
  );
  const ends = await legs();
  expect([...ends].flatMap(([leg, { outcome }]) => (outcome === "failed" ? [leg] : []))).toEqual(["unit", "e2e"]);

  expect(await jobs.review("v1.1.0", [...ends.values()].map(deliver).toReversed())).toMatchObject({
    outcome: "failed",
  });

  const { record } = await jobs.record("v1.1.0");
  expect(record).toMatchObject({ state: "failed", failure: { failedGate: "unit" } });
  expect([...record.gates.keys()]).toEqual(planned);
});

it("legs of a run that died unrecorded run again; what was recorded does not", async () => {
  const { company, jobs, legs } = await opened();
  const first = await legs();
  // The run lost a runner: the legs that passed are green, their matrix is not.
  const passed = [...first.values()].map(deliver).filter(({ leg }) => leg !== "smoke");
  await expect(jobs.review("v1.1.0", passed, "failure")).rejects.toThrow("no leg proves smoke");
  expect(await jobs.validate({ kind: "resume", id: "v1.1.0" })).toMatchObject({
    resumeAt: "quality_gates",
    legs: planned,
  });

  await recordHalf(company);
  const route = await jobs.validate({ kind: "resume", id: "v1.1.0" });
  expect(route.legs).toEqual(["integration", "smoke", "e2e"]);
  expect(await jobs.leg("v1.1.0", "unit")).toMatchObject({ outcome: "passed", evidence: { outcomes: [] } });
  const rest = await Promise.all(route.legs.map(async (leg) => deliver(await jobs.leg("v1.1.0", leg))));
  await expect(jobs.review("v1.1.0", rest.slice(1))).rejects.toThrow("no leg proves integration");
  expect(await jobs.review("v1.1.0", rest)).toMatchObject({ outcome: "go" });
});

/** Somebody drives the release in a shell, which dies once three gates are recorded. */
async function recordHalf(company: Awaited<ReturnType<typeof foundCompany>>): Promise<void> {
  const machine = await hireRunners(company.world).machine();
  const { record } = (await machine.journal.read("v1.1.0")) ?? {};
  const driver = await machine.journal.drive("v1.1.0");
  const sha = record?.gatedSha ?? "";
  for (const gate of planned.slice(0, 3))
    driver.observe({
      type: "gate-finished",
      gate,
      status: "passed",
      sha,
      executionTimeMs: 1,
      targetMs: 1,
      failures: [],
    });
  await driver.flush();
  await driver.close();
}
