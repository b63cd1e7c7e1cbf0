import type { Ended } from "./condition.ts";
import { isSettled, isTerminal, type Release } from "./release.ts";
import type { Budget, Run, Wake } from "./run.ts";

const outcome = (ended: Ended | undefined) => ended?.outputs["outcome"] ?? "";
const result = (ended: Ended | undefined) => ended?.result ?? "skipped";
const resumesAt = ({ seen }: Wake) => seen["initiated"]?.outputs["resume_at"] ?? "";

/** Why a job must not have been started at that instant; an empty list is consent. */
type Objection = (wake: Wake) => readonly (string | false)[];

const ofDeploy: Objection = ({ job, release, cancelled }) => [
  cancelled && "a cancelled run deploys",
  release.suspended && "a suspended release deploys",
  isTerminal(release) && "a release that has ended deploys",
  release.verified && "a verified release is deployed again",
  release.verdict && "a release with a verdict deploys",
  !release.tagged && "deploys what was never reviewed",
  !(release.approved || (release.type === "hotfix" && release.auto)) && "an approval is skipped",
  release.type === "standard" && release.staging !== "verified" && "deploys what staging never proved",
  (release.type === "hotfix") !== (job === "production/production_canary") && "the rollout of the other type",
];

const ofGates: Objection = (wake) => [
  wake.cancelled && "gates in a cancelled run",
  wake.release.suspended && "gates of a suspended release",
  wake.release.state !== "quality_gates" && "gates out of their turn",
  (wake.job === "quality_gates") !== (wake.release.type === "standard") && "the gates of the other type",
  result(wake.seen["initiated"]) !== "success" && "gates though the release was not opened",
];

/** What must hold when a job is started, job by job. */
const atWake: Readonly<Record<string, Objection>> = {
  initiated: ({ cancelled }) => [cancelled && "a cancelled run begins"],
  quality_gates: ofGates,
  quality_gates_fast: ofGates,
  review: (wake) => [
    wake.cancelled && "review in a cancelled run",
    wake.release.suspended && "review of a suspended release",
    !["quality_gates", "review"].includes(wake.release.state) && "review out of its turn",
    result(wake.seen["quality_gates"]) !== "success" &&
      result(wake.seen["quality_gates_fast"]) !== "success" &&
      wake.release.state !== "review" &&
      "review without gates",
    [wake.seen["quality_gates"], wake.seen["quality_gates_fast"]].some(
      (gates) => !["success", "skipped"].includes(result(gates)),
    ) && "review though a leg died",
  ],
  staging: ({ cancelled, release, seen }) => [
    cancelled && "staging in a cancelled run",
    release.suspended && "staging of a suspended release",
    release.type !== "standard" && "staging of a hotfix",
    !release.tagged && "staging of what was never reviewed",
    release.verdict && "staging of a release with a verdict",
    release.approved && release.staging === "verified" && "staging again after the approval",
    !["success", "skipped"].includes(result(seen["review"])) && "staging though review died",
  ],
  unstage: (wake) => [
    result(wake.seen["staging"]) === "success" && "staging put back though it succeeded",
    result(wake.seen["staging"]) === "skipped" && resumesAt(wake) !== "failed" && "staging put back though nothing ran",
  ],
  approval: ({ cancelled, release }) => [
    cancelled && "people are asked in a cancelled run",
    release.suspended && "people are asked for a suspended release",
    release.approved && "people are asked twice",
    release.auto && "people are asked though decision 19 lets it pass",
    release.verdict && "people are asked about a release with a verdict",
    !release.tagged && "people are asked before the review",
    release.type === "standard" && release.staging !== "verified" && "people are asked before staging is proved",
  ],
  production: ({ cancelled, release }) => [
    cancelled && "a cancelled run enters the lock",
    !release.tagged && "enters the lock before the review",
    isSettled(release) && "enters the lock for nothing",
    release.state === "failed" && "a failed release enters the lock",
    release.suspended && "a suspended release enters the lock",
  ],
  "production/production": ofDeploy,
  "production/production_canary": ofDeploy,
  "production/rolled_back": ({ seen, release }) => [
    [seen["production"], seen["production_canary"]].some((one) => result(one) === "success") &&
      "rolls back beside a rollout that succeeded",
    release.verified &&
      Object.values(seen).every((one) => result(one) === "skipped") &&
      "rolls back what is to be completed",
  ],
  "production/completed": ({ seen, release }) => [
    [seen["production"], seen["production_canary"]].some((one) => outcome(one) === "waiting") &&
      "a suspension is completed",
    !release.verified &&
      Object.values(seen).every((one) => result(one) !== "success") &&
      "completes what was never verified",
    Object.values(seen).some((one) => result(one) === "failure") && "completes beside a rollout that failed",
  ],
  rolled_back: ({ seen }) => [
    ["success", "skipped"].includes(result(seen["production"])) && "the net though production did not die",
    ["verified", "completed", "rolled_back", "untouched"].includes(outcome(seen["production"])) &&
      "the net though production told how it ended",
  ],
  validation: ({ cancelled, release, seen }) => [
    cancelled && "journeys in a cancelled run",
    release.suspended && "journeys of a suspended release",
    release.state !== "completed" && "journeys before the end",
    seen["production"]?.outputs["journeys"] !== "due" && "journeys that nobody owes",
  ],
  validated: ({ cancelled, seen }) => [
    cancelled && "journeys recorded in a cancelled run",
    result(seen["validation"]) !== "success" && "journeys recorded that were not walked",
  ],
  failed: ({ seen }) => [
    Object.values(seen).some((one) => outcome(one) === "waiting") && "a suspended run is called failed",
    outcome(seen["initiated"]) === "refused" && "a refused run is called failed",
    ["verified", "touched", "completed", "rolled_back"].includes(outcome(seen["production"])) &&
      "called failed though production has settled or will",
  ],
};

