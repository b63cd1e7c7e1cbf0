import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";

import type { Fact, FactBody, GateName, ReleaseType } from "./facts.ts";
import { overrideOf, standingOf } from "./overrides.ts";
import type { ReleasePlan } from "./plan.ts";
import { missingGuards } from "./missing-guards.ts";
import { fold } from "./record.ts";

const allGates: readonly GateName[] = ["security", "dod", "unit", "integration", "smoke", "e2e"];

const plan = (releaseType: ReleaseType, changes: Partial<ReleasePlan> = {}): ReleasePlan => ({
  releaseVersion: "2.5.0",
  releaseType,
  baseBranch: "develop",
  baseSha: "b".repeat(40),
  targetBranch: "main",
  releaseBranch: "release/2.5.0",
  tag: "v2.5.0",
  gates: releaseType === "hotfix" ? ["security", "unit", "smoke", "e2e"] : allGates,
  steps: [100],
  stagingStrategy: "blue-green",
  productionStrategy: "canary",
  initiatedBy: "ada",
  configDigest: "0".repeat(64),
  ...changes,
});

const sha = "a".repeat(40);

function recordOf(wanted: ReleasePlan, outcomes: readonly Outcome[]) {
  const bodies: readonly FactBody[] = [
    { type: "opened", plan: wanted, attempt: 1 },
    { type: "step-done", step: "initiated#1/check-version", result: null },
    {
      type: "branch-prepared",
      sha,
      files: [],
      changelog: "x",
      ledger: { commits: 1, inNotes: 1, hidden: 0, unconventional: 0 },
    },
    {
      type: "moved",
      from: "initiated",
      to: wanted.releaseType === "hotfix" ? "quality_gates_fast" : "quality_gates",
      reason: "",
    },
    ...outcomes.map((outcome): FactBody => ({
      type: "gate-finished",
      executionTimeMs: 1,
      targetMs: 1,
      failures: [],
      ...outcome,
    })),
  ];
  return fold(
    bodies.map((body, index): Fact => ({
      seq: index + 1,
      release: "v2.5.0",
      at: new Date(index).toISOString(),
      actor: "ada",
      run: { id: "1", attempt: 1 },
      prev: "0".repeat(64),
      ...body,
    })),
  );
}

type Outcome = Pick<Extract<FactBody, { type: "gate-finished" }>, "gate" | "status" | "sha" | "notRun">;

const outcomeOf = (gate: GateName): fc.Arbitrary<Outcome | undefined> =>
  fc.option(
    fc.record(
      {
        gate: fc.constant(gate),
        status: fc.constantFrom("passed" as const, "failed" as const),
        // Seldom another one: of six gates each has to be right, for some releases to pass.
        sha: fc.oneof({ weight: 9, arbitrary: fc.constant(sha) }, fc.constant("c".repeat(40))),
        notRun: fc.constant(true as const),
      },
      { requiredKeys: ["gate", "status", "sha"] },
    ),
    { nil: undefined, freq: 10 },
  );

const overrides = fc.subarray([...allGates]).map((gates) => gates.map((gate) => ({ gate, reason: "INC-7" })));

describe("the gates let a release pass", () => {
  it.each<ReleaseType>(["standard", "hotfix"])(
    "%s: only when each passed, or ran and failed with an override, on this commit; never past smoke",
    (releaseType) => {
      let passed = 0;
      fc.assert(
        fc.property(overrides, fc.tuple(...allGates.map(outcomeOf)), (wanted, drawn) => {
          const outcomes = drawn.filter((outcome) => outcome !== undefined);
          const planned = plan(releaseType, wanted.length === 0 ? {} : { overrides: wanted });

          const goes = missingGuards(recordOf(planned, outcomes), "review")?.length === 0;

          const lets = (gate: GateName) =>
            outcomes.some(
              (one) =>
                one.gate === gate &&
                one.sha === sha &&
                (one.status === "passed" ||
                  (gate !== "smoke" && one.notRun === undefined && wanted.some((override) => override.gate === gate))),
            );
          expect(goes).toBe(planned.gates.every(lets));
          if (goes) passed += 1;
        }),
        { numRuns: 3_000 },
      );
      // The property says something about both answers.
      expect(passed).toBeGreaterThan(10);
    },
  );

  it("without an override a failure is a failure, and an override of smoke is none", () => {
    const failed = { gate: "unit", status: "failed" } as const;

    expect(standingOf({}, failed)).toBe("failed");
    expect(standingOf({ overrides: [{ gate: "e2e", reason: "r" }] }, failed)).toBe("failed");
    expect(standingOf({ overrides: [{ gate: "unit", reason: "r" }] }, failed)).toBe("overridden");
    expect(standingOf({ overrides: [{ gate: "unit", reason: "r" }] }, { ...failed, notRun: true })).toBe("failed");
    expect(overrideOf({ overrides: [{ gate: "smoke", reason: "r" }] }, "smoke")).toBeUndefined();
  });
});
