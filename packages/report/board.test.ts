import { expect, it } from "@jest/globals";

import { apply, fold } from "#machine";

import { board } from "./board.ts";
import { facts, move, opened, openedAs, openedAt, shifted } from "./test/facts.ts";
import {
  backAgain,
  rollbackOf,
  suspendedForApproval,
  toCompleted,
  toFailed,
  toGates,
  toProduction,
  toReview,
  toRolledBack,
} from "./test/stories.ts";

const boardOf = (script: Parameters<typeof facts>[0], laterMs = 0) => {
  const record = fold(facts(script));
  return board(record, Date.parse(record.lastAt) + laterMs);
};
const text = (script: Parameters<typeof facts>[0], laterMs = 0) => boardOf(script, laterMs).lines.join("\n");

it("goes from 0 % to 100 % and never back", () => {
  const [first, ...rest] = facts(toCompleted());
  let record = fold(first === undefined ? [] : [first]);
  const seen = [board(record, openedAt).percent];
  for (const fact of rest) {
    record = apply(record, fact);
    seen.push(board(record, openedAt).percent);
  }

  expect(seen[0]).toBe(0);
  expect(seen.at(-1)).toBe(100);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.slice(0, -1).every((percent) => percent < 100)).toBe(true);
});

it.each([
  ["failed", toFailed()],
  ["rolled back", toRolledBack()],
  ["rollback", rollbackOf(1)],
])("is at 100 %% when a release has ended %s, and below before", (_, script) => {
  expect(boardOf(script).percent).toBe(100);
  expect(boardOf(script.slice(0, -1)).percent).toBeLessThan(100);
});

it("shows the gates that ran and the states to come", () => {
  const lines = boardOf(toReview()).lines;

  expect(lines).toContain("  ✓ quality_gates      7.0 s of 23 min 00 s");
  expect(lines).toContain("    ✓ unit         210 of 210 tests, coverage 84.3 % (required ≥ 80 %), 1 min 00 s");
  expect(lines).toContain("  ○ production");
});

it("marks a state that is over its target", () => {
  expect(text(toGates(), 22 * 60_000)).not.toContain("over target");
  expect(text(toGates(), 24 * 60_000)).toContain("▶ quality_gates      24 min 00 s of 23 min 00 s (over target)");
});

it("stops the clock of a suspended release and says how to go on", () => {
  const later = 7 * 86_400_000;
  const shown = text([...toReview(), suspendedForApproval], later);

  expect(shown).toContain("⏸ review             2.0 s");
  expect(shown).toContain("⏸ waits for approval: 1 approval of a code owner is missing");
  expect(shown).toContain("continue with: release resume v2.5.0");
});

it("shows where a release failed and what to do", () => {
  const shown = text(toFailed());

  expect(shown).toContain("✗ quality_gates ");
  expect(shown).toContain("✗ failed ");
  expect(shown).toContain("→ Correct roundPrice in src/price.ts");
});

it("shows who has the traffic, and that it is back", () => {
  expect(text([...toProduction(), ...productionAt(25)])).toContain("production   v2.5.0 25 % · v2.4.0 75 %");

  const back = text(toRolledBack());
  expect(back).toContain("↩ error-rate-spike: The error rate is proved above 5 %");
  expect(back).toContain("↩ rollback_completed: v2.4.0 serves again");
  // What its clients met, not those of the version that serves again.
  expect(back).toContain("v2.5.0 0 % · v2.4.0 100 % · 900 requests, 40.0 % errors");
});

const productionAt = (percent: number) => [
  { type: "deployment-started", environment: "production", strategy: "canary", previous: "v2.4.0" } as const,
  shifted("production", percent),
];

it("shows a rollback of its own by its phases", () => {
  const begun = [openedAs("rollback")];

  expect(boardOf(begun).percent).toBe(0);
  expect(boardOf([...begun, ...backAgain(1).slice(0, 1)]).percent).toBe(17);
  expect(text(begun)).toContain("▶ rolled_back");
});

it("obeys nothing that stands in a reason", () => {
  const script = [opened({ initiatedBy: "eve\u001b[2J\nRelease v9" }), move("initiated", "quality_gates")];

  expect(boardOf(script).lines[0]).toBe("Release v2.5.0 · standard · develop → main · by eve[2J Release v9");
});