/** Everything that is wrong with how a run went, from the first job to its end. */
export function objectionsTo(before: Release, allowed: Budget, run: Run): readonly string[] {
  const wakes = run.wakes.flatMap((wake) => (atWake[wake.job]?.(wake) ?? []).filter((text) => text !== false));
  return [...wakes, ...atEnd(before, allowed, run).filter((text) => text !== false)];
}

function atEnd(
  before: Release,
  allowed: Budget,
  { release, budget, calleeDied, ended, wakes }: Run,
): readonly (string | false)[] {
  const woken = new Set(wakes.map(({ job }) => job));
  const any = (...jobs: readonly string[]) => jobs.some((job) => woken.has(job));
  const opened = outcome(ended["initiated"]) !== "refused" && release.state !== "new";
  const traffic = any("production/production", "production/production_canary", "production/rolled_back", "rolled_back");
  const settlers = any("production/completed", "production/rolled_back", "rolled_back");
  const calm = budget.faults === allowed.faults;
  return [
    wakes[0]?.cancelled !== true && !any("initiated") && "nothing loads the release",
    release.touched && traffic && !settlers && "traffic was touched and nobody settles it",
    release.touched &&
      !isTerminal(release) &&
      any("production/production", "production/production_canary") &&
      !settlers &&
      "a touched release is left alone",
    !calleeDied &&
      release.state === "production" &&
      !release.verified &&
      !any("production/rolled_back") &&
      any("production/production", "production/production_canary") &&
      "the callee leaves its rollback to the net",
    any("staging") &&
      result(ended["staging"]) !== "success" &&
      !any("unstage") &&
      "staging died and nobody puts it back",
    before.state === "failed" &&
      !isSettled(before) &&
      result(ended["initiated"]) === "success" &&
      outcome(ended["initiated"]) === "go" &&
      !any("unstage") &&
      "a failed release leaves its version in staging",
    opened &&
      !release.touched &&
      release.verdict &&
      !isTerminal(before) &&
      !any("failed") &&
      "a verdict that nobody acts on",
    opened &&
      !isSettled(release) &&
      !release.suspended &&
      !settlers &&
      !any("failed") &&
      "ends unsettled and nobody notes it",
    calm && any("failed") && !release.verdict && "called failed for nothing",
    calm && any("rolled_back") && "the net for nothing",
    calm && any("production/rolled_back") && release.verified && "a good release wakes the rollback",
    calm && any("unstage") && !release.verdict && "staging put back for nothing",
    calm && !release.suspended && !isSettled(release) && opened && !release.verdict && "stops for no reason",
  ];
}
