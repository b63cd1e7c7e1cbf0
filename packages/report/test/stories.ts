import type { FactBody, RollbackPhase } from "#machine";

import {
  allGates,
  gate,
  move,
  opened,
  openedAs,
  prepared,
  sha,
  shifted,
  smoke,
  watched,
  type Script,
} from "./facts.ts";

const deployed = (environment: "staging" | "production", points: readonly number[]): Script => [
  {
    type: "deployment-started",
    environment,
    strategy: environment === "staging" ? "blue-green" : "canary",
    previous: "v2.4.0",
  },
  ...points.flatMap((percent) => [
    shifted(environment, percent),
    smoke(environment, `${percent}%`),
    30_000,
    watched(environment, `${percent}%`),
  ]),
];

const finished = (environment: "staging" | "production"): FactBody => ({
  type: "deployment-finished",
  environment,
  status: "passed",
  strategy: environment === "staging" ? "blue-green" : "canary",
  healthChecks: "passing",
  deploymentDurationMs: environment === "staging" ? 40_000 : 160_000,
});

export const toGates = (text?: string): readonly FactBody[] => [
  opened(),
  ...prepared(text),
  move("initiated", "quality_gates"),
];

const pullRequest: FactBody = {
  type: "pull-request-opened",
  number: 43,
  url: "https://github.com/acme/shop/pull/43",
  head: sha,
};

export const toReview = (text?: string): readonly FactBody[] => [
  ...toGates(text),
  ...allGates,
  move("quality_gates", "review"),
  pullRequest,
];

export const toProduction = (): Script => [
  ...toReview(),
  { type: "approved", by: ["aisha"], sha },
  { type: "merged", sha: "d".repeat(40), by: "sarah", gated: "same-tree" },
  { type: "tagged", tag: "v2.5.0", sha: "d".repeat(40) },
  move("review", "staging"),
  ...deployed("staging", [100]),
  finished("staging"),
  move("staging", "production"),
];

export const toCompleted = (): Script => [
  ...toProduction(),
  ...deployed("production", [5, 25, 50, 100]),
  finished("production"),
  move("production", "completed"),
  { type: "published", what: "github-release", url: "https://github.com/acme/shop/releases/tag/v2.5.0" },
  { type: "settled", outcome: "completed" },
];

export const suspendedForApproval: FactBody = {
  type: "suspended",
  waitsFor: "approval",
  reason: "1 approval of a code owner is missing",
  until: "2026-04-01T10:00:00.000Z",
  command: "release resume v2.5.0",
};

export const toFailed = (): readonly FactBody[] => [
  ...toGates(),
  gate("security"),
  gate("dod"),
  gate("unit", {
    status: "failed",
    metrics: { gate: "unit", coverage: 61, requiredCoverage: 80, totalTests: 210, failedTests: 1 },
    failures: [
      {
        title: "rounds half up",
        detail: "expected 3 to be 2",
        file: "src/price.ts",
        line: 12,
        suggestion: "Correct roundPrice in src/price.ts",
      },
    ],
  }),
  { type: "step-done", step: "quality_gates#1/unit", result: "failed" },
  {
    type: "failure-captured",
    failedState: "quality_gates",
    failedGate: "unit",
    failureReason: "1 of 210 unit tests failed",
    actionableFixSuggestions: ["Correct roundPrice in src/price.ts"],
  },
  move("quality_gates", "failed"),
  { type: "settled", outcome: "failed" },
];

const phase = (to: RollbackPhase): FactBody => ({ type: "rollback-moved", to, reason: "as it should" });

export const backAgain = (backMs: number): Script => [
  phase("traffic_reversion"),
  backMs,
  shifted("production", 0),
  { type: "traffic-reverted", environment: "production", to: "v2.4.0", status: "passed", durationMs: backMs },
  phase("smoke_test_verification"),
  smoke("production", "rollback"),
  phase("health_monitoring"),
  watched("production", "rollback"),
  { type: "health-validated", errorRatio: 0.001, healthChecks: "passing", stabilizationDurationMs: 300_000 },
  phase("rollback_completed"),
  {
    type: "git-reverted",
    revertCommit: "e".repeat(40),
    revertTag: "v2.5.0-rollback",
    via: "pull-request",
    url: "https://github.com/acme/shop/pull/44",
  },
  { type: "settled", outcome: "rolled_back" },
];

/** Rolled back at 5 %: verdict, then three facts of a second each and `backMs` until traffic is back. */
export const toRolledBack = (backMs = 4000): Script => [
  ...toProduction(),
  { type: "deployment-started", environment: "production", strategy: "canary", previous: "v2.4.0" },
  shifted("production", 5),
  smoke("production", "5%"),
  watched("production", "5%", { status: "failed", errorRatio: 0.4, evidence: ["40 % of 900 requests failed"] }),
  {
    type: "verdict",
    trigger: "error-rate-spike",
    reason: "The error rate is proved above 5 %",
    evidence: ["40 % of 900 requests failed"],
  },
  move("production", "rolled_back", "verdict"),
  ...backAgain(backMs),
];

/** The rollback of a release that is over: it has no deployment, so no traffic of its own is shifted. */
export const rollbackOf = (backMs: number): Script => [
  openedAs("rollback"),
  ...backAgain(backMs).filter((body) => typeof body === "number" || body.type !== "traffic-shifted"),
];
