import type { Fact, FactBody, GateName, ReleasePlan, ReleaseType } from "#machine";

/** When every release of these tests begins. */
export const openedAt = Date.parse("2026-03-02T10:00:00.000Z");

/** What happened, in order; a number moves the clock on by as many ms. */
export type Script = readonly (FactBody | number)[];

export const plan = (changes: Partial<ReleasePlan> = {}): ReleasePlan => ({
  releaseVersion: "2.5.0",
  releaseType: "standard",
  baseBranch: "develop",
  baseSha: "b".repeat(40),
  targetBranch: "main",
  releaseBranch: "release/2.5.0",
  tag: "v2.5.0",
  previousTag: "v2.4.0",
  gates: ["security", "dod", "unit", "integration", "smoke", "e2e"],
  steps: [5, 25, 50, 100],
  stagingStrategy: "blue-green",
  productionStrategy: "canary",
  initiatedBy: "sarah",
  configDigest: "c".repeat(64),
  ...changes,
});

/** Facts of one release, each `apartMs` after the one before. */
export function facts(
  bodies: Script,
  { release = "v2.5.0", startMs = openedAt, apartMs = 1000 } = {},
): readonly Fact[] {
  let at = startMs - apartMs;
  let seq = 0;
  return bodies.flatMap((body) => {
    if (typeof body === "number") {
      at += body;
      return [];
    }
    at += apartMs;
    seq += 1;
    const fact: Fact = {
      seq,
      release,
      at: new Date(at).toISOString(),
      actor: "sarah",
      run: { id: "1", attempt: 1 },
      prev: "0".repeat(64),
      ...body,
    };
    return [fact];
  });
}

export const opened = (changes: Partial<ReleasePlan> = {}): FactBody => ({
  type: "opened",
  plan: plan(changes),
  attempt: 1,
});

export const openedAs = (releaseType: ReleaseType): FactBody =>
  releaseType === "rollback"
    ? opened({
        releaseType,
        gates: [],
        steps: [],
        rollback: { from: "v2.5.0", to: "v2.4.0", reason: "orders are lost" },
      })
    : opened({ releaseType });

export const sha = "a".repeat(40);

export const changelog = `## [2.5.0](https://github.com/acme/shop/compare/v2.4.0...v2.5.0) (2026-03-02)

### Features

- **cart:** keep the basket ([#41](https://github.com/acme/shop/pull/41), [#12](https://github.com/acme/shop/issues/12)) ([1a2b3c4](https://github.com/acme/shop/commit/1a2b3c4))

### Fixes

- round prices ([SHOP-7](https://tracker.example/SHOP-7)) ([5d6e7f8](https://github.com/acme/shop/commit/5d6e7f8))
`;

export const prepared = (text = changelog): readonly FactBody[] => [
  {
    type: "branch-prepared",
    sha,
    files: ["CHANGELOG.md", "package.json"],
    changelog: text,
    ledger: { commits: 2, inNotes: 2, hidden: 0, unconventional: 0 },
  },
  { type: "step-done", step: "initiated#1/prepare-branch", result: sha },
];

export const move = (from: string, to: string, reason = "guards hold"): FactBody =>
  ({ type: "moved", from, to, reason }) as FactBody;

type Gate = Extract<FactBody, { type: "gate-finished" }>;

export const gate = (name: GateName, changes: Partial<Gate> = {}): Gate => ({
  type: "gate-finished",
  gate: name,
  status: "passed",
  sha,
  executionTimeMs: 60_000,
  targetMs: 180_000,
  metrics: metrics[name],
  failures: [],
  ...changes,
});

const metrics: { readonly [G in GateName]: NonNullable<Gate["metrics"]> } = {
  security: { gate: "security", criticalIssues: 0, highIssues: 0, otherIssues: 3 },
  dod: {
    gate: "dod",
    categoriesPassed: 7,
    categoriesFailed: 0,
    categories: [
      { name: "Documentation", status: "passed", evidence: "README.md changed with the code" },
      { name: "CI status", status: "provisional", evidence: "asserted before staging" },
    ],
  },
  unit: { gate: "unit", coverage: 84.25, requiredCoverage: 80, totalTests: 210, failedTests: 0 },
  integration: { gate: "integration", coverage: 71.5, requiredCoverage: 70, totalTests: 42, failedTests: 0 },
  smoke: {
    gate: "smoke",
    categoriesPassed: 5,
    categoriesFailed: 0,
    checks: [
      { category: "api", name: "GET /health", status: "passed", durationMs: 12 },
      { category: "database", name: "database", status: "not-applicable", durationMs: 0, detail: "none: no database" },
    ],
  },
  e2e: {
    gate: "e2e",
    journeysPassed: 2,
    journeysFailed: 0,
    journeys: [
      { name: "buys a book", status: "passed", durationMs: 2300 },
      { name: "logs in", status: "passed", durationMs: 900 },
    ],
  },
};

export const allGates: readonly FactBody[] = [
  gate("security"),
  gate("dod"),
  gate("unit"),
  gate("integration"),
  gate("smoke"),
  gate("e2e"),
];

type Smoke = Extract<FactBody, { type: "smoke-finished" }>;

export const smoke = (environment: Smoke["environment"], point: string, changes: Partial<Smoke> = {}): Smoke => ({
  type: "smoke-finished",
  environment,
  point,
  status: "passed",
  categoriesPassed: 5,
  categoriesFailed: 0,
  executionTimeMs: 800,
  failedTests: [],
  checks: [{ category: "paths", name: `order at ${point}`, status: "passed", durationMs: 44 }],
  ...changes,
});

type Watched = Extract<FactBody, { type: "watched" }>;

export const watched = (
  environment: Watched["environment"],
  point: string,
  changes: Partial<Watched> = {},
): Watched => ({
  type: "watched",
  environment,
  point,
  status: "passed",
  durationMs: 30_000,
  errorRatio: 0.002,
  p95Ms: 120,
  requests: 900,
  healthChecks: "passing",
  notMeasured: ["cpu"],
  evidence: [],
  ...changes,
});

export const shifted = (environment: Watched["environment"], percent: number): FactBody => ({
  type: "traffic-shifted",
  environment,
  version: "v2.5.0",
  percent,
});

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

const phase = (to: string): FactBody => ({ type: "rollback-moved", to, reason: "as it should" }) as FactBody;

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

export const rollbackOf = (backMs: number): Script => [openedAs("rollback"), ...backAgain(backMs)];
