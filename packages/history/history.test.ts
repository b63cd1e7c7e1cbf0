import { expect, it } from "@jest/globals";

import { fold, type Fact, type FactBody, type ReleasePlan } from "#machine";

import { adaptersOf, humanActionsOf } from "./actions.ts";
import { historyOf, releaseOf } from "./history.ts";
import type { Told } from "./types.ts";

const startMs = Date.parse("2026-03-02T10:00:00Z");
const minute = 60_000;
const plan: ReleasePlan = {
  releaseVersion: "2.5.0",
  releaseType: "standard",
  baseBranch: "develop",
  baseSha: "b".repeat(40),
  targetBranch: "main",
  releaseBranch: "release/2.5.0",
  tag: "v2.5.0",
  previousTag: "v2.4.0",
  gates: ["unit", "integration"],
  steps: [5, 100],
  stagingStrategy: "blue-green",
  productionStrategy: "canary",
  initiatedBy: "sarah",
  configDigest: "c".repeat(64),
};
const sha = "a".repeat(40);
const opened = (changes: Partial<ReleasePlan> = {}): FactBody => ({
  type: "opened",
  plan: { ...plan, ...changes },
  attempt: 1,
});

/** Facts one second apart; a number lets so many ms pass. */
function told(script: readonly (FactBody | number)[], release = "v2.5.0"): Told {
  let at = startMs;
  const facts: Fact[] = [];
  for (const body of script) {
    at += typeof body === "number" ? body : 1000;
    if (typeof body === "number") continue;
    const envelope = { seq: facts.length + 1, release, at: new Date(at).toISOString(), actor: "sarah" };
    facts.push({ ...envelope, run: { id: "1", attempt: 1 }, prev: "0".repeat(64), ...body });
  }
  return { facts, record: fold(facts) };
}

const gate = (name: "unit" | "integration", status: "passed" | "failed"): FactBody => ({
  type: "gate-finished",
  gate: name,
  status,
  sha,
  executionTimeMs: minute,
  targetMs: 5 * minute,
  failures: [],
});
const move = (
  from: "initiated" | "quality_gates" | "review" | "staging",
  to: "quality_gates" | "review" | "staging" | "production",
) => ({ type: "moved", from, to, reason: "guards hold" }) as const;
const suspended = (waitsFor: "fix" | "approval" | "window"): FactBody => ({
  type: "suspended",
  waitsFor,
  reason: "it waits",
  command: "release resume v2.5.0",
});
const smoke = (point: string, status: "passed" | "failed"): FactBody => ({
  type: "smoke-finished",
  environment: "staging",
  point,
  status,
  categoriesPassed: 5,
  categoriesFailed: 0,
  executionTimeMs: 1800,
  failedTests: [],
  checks: [],
});
const toReview = [
  opened(),
  move("initiated", "quality_gates"),
  gate("unit", "passed"),
  gate("integration", "passed"),
  move("quality_gates", "review"),
];
const staged = (...tests: readonly FactBody[]) => [
  ...toReview,
  { type: "tagged", tag: "v2.5.0", sha } as const,
  move("review", "staging"),
  { type: "deployment-started", environment: "staging", strategy: "blue-green" } as const,
  ...tests,
  {
    type: "deployment-finished",
    environment: "staging",
    status: "passed",
    strategy: "blue-green",
    healthChecks: "passing",
    deploymentDurationMs: minute,
  } as const,
];
const now = startMs + 60 * minute;

it("says that there is no data where there is none", () => {
  const { overall, releases, periods } = historyOf([], { now });

  expect(releases).toEqual([]);
  expect(periods).toHaveLength(1);
  expect(overall.success).toEqual({ part: 0, n: 0, share: null });
  expect(overall.cycleTimeMs).toEqual({ n: 0, median: null, p90: null });
  expect(overall.dora.deploymentFrequency).toMatchObject({ n: 0, perWeek: null });
});

it("counts no wait against a target, and ends what lasts now", () => {
  const waits = told([
    opened(),
    suspended("approval"),
    30 * minute,
    { type: "resumed", by: "sarah" },
    minute,
    suspended("window"),
  ]);
  const { states, workMs, waitedMs, elapsedMs, overTarget, waiting } = releaseOf(waits, now);

  expect(elapsedMs).toBe(now - startMs - 1000);
  expect(waitedMs + workMs).toBe(elapsedMs);
  expect(workMs).toBe(minute + 2000);
  expect([overTarget, states[0]?.overTarget]).toEqual([false, false]);
  expect(waiting).toMatchObject({ for: "window", command: "release resume v2.5.0" });
});

