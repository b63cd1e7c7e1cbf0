import type { Environment, FailureCause, GateName } from "./facts.ts";
import { overrideOf, standingOf } from "./overrides.ts";
import type { ReleaseRecord } from "./record.ts";

interface Guard {
  /** What must hold, in the words of the state machine. */
  readonly text: string;
  /** Holds also when an admin answers for the gate. */
  readonly overridable?: true;
  readonly holds: (record: ReleaseRecord) => boolean;
}

/** On exactly the commit that is to be released it passed, or an admin answers for it. */
const gateHolds = (gate: GateName) => (record: ReleaseRecord) => {
  const result = record.gates.get(gate);
  return result !== undefined && result.sha === record.gatedSha && standingOf(record.plan, result) !== "failed";
};

const deployed = (environment: Environment) => (record: ReleaseRecord) =>
  record.deployments.get(environment)?.status === "passed";

const healthy = (environment: Environment) => (record: ReleaseRecord) =>
  record.deployments.get(environment)?.healthChecks === "passing";

const smokePassed = (environment: Environment) => (record: ReleaseRecord) =>
  record.smoke.findLast((run) => run.environment === environment)?.status === "passed";

const watchPassed = (environment: Environment) => (record: ReleaseRecord) =>
  record.watches.findLast((watch) => watch.environment === environment)?.status === "passed";

const failedBy = (cause: FailureCause | undefined) => (record: ReleaseRecord) =>
  record.failure !== undefined && record.failure.cause === cause;

const isMergedUngated = ({ merge }: ReleaseRecord) => merge?.gated === "neither";

/** The release branch went on after its gates: what the base had gained was merged into it. */
const isUngated = ({ plan, gates, gatedSha }: ReleaseRecord) =>
  gatedSha !== undefined && plan.gates.some((gate) => gates.get(gate)?.sha !== gatedSha);

/** Named predicates on the record. A move is made only when all its guards hold. */
export const guards = {
  isStandard: { text: "Release type is standard", holds: (record) => record.plan.releaseType === "standard" },
  isHotfix: { text: "Release type is hotfix", holds: (record) => record.plan.releaseType === "hotfix" },
  versionFormatValid: {
    text: "Semantic version X.Y.Z",
    holds: (record) => /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(record.plan.releaseVersion),
  },
  noVersionConflict: {
    text: "Tag and branch belong to nobody else",
    holds: (record) => record.done.has("initiated#1/check-version"),
  },
  branchCreated: { text: "Release branch exists", holds: (record) => record.branchHead !== undefined },
  changelogGenerated: { text: "Changelog created", holds: (record) => record.changelog !== undefined },
  approvalRefused: { text: "The reviewers of production refused", holds: failedBy("refused") },
  pullRequestClosed: { text: "Pull request closed without a merge", holds: failedBy("closed") },
  approvalExpired: { text: "Nobody approved in time, or its time was over", holds: failedBy("expired") },
  reviewedHeadMoved: { text: "The head moved after its gates", holds: failedBy("moved") },
  releaseAborted: { text: "Aborted by a person", holds: failedBy("aborted") },
  stageBroke: { text: "A gate, a policy or a fault ended it", holds: failedBy(undefined) },
  failureCaptured: { text: "Failure captured with its context", holds: (record) => record.failure !== undefined },
  securityScanPassed: { text: "No critical or high severity issues", overridable: true, holds: gateHolds("security") },
  dodValidationPassed: { text: "All 8 categories pass", overridable: true, holds: gateHolds("dod") },
  unitTestsPassed: { text: "Coverage at its bound, 0 failures", overridable: true, holds: gateHolds("unit") },
  integrationTestsPassed: {
    text: "Coverage at its bound, 0 failures",
    overridable: true,
    holds: gateHolds("integration"),
  },
  preReleaseSmokeTestsPassed: { text: "All 5 categories pass", holds: gateHolds("smoke") },
  e2eTestsPassed: { text: "All journeys pass", overridable: true, holds: gateHolds("e2e") },
  everyPlannedGatePassed: {
    text: "All fast-track gates passed",
    overridable: true,
    holds: (record) => record.plan.gates.length > 0 && record.plan.gates.every((gate) => gateHolds(gate)(record)),
  },
  definitionOfDoneAsserted: {
    text: "Provisional categories of the Definition of Done proved",
    overridable: true,
    holds: ({ plan, gates, assertion, gatedSha }) => {
      if (overrideOf(plan, "dod") !== undefined) return true;
      const metrics = gates.get("dod")?.metrics;
      if (metrics?.gate !== "dod" || metrics.categories.every(({ status }) => status !== "provisional")) return true;
      return assertion?.status === "passed" && assertion.sha === gatedSha;
    },
  },
  approved: { text: "Approved on the head that was gated", holds: (record) => record.approval !== undefined },
  merged: { text: "Pull request merged", holds: (record) => record.merge !== undefined },
  tagged: { text: "Version tag exists", holds: (record) => record.tag !== undefined },
  mergedTreeIsGatedTree: {
    text: "What is deployed is what was gated",
    holds: (record) => record.merge !== undefined && record.merge.gated !== "neither",
  },
  treeIsUntested: {
    text: "The tree to be released was never gated",
    holds: (record) => record.tag === undefined && (record.merge === undefined ? isUngated : isMergedUngated)(record),
  },
  stagingDeploymentSuccessful: { text: "Deployment completed", holds: deployed("staging") },
  stagingHealthChecksPassing: { text: "All health checks green", holds: healthy("staging") },
  postStagingSmokeTestsPassed: { text: "All 5 categories pass", holds: smokePassed("staging") },
  stagingErrorRateNormal: { text: "Error rate below its bound", holds: watchPassed("staging") },
  productionUntouched: {
    text: "Production was not touched",
    holds: (record) => !record.touched.has("production") && record.verdict === undefined,
  },
  productionDeploymentSuccessful: {
    text: "Rollout reached 100 %",
    holds: (record) => deployed("production")(record) && record.verdict === undefined,
  },
  productionHealthChecksPassing: { text: "All health checks green", holds: healthy("production") },
  postProductionSmokeTestsPassed: { text: "All 5 categories pass", holds: smokePassed("production") },
  productionErrorRateNormal: { text: "Error rate normal over the last window", holds: watchPassed("production") },
  verdictLatched: { text: "A verdict to roll back is recorded", holds: (record) => record.verdict !== undefined },
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof guards;
