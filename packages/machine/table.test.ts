import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { guardTable, stateDiagram } from "./diagram.ts";
import { guards, type GuardName } from "./guards.ts";
import { missingGuards } from "./missing-guards.ts";
import { fold, type ReleaseRecord } from "./record.ts";
import { guardsOf, isTerminal, mayEnterPhase, movesFrom, rollbackPhases, rollbackTable, states } from "./table.ts";
import type { Fact, FactBody, FailureCause, GateName, ReleaseType } from "./facts.ts";
import type { ReleasePlan } from "./plan.ts";
import type { State } from "./table.ts";

const plan = (releaseType: ReleaseType): ReleasePlan => ({
  releaseVersion: "2.5.0",
  releaseType,
  baseBranch: "develop",
  baseSha: "b".repeat(40),
  targetBranch: "main",
  releaseBranch: "release/2.5.0",
  tag: "v2.5.0",
  previousTag: "v2.4.0",
  gates:
    releaseType === "hotfix"
      ? ["security", "unit", "smoke", "e2e"]
      : ["security", "dod", "unit", "integration", "smoke", "e2e"],
  steps: [5, 25, 50, 100],
  stagingStrategy: "blue-green",
  productionStrategy: "canary",
  initiatedBy: "sarah",
  configDigest: "0".repeat(64),
});

function facts(bodies: readonly FactBody[]): readonly Fact[] {
  return bodies.map((body, index) => ({
    seq: index + 1,
    release: "v2.5.0",
    at: new Date(index * 1000).toISOString(),
    actor: "sarah",
    run: { id: "1", attempt: 1 },
    prev: "0".repeat(64),
    ...body,
  }));
}

const open = (releaseType: ReleaseType): FactBody => ({ type: "opened", plan: plan(releaseType), attempt: 1 });

const causes: readonly FailureCause[] = ["refused", "closed", "expired", "moved", "aborted"];

/** Facts that may be recorded at any time, true or not for the present state. */
const observations: fc.Arbitrary<FactBody> = fc.oneof(
  fc.constantFrom<FactBody>(
    { type: "step-intended", step: "initiated#1/check-version" },
    { type: "step-done", step: "initiated#1/check-version", result: null },
    {
      type: "branch-prepared",
      sha: "a",
      files: [],
      changelog: "x",
      ledger: { commits: 1, inNotes: 1, hidden: 0, unconventional: 0 },
    },
    { type: "approved", by: ["aisha"], sha: "a" },
    { type: "merged", sha: "m", by: "sarah", gated: "same-tree" },
    { type: "merged", sha: "n", by: "sarah", gated: "neither" },
    { type: "tagged", tag: "v2.5.0", sha: "m" },
    { type: "deployment-started", environment: "staging", strategy: "blue-green" },
    { type: "deployment-started", environment: "production", strategy: "canary", previous: "v2.4.0" },
    { type: "verdict", trigger: "smoke-test-failure", reason: "login", evidence: [] },
    { type: "failure-captured", failedState: "review", failureReason: "refused", actionableFixSuggestions: [] },
    ...causes.map((cause) => ({
      type: "failure-captured" as const,
      failedState: "review" as const,
      failureReason: cause,
      cause,
      actionableFixSuggestions: [],
    })),
    { type: "suspended", waitsFor: "approval", reason: "r", command: "release resume v2.5.0" },
    { type: "resumed", by: "sarah" },
  ),
  fc.record({
    type: fc.constant("gate-finished" as const),
    gate: fc.constantFrom<GateName>("security", "dod", "unit", "integration", "smoke", "e2e"),
    status: fc.constantFrom("passed" as const, "failed" as const),
    sha: fc.constantFrom("a", "n", "other"),
    executionTimeMs: fc.nat(1000),
    targetMs: fc.constant(1000),
    failures: fc.constant([]),
  }),
  fc.record({
    type: fc.constant("smoke-finished" as const),
    environment: fc.constantFrom("staging" as const, "production" as const),
    point: fc.constant("x"),
    status: fc.constantFrom("passed" as const, "failed" as const),
    categoriesPassed: fc.constant(5),
    categoriesFailed: fc.constant(0),
    executionTimeMs: fc.constant(1),
    failedTests: fc.constant([]),
    checks: fc.constant([]),
  }),
  fc.record({
    type: fc.constant("watched" as const),
    environment: fc.constantFrom("staging" as const, "production" as const),
    point: fc.constant("x"),
    status: fc.constantFrom("passed" as const, "failed" as const),
    durationMs: fc.constant(1),
    requests: fc.nat(10),
    healthChecks: fc.constant("passing" as const),
    notMeasured: fc.constant([]),
    evidence: fc.constant([]),
  }),
);

