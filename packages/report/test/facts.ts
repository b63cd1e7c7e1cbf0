import type { Fact, FactBody, GateName, ReleasePlan, ReleaseType, State } from "#machine";

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

export const move = (from: State, to: State, reason = "guards hold"): FactBody => ({ type: "moved", from, to, reason });

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
