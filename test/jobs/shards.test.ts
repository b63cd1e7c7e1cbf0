import { expect, it } from "@jest/globals";

import { digestOf, evidenceText, type DeliveredEvidence, type Evidence, type LegEnd } from "#stages";

import { foundCompany, type Setting } from "../releases/company.ts";
import { deliver, hireRunners, jobsOn, standard } from "./runners.ts";

/** Writes one test, and covers one of the two lines of server.js. */
const unit = [
  "mkdir -p reports",
  `printf '<testsuite name="u" tests="1"><testcase name="test {shard} of {shards}" time="0.1"/></testsuite>' > reports/unit.xml`,
  "printf 'TN:\\nSF:server.js\\nDA:%s,1\\nDA:%s,0\\nend_of_record\\n' $SHARD_INDEX $((3 - SHARD_INDEX)) > reports/unit.lcov",
].join(" && ");
const split: readonly Setting[] = [
  [["gates", "unit", "command"], unit],
  [["gates", "unit", "shards"], 2],
  [["gates", "e2e", "shards"], 2],
];
const legNames = ["security", "dod", "unit-1", "unit-2", "integration", "smoke", "e2e-1", "e2e-2"];

async function opened(only: readonly string[] = legNames) {
  const company = await foundCompany({ settings: [[["gates", "parallel"], true], ...split] });
  const jobs = jobsOn(hireRunners(company.world));
  const route = await jobs.validate(standard);
  expect(route).toMatchObject({ outcome: "go", legs: legNames });
  const ran = await Promise.all(only.map(async (leg) => [leg, await jobs.leg("v1.1.0", leg)] as const));
  return { jobs, ends: new Map<string, LegEnd>(ran) };
}

function rewritten(end: LegEnd | undefined, change: Partial<Evidence>): DeliveredEvidence {
  if (end === undefined) throw new Error("the leg did not run");
  const said = { ...end.evidence, ...change };
  const text = evidenceText(said);
  return { leg: said.leg, digest: digestOf(text), text };
}

it("shards as legs: each proves its part, the review judges them together, and none may be missing or speak for another", async () => {
  const { jobs, ends } = await opened();
  expect([...ends.values()].map(({ outcome }) => outcome)).toEqual(legNames.map(() => "passed"));

  const honest = [...ends.values()].map(deliver);
  const without = (leg: string) => honest.filter((one) => one.leg !== leg);
  const second = ends.get("unit-2");
  const [outcome] = second?.evidence.outcomes ?? [];
  if (outcome === undefined) throw new Error("the shard has no outcome");
  const refusals: readonly [evidence: readonly DeliveredEvidence[], says: string][] = [
    [without("unit-2"), "no leg proves unit (shard 2 of 2 is missing)"],
    [without("e2e-1"), "no leg proves e2e (shard 1 of 2 is missing)"],
    [
      [...without("unit-2"), { ...deliver(ends.get("unit-1") as LegEnd), leg: "unit-2" }],
      "is that of v1.1.0, leg unit-1",
    ],
    [[...honest, rewritten(second, {})], "two legs speak for gate unit"],
    [[...without("unit-2"), rewritten(second, { outcomes: [outcome, outcome] })], "two legs speak for gate unit"],
    [[...without("e2e-1"), rewritten(second, { leg: "e2e-1" })], "leg e2e-1 speaks for gate unit"],
    [[...honest, rewritten(second, { leg: "unit-3" })], 'no leg "unit-3"'],
    [[...honest, rewritten(second, { leg: "unit" })], 'no leg "unit"'],
  ];
  for (const [evidence, says] of refusals) await expect(jobs.review("v1.1.0", evidence)).rejects.toThrow(says);
  expect((await jobs.record("v1.1.0")).record.gates.size).toBe(0);

  expect(await jobs.review("v1.1.0", honest)).toMatchObject({ outcome: "go" });
  const { gates } = (await jobs.record("v1.1.0")).record;
  expect(gates.get("unit")?.metrics).toEqual({
    gate: "unit",
    coverage: 100,
    requiredCoverage: 80,
    totalTests: 2,
    failedTests: 0,
  });
  expect(gates.get("e2e")?.metrics).toMatchObject({ journeysPassed: 2 });
});

it("lines that no shard covers fail the gate, with what is recorded of the shards that are there", async () => {
  const { jobs, ends } = await opened(["unit-1", "unit-2"]);
  const [first, second] = [ends.get("unit-1"), ends.get("unit-2")];
  const [lines] = second?.evidence.lines ?? [];
  if (first === undefined || lines === undefined) throw new Error("the shards have no lines");
  const red = rewritten(second, {
    outcomes: (second?.evidence.outcomes ?? []).map((one) => ({
      ...one,
      status: "failed",
      failures: [{ title: "Test failed: test 2 of 2", suggestion: "Correct the code." }],
    })),
    lines: [{ ...lines, covered: "", uncovered: "1-8" }],
  });

  expect(await jobs.review("v1.1.0", [deliver(first), red])).toMatchObject({ outcome: "failed" });

  const { record } = await jobs.record("v1.1.0");
  expect(record.failure?.failureReason).toBe(
    "Gate unit failed: Test failed: test 2 of 2; Coverage is 12.5 % of lines; 80 % are required",
  );
});