describe("the table", () => {
  it("leads every state to an end, and no end anywhere", () => {
    const reaches = (state: State, seen: readonly State[]): boolean =>
      isTerminal(state) || movesFrom(state).some((to) => !seen.includes(to) && reaches(to, [...seen, to]));

    for (const state of states) {
      expect([state, reaches(state, [state])]).toEqual([state, true]);
      if (isTerminal(state)) expect(movesFrom(state)).toEqual([]);
    }
  });

  it.each<[State, State, boolean]>([
    ["initiated", "quality_gates", true],
    ["initiated", "staging", false],
    ["quality_gates", "staging", false],
    ["review", "quality_gates", true],
    ["staging", "rolled_back", false],
    ["production", "failed", true],
    ["quality_gates", "rolled_back", false],
    ["production_canary", "rolled_back", true],
    ["completed", "rolled_back", false],
  ])("%s → %s: %s", (from, to, there) => {
    expect(guardsOf(from, to) !== undefined).toBe(there);
  });

  it("rolls back through its phases, each of which ends", () => {
    for (const phase of rollbackPhases) {
      for (const next of rollbackTable[phase]) expect(mayEnterPhase(phase, next)).toBe(true);
      expect(mayEnterPhase(phase, "rollback_triggered")).toBe(false);
    }
  });
});

const endings = {
  closed: "pullRequestClosed",
  expired: "approvalExpired",
  moved: "reviewedHeadMoved",
  aborted: "releaseAborted",
  refused: "approvalRefused",
} as const satisfies Record<FailureCause, GuardName>;

/** The guards of a list that hold: a release fails for one reason, by the guard of its own. */
function waysToFail(record: ReleaseRecord): readonly GuardName[] {
  const lists = (guardsOf(record.state, "failed") ?? []).filter((condition) => typeof condition !== "string");
  return lists.flat().filter((name) => guards[name].holds(record));
}

const inReview = (cause?: FailureCause): ReleaseRecord => ({
  ...fold(facts([open("standard")])),
  state: "review",
  failure: {
    ...facts([
      { type: "failure-captured", failedState: "review", failureReason: "x", actionableFixSuggestions: [] },
    ])[0],
    ...(cause === undefined ? {} : { cause }),
  } as NonNullable<ReleaseRecord["failure"]>,
});

describe("the ends of a release before production", () => {
  it.each<[State, readonly (FailureCause | undefined)[]]>([
    ["initiated", ["aborted", undefined]],
    ["review", ["closed", "expired", "moved", "aborted", undefined]],
    ["staging", ["aborted", undefined]],
    ["production", ["refused", "expired", "aborted", undefined]],
    ["production_canary", ["refused", "expired", "aborted", undefined]],
  ])("%s fails for %j and for nothing else, each by its own guard", (state, allowed) => {
    for (const cause of [...causes, undefined]) {
      const record = { ...inReview(cause), state };
      const own = cause === undefined ? "stageBroke" : endings[cause];

      expect([cause, missingGuards(record, "failed")?.length === 0]).toEqual([cause, allowed.includes(cause)]);
      if (allowed.includes(cause)) expect(waysToFail(record)).toEqual([own]);
    }
  });

  it("is drawn with the guards that tell them apart", () => {
    expect(stateDiagram()).toContain("review --> failed: pullRequestClosed | approvalExpired | reviewedHeadMoved |");
    expect(guardTable()).toMatch(/`review` → `failed` \| Failure captured.*<br>One of: Pull request closed.*; Aborted/);
  });
});

