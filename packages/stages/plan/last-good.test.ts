import { expect, it } from "@jest/globals";

import type { StoredRelease } from "#journal";
import { fold, type FactBody, type ReleasePlan } from "#machine";

import { lastGood } from "../commands/last-good.ts";

const plan = (tag: string, changes: Partial<ReleasePlan> = {}): ReleasePlan => ({
  releaseVersion: tag.slice(1),
  releaseType: "standard",
  baseBranch: "develop",
  baseSha: "b".repeat(40),
  targetBranch: "main",
  releaseBranch: `release/${tag.slice(1)}`,
  tag,
  gates: [],
  steps: [100],
  stagingStrategy: "blue-green",
  productionStrategy: "canary",
  initiatedBy: "sarah",
  configDigest: "c".repeat(64),
  ...changes,
});

let minutes = 0;

/** What became of a release, a minute after the one before. */
function stored(
  wanted: ReleasePlan,
  state: StoredRelease["record"]["state"],
  bodies: readonly FactBody[] = [],
): StoredRelease {
  minutes += 1;
  const at = new Date(Date.parse("2026-03-02T10:00:00Z") + minutes * 60_000).toISOString();
  const opened: FactBody = { type: "opened", plan: wanted, attempt: 1 };
  const facts = [opened, ...bodies].map((body, index) => ({
    seq: index + 1,
    release: wanted.tag,
    at,
    actor: "sarah",
    run: { id: "1", attempt: 1 },
    prev: "",
    ...body,
  }));
  return { id: wanted.tag, facts, record: { ...fold(facts), state }, live: false };
}

const passedStaging = (): readonly FactBody[] => [
  { type: "deployment-started", environment: "staging", strategy: "blue-green" },
  {
    type: "deployment-finished",
    environment: "staging",
    status: "passed",
    strategy: "blue-green",
    healthChecks: "passing",
    deploymentDurationMs: 1,
  },
];
const putBack = (to: string): FactBody => ({
  type: "traffic-reverted",
  environment: "staging",
  to,
  status: "passed",
  durationMs: 1,
});
const released = (tag: string) => stored(plan(tag), "completed", passedStaging());
const failedAfterStaging = (tag: string, to: string) => stored(plan(tag), "failed", [...passedStaging(), putBack(to)]);
const rollbackOf = (from: string, to: string) =>
  stored(plan(from, { releaseType: "rollback", rollback: { from, to, reason: "bad" } }), "rolled_back", [
    { type: "rollback-moved", to: "traffic_reversion", reason: "" },
    { type: "traffic-reverted", environment: "production", to, status: "passed", durationMs: 1 },
  ]);
const redeployOf = (tag: string) =>
  stored(
    plan(tag, { releaseType: "redeploy", redeploy: { environment: "production", sha: "b".repeat(40), reason: "x" } }),
    "completed",
  );

it.each<[string, readonly StoredRelease[], string | undefined, string | undefined]>([
  ["nothing was released", [], undefined, undefined],
  ["one release completed", [released("v1.0.0")], "v1.0.0", "v1.0.0"],
  ["the newest of two", [released("v1.0.0"), released("v1.1.0")], "v1.1.0", "v1.1.0"],
  ["a release failed after staging", [released("v1.0.0"), failedAfterStaging("v1.1.0", "v1.0.0")], "v1.0.0", "v1.0.0"],
  [
    "the last one was rolled back later",
    [released("v1.0.0"), released("v1.1.0"), rollbackOf("v1.1.0", "v1.0.0")],
    "v1.0.0",
    "v1.0.0",
  ],
  [
    "what was rolled back to is older than the journal",
    [released("v1.1.0"), rollbackOf("v1.1.0", "v0.9.0")],
    "v0.9.0",
    undefined,
  ],
  [
    "an older one was deployed again meanwhile",
    [released("v1.0.0"), released("v1.1.0"), redeployOf("v1.0.0")],
    "v1.1.0",
    "v1.1.0",
  ],
])("the last good version when %s", (_, records, production, staging) => {
  expect(lastGood(records, "production")?.version).toBe(production);
  expect(lastGood(records, "staging")?.version).toBe(staging);
});