it.each<[string, readonly (FactBody | number)[], number]>([
  ["a start by a person", [opened()], 1],
  ["a start by a machine", [opened({ initiatedBy: "renovate[bot]" })], 0],
  ["two who approve", [opened(), { type: "approved", by: ["aisha", "li"], sha }], 3],
  ["a fix, gone on with by hand", [opened(), suspended("fix"), { type: "resumed", by: "sarah" }], 2],
  ["a fix, gone on with by a bot", [opened(), suspended("fix"), { type: "resumed", by: "github-actions[bot]" }], 1],
  [
    "a fix, gone on with by the watchdog",
    [opened(), suspended("fix"), { type: "woken", reason: "" }, { type: "resumed", by: "sarah" }],
    1,
  ],
  ["a window that opened", [opened(), suspended("window"), { type: "resumed", by: "sarah" }], 1],
  [
    "one request, recorded twice",
    [
      opened(),
      { type: "requested", id: "r", kind: "hold", by: "li", reason: "" },
      { type: "requested", id: "r", kind: "hold", by: "li", reason: "" },
    ],
    2,
  ],
])("counts what people did: %s", (_, script, n) => {
  expect(humanActionsOf(told(script).facts).n).toBe(n);
});

it.each([
  ["none ran", [], false],
  ["one failed at last", [smoke("100%", "passed"), smoke("100%", "failed")], false],
  ["one passed when it ran again", [smoke("100%", "failed"), smoke("100%", "passed")], true],
  ["one point failed, another passed", [smoke("50%", "failed"), smoke("100%", "passed")], false],
])("smoke compliance of a deployment: %s", (_, tests, smoked) => {
  expect(releaseOf(told(staged(...tests)), now).deployments).toMatchObject([{ status: "passed", smoked }]);
});

it("holds an override against gate compliance", () => {
  const overridden = toReview
    .with(0, opened({ overrides: [{ gate: "unit", reason: "flaky" }] }))
    .with(2, gate("unit", "failed"));
  const deployed = [...overridden, { type: "tagged", tag: "v2.5.0", sha } as const, move("review", "staging")];

  expect(releaseOf(told(overridden), now).gatesCompliant).toBeNull();
  expect(releaseOf(told(deployed), now)).toMatchObject({ gatesCompliant: false, gates: [{ overridden: true }, {}] });
});

it("tells what staging has and production has not", () => {
  const ledger = { commits: 7, inNotes: 7, hidden: 0, unconventional: 0 };
  const changes: FactBody = { type: "branch-prepared", sha, files: [], changelog: "- a basket\n", ledger };
  const release = told(staged(smoke("100%", "passed")).toSpliced(1, 0, changes));
  const failedTry = told([opened()], "v2.5.0_2");

  expect(historyOf([release, failedTry], { now }).undelivered).toEqual({
    staging: "v2.5.0",
    production: null,
    releases: [{ id: "v2.5.0", tag: "v2.5.0", commits: 7, changelog: "- a basket\n" }],
    commits: 7,
  });
});

const said = (status: "delivered" | "failed"): FactBody => ({ type: "notified", key: "k", channel: "chat", status });

it("tells how adapters served", () => {
  expect(
    adaptersOf(told([opened(), said("delivered"), said("failed"), { type: "warned", message: "x" }]).facts),
  ).toEqual([
    { kind: "channel", name: "chat", used: 2, failed: 1 },
    { kind: "warning", name: "warnings", used: 1, failed: 1 },
  ]);
});

it("is JSON: nothing is lost on the way", () => {
  const history = historyOf([told(staged(smoke("100%", "passed")))], { now, period: { kind: "quarter" } });

  expect(JSON.parse(JSON.stringify(history))).toEqual(history);
});

it("refuses a sprint that is none", () => {
  expect(() => historyOf([], { now, period: { kind: "sprint", days: 0, start: "2026-01-05" } })).toThrow(
    "A sprint of 0 days",
  );
});