describe("any sequence of facts", () => {
  it("makes no move whose guards do not hold, and none out of an end", () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ReleaseType>("standard", "hotfix"),
        fc.array(
          fc.oneof({ weight: 3, arbitrary: observations }, { weight: 2, arbitrary: fc.constantFrom(...states) }),
          { maxLength: 80 },
        ),
        (type, script) => {
          const bodies: FactBody[] = [open(type)];
          for (const item of script) {
            const record = fold(facts(bodies));
            if (typeof item !== "string") {
              bodies.push(item);
              continue;
            }
            const missing = missingGuards(record, item);
            if (missing === undefined || missing.length > 0) continue;
            expect(isTerminal(record.state)).toBe(false);
            bodies.push({ type: "moved", from: record.state, to: item, reason: "all guards hold" });
            const after = fold(facts(bodies));
            if (item === "staging") expect(after.gates.size).toBe(6);
            if (item === "failed") expect(waysToFail(record)).toHaveLength(1);
            if (item === "production") expect(after.visits.some(({ state }) => state === "staging")).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("refuses a move that the table does not have", () => {
    const bodies: FactBody[] = [
      open("standard"),
      { type: "moved", from: "initiated", to: "production", reason: "shortcut" },
    ];

    expect(() => fold(facts(bodies))).toThrow("no move from initiated to production");
  });

  it("refuses a gap, and anything after the end", () => {
    const [first] = facts([open("standard")]);
    const [, , third] = facts([open("standard"), { type: "resumed", by: "x" }, { type: "resumed", by: "x" }]);
    if (first === undefined || third === undefined) throw new Error("no facts");

    expect(() => fold([first, third])).toThrow("fact 3 follows fact 1");
    expect(() =>
      fold(facts([open("standard"), { type: "settled", outcome: "failed" }, { type: "resumed", by: "x" }])),
    ).toThrow("follows the end");
  });

  it("asks for new gates and a new approval when the merged tree was never gated", () => {
    const gates = plan("standard").gates.map<FactBody>((gate) => ({
      type: "gate-finished",
      gate,
      status: "passed",
      sha: "a",
      executionTimeMs: 1,
      targetMs: 1,
      failures: [],
    }));
    const record = fold(
      facts([
        open("standard"),
        { type: "step-done", step: "initiated#1/check-version", result: null },
        {
          type: "branch-prepared",
          sha: "a",
          files: [],
          changelog: "x",
          ledger: { commits: 0, inNotes: 0, hidden: 0, unconventional: 0 },
        },
        { type: "moved", from: "initiated", to: "quality_gates", reason: "" },
        ...gates,
        { type: "moved", from: "quality_gates", to: "review", reason: "" },
        { type: "approved", by: ["aisha"], sha: "a" },
        { type: "merged", sha: "squashed", by: "sarah", gated: "neither" },
        { type: "moved", from: "review", to: "quality_gates", reason: "" },
      ]),
    );

    expect(record.gatedSha).toBe("squashed");
    expect(record.gates.size).toBe(0);
    expect(record.approval).toBeUndefined();
    expect(missingGuards(record, "review")).toHaveLength(6);
  });

  it("keeps the first verdict, whatever is seen later", () => {
    const record = fold(
      facts([
        open("standard"),
        { type: "verdict", trigger: "latency", reason: "first", evidence: [] },
        { type: "verdict", trigger: "manual", reason: "second", evidence: [] },
      ]),
    );

    expect(record.verdict?.reason).toBe("first");
  });
});
