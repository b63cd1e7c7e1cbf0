import { expect, it } from "@jest/globals";

import { fold } from "#machine";
import { trafficBackMs, type Told } from "#report";

import { figures, gateFigures, medianOf, undoneBy } from "../../packages/dashboard/figures.ts";
import { facts, shifted, type Script } from "../../packages/report/test/facts.ts";
import { rollbackOf, toCompleted, toFailed, toRolledBack } from "../../packages/report/test/stories.ts";

const told = (script: Script, release?: string): Told => {
  const known = facts(script, release === undefined ? {} : { release });
  return { facts: known, record: fold(known) };
};
const numbers = (releases: readonly Told[]) =>
  Object.fromEntries(
    figures(releases).map(({ name, value, over }) => [name, `${value}${over === "" ? "" : ` · ${over}`}`]),
  );

it("says what every number was counted over", () => {
  // The rolled back one took 7 s until traffic was back (three facts of a second, and 4 s), the other one 17 s.
  const seen = numbers([told(toCompleted()), told(toFailed()), told(toRolledBack(4000)), told(toRolledBack(14_000))]);

  expect(seen).toEqual({
    "Completed and still good": "25 % · 1 of 4 releases",
    "Rolled back": "50 % · 2 of 4 releases",
    "Cycle time, start to completed rollout, median": "3 min 06 s · n = 1",
    "Traffic back after the decision to roll back, median": "12.0 s · n = 2",
    "Deployed with every planned gate passed": "100 % · 3 of 3 releases",
    "Smoke tests passed, staging": "100 % · 3 of 3 runs",
    "Smoke tests passed, production": "100 % · 6 of 6 runs",
    "Smoke tests passed, after rollback": "100 % · 2 of 2 runs",
    "Deployment to staging, median": "40.0 s · n = 3",
    "Deployment to production, median": "2 min 40 s · n = 1",
    "Most often the slowest state": "staging · 2 of 4 releases",
  });
});

it("claims nothing where there is no data", () => {
  expect(new Set(Object.values(numbers([])))).toEqual(new Set(["no data yet"]));
  expect(numbers([told(toFailed())])["Traffic back after the decision to roll back, median"]).toBe("no data yet");
});

it("counts a completed release as rolled back once another record undid it", () => {
  const releases = [told(toCompleted()), told(rollbackOf(4000), "v2.5.0-rollback")];

  expect(undoneBy(releases).get("v2.5.0")?.id).toBe("v2.5.0-rollback");
  expect(numbers(releases)["Completed and still good"]).toBe("0 % · 0 of 1 releases");
  expect(numbers(releases)["Rolled back"]).toBe("100 % · 1 of 1 releases");
  expect(numbers(releases)["Traffic back after the decision to roll back, median"]).toBe("6.0 s · n = 1");
});

it("counts traffic as back only after the decision", () => {
  const script = toRolledBack(4000);
  const started = script.findIndex((body) => typeof body !== "number" && body.type === "verdict") - 3;
  const { facts: known } = told(script.toSpliced(started, 0, shifted("production", 0)));

  expect(trafficBackMs(known)).toBe(7000);
});

it("does not count a rollback that never got its traffic back", () => {
  const begun = rollbackOf(4000).slice(0, 2);

  expect(undoneBy([told(toCompleted()), told(begun)]).size).toBe(0);
});

it("tells how each gate fared", () => {
  const gates = gateFigures([told(toCompleted()), told(toFailed())]);

  expect(gates.find(({ gate }) => gate === "unit")).toEqual({ gate: "unit", passed: 1, ran: 2, medianMs: 60_000 });
  expect(gates.find(({ gate }) => gate === "e2e")?.ran).toBe(1);
});

it.each([
  [[3], 3],
  [[4, 1], 2.5],
  [[9, 1, 5], 5],
  [[8, 1, 2, 4], 3],
])("the median of %j is %d", (values, middle) => {
  expect(medianOf(values)).toBe(middle);
});
