import type { Fact, FactBody, GateName, ReleasePlan, RollbackPhase, RollbackTrigger, State } from "#machine";

import {
  between,
  deploy,
  gateFact,
  hour,
  oneOf,
  prepared,
  randomOf,
  Script,
  sha,
  smokeFact,
} from "./release-script.ts";

/** How a made release goes. */
export type Course =
  | "completed"
  | "gate failed"
  | "refused"
  | "caught"
  | "rolled back at 100 %"
  | "rolled back by hand"
  | "escalated"
  | "in review"
  | "in production";

/** The facts of one release, oldest first. */
export type Facts = readonly Fact[];

/**
 * Histories as a team makes them: releases, retries, hotfixes, rollbacks, re-deploys, failures, and the last ones in flight.
 * The same seed makes the same facts; each list folds. `fromMs` is when the first one begins (ms since the epoch).
 */
export function releaseHistories(count: number, { seed = 1, fromMs = Date.UTC(2021, 0, 4, 9) } = {}): readonly Facts[] {
  const random = randomOf(seed);
  const made: Facts[] = [];
  let startMs = fromMs;
  let minor = 0;
  let production = "v1.0.0";
  const add = (facts: Facts): Facts => {
    made.push(facts);
    startMs = Date.parse(facts.at(-1)?.at ?? "") + between(random, 2, 30) * hour;
    return facts;
  };
  while (made.length < count) {
    minor += 1;
    const tag = `v1.${minor}.0`;
    const from = { tag, previousTag: production };
    const left = count - made.length;
    const course = left === 1 ? "in production" : left === 2 ? "in review" : courseBy(random());
    add(releaseMade(random, { ...from, startMs, course }));
    if (course === "in production" || course === "in review") continue;
    const again = made.length < count && course === "gate failed" && random() < 0.7;
    if (again) add(releaseMade(random, { ...from, startMs, course: "completed", attempt: 2 }));
    if (again || course === "completed") {
      const taken = afterwards(random, { tag, before: production, startMs });
      production = taken?.serves ?? tag;
      if (taken !== undefined && made.length < count) add(taken.facts);
    }
  }
  return made;
}

const minute = 60_000;

function courseBy(drawn: number): Course {
  if (drawn < 0.76) return "completed";
  if (drawn < 0.86) return "gate failed";
  if (drawn < 0.88) return "refused";
  if (drawn < 0.93) return "caught";
  if (drawn < 0.96) return "rolled back at 100 %";
  return drawn < 0.99 ? "rolled back by hand" : "escalated";
}

/** What becomes of a completed release now and then, and which tag serves after it. */
function afterwards(
  random: () => number,
  { tag, before, startMs }: { readonly tag: string; readonly before: string; readonly startMs: number },
): { readonly facts: Facts; readonly serves: string } | undefined {
  const drawn = random();
  if (drawn < 0.04) return { facts: rollbackRelease(random, { tag, to: before, startMs }), serves: before };
  if (drawn < 0.1) {
    const fixed = tag.replace(/0$/, "1");
    const facts = releaseMade(random, { tag: fixed, previousTag: tag, startMs, course: "completed", hotfix: true });
    return { facts, serves: fixed };
  }
  return drawn < 0.12 ? { facts: redeployRelease(random, { tag, startMs }), serves: tag } : undefined;
}

/** What release is to be made. */
export interface Wanted {
  readonly tag: string;
  readonly previousTag: string;
  readonly startMs: number;
  readonly course: Course;
  readonly attempt?: number;
  readonly hotfix?: boolean;
}

const allGates: readonly GateName[] = ["security", "dod", "unit", "integration", "smoke", "e2e"];
const people = ["sarah", "aisha", "li", "tom"] as const;
function planOf(random: () => number, { tag, previousTag, hotfix = false }: Wanted): ReleasePlan {
  const version = tag.slice(1);
  return {
    releaseVersion: version,
    releaseType: hotfix ? "hotfix" : "standard",
    baseBranch: hotfix ? previousTag : "develop",
    baseSha: sha,
    targetBranch: "main",
    releaseBranch: `${hotfix ? "hotfix" : "release"}/${version}`,
    tag,
    previousTag,
    gates: hotfix ? ["security", "unit", "smoke"] : allGates,
    ...(random() < 0.03 ? { overrides: [{ gate: "integration" as const, reason: "the test database is away" }] } : {}),
    steps: [5, 25, 50, 100],
    stagingStrategy: "blue-green",
    productionStrategy: "canary",
    initiatedBy: oneOf(random, people),
    configDigest: "c".repeat(64),
    ...(hotfix ? { incident: { severity: "P1", id: `INC-${version}`, autoApproved: false } } : {}),
  };
}

/** The facts of one release of that course. */
export function releaseMade(random: () => number, wanted: Wanted): Facts {
  const { tag, startMs, course, attempt = 1, hotfix = false } = wanted;
  const plan = planOf(random, wanted);
  const script = new Script(attempt === 1 ? tag : `${tag}_${attempt}`, startMs);
  const gates: State = hotfix ? "quality_gates_fast" : "quality_gates";
  script.add(0, { type: "opened", plan, attempt });
  script.add(500, { type: "lease-taken", lease: "1", holder: "job", adopted: false });
  script.step("initiated#1/prepare-branch", between(random, 20_000, 90_000));
  script.add(0, prepared(random, startMs)).move("initiated", gates);
  for (const gate of plan.gates) {
    const overridden = plan.overrides?.some((one) => one.gate === gate) === true;
    const failed = overridden || (course === "gate failed" && gate === "unit");
    script.add(between(random, 20_000, 200_000), gateFact(random, gate, failed));
    if (failed && !overridden) return failedIn(script, gates, "gate");
  }
  script.add(1000, { type: "compared", releases: 20, p95Ms: {}, advice: [] }).move(gates, "review");
  script.step("review#1/open-pull-request", 2000);
  script.add(0, { type: "pull-request-opened", number: 43, url: "https://github.com/acme/shop/pull/43", head: sha });
  const waits = {
    type: "suspended",
    waitsFor: "approval",
    reason: "an approval is missing",
    command: `release resume ${tag}`,
  } as const;
  script.add(1000, waits);
  if (course === "in review") return script.facts;
  script.add(between(random, 0.2, 20) * hour, { type: "resumed", by: "github-actions[bot]" });
  script.add(1000, { type: "approved", by: [oneOf(random, people)], sha });
  script.step("review#1/merge", 4000).add(0, { type: "merged", sha, by: "sarah", gated: "same-tree" });
  script.step("review#1/tag", 2000).add(0, { type: "tagged", tag, sha });
  const rollout: State = hotfix ? "production_canary" : "production";
  script.move("review", hotfix ? rollout : "staging");
  if (!hotfix) {
    deploy(script, random, { environment: "staging", shares: [100], previous: wanted.previousTag });
    script.move("staging", "production");
  }
  if (course === "refused") return failedIn(script, "production", "refused");
  const approved = {
    type: "production-approved",
    by: [oneOf(random, people)],
    environment: "production",
    runId: "1",
    sha,
  } as const;
  script.add(between(random, 1, 60) * minute, approved);
  const shares =
    course === "caught" ? [5] : course === "rolled back by hand" || course === "in production" ? [5, 25] : plan.steps;
  const whole = course === "completed";
  deploy(script, random, { environment: "production", shares, previous: wanted.previousTag, whole });
  if (course === "in production") return script.facts;
  if (!whole) return wentBack(script, random, { wanted, rollout });
  script.move(rollout, "completed").step("completed#1/publish", 3000);
  script.add(0, { type: "published", what: "github-release", url: `https://github.com/acme/shop/releases/tag/${tag}` });
  script.add(500, {
    type: "notified",
    key: `acme/shop ${tag} completed`,
    channel: "slack",
    status: random() < 0.02 ? "failed" : "delivered",
  });
  return script.add(2000, { type: "settled", outcome: "completed" }).facts;
}

function failedIn(script: Script, failedState: State, why: "gate" | "refused"): Facts {
  script.add(500, {
    type: "failure-captured",
    failedState,
    ...(why === "gate" ? { failedGate: "unit" as const } : { cause: "refused" as const }),
    failureReason: why === "gate" ? "2 of 1200 unit tests failed" : "the reviewers of production said no",
    actionableFixSuggestions: ["Correct roundPrice"],
  });
  return script.move(failedState, "failed").add(800, { type: "settled", outcome: "failed" }).facts;
}

function wentBack(
  script: Script,
  random: () => number,
  { wanted: { course, previousTag }, rollout }: { readonly wanted: Wanted; readonly rollout: State },
): Facts {
  const triggers: readonly [RollbackTrigger, ...RollbackTrigger[]] = [
    "error-rate-spike",
    "latency",
    "smoke-test-failure",
  ];
  const byHand = course === "rolled back by hand";
  const ask = { id: "r1", kind: "rollback", by: "aisha", reason: "orders are lost" } as const;
  if (byHand)
    script.add(
      between(random, 1, 9) * minute,
      { type: "requested", ...ask },
      { type: "answered", id: "r1", outcome: "obeyed", reason: "" },
    );
  const trigger = byHand ? "manual" : oneOf(random, triggers);
  script.add(500, { type: "verdict", trigger, reason: "orders are lost", evidence: [] });
  script.move(rollout, "rolled_back");
  return backAgain(script, random, { to: previousTag, ends: course !== "escalated", shifts: true });
}

const phase = (to: RollbackPhase): FactBody => ({ type: "rollback-moved", to, reason: "as it should" });

interface Back {
  readonly to: string;
  readonly ends: boolean;
  readonly shifts: boolean;
}

function backAgain(script: Script, random: () => number, { to, ends, shifts }: Back): Facts {
  script.add(500, phase("traffic_reversion"));
  if (!ends) {
    script.add(60_000, {
      type: "escalated",
      reason: "the target does not answer",
      manualSteps: ["kubectl rollout undo"],
    });
    return script.add(500, phase("escalation"), { type: "settled", outcome: "rolled_back" }).facts;
  }
  const durationMs = Math.floor(between(random, 1000, 40_000));
  script.add(durationMs);
  if (shifts) script.add(0, { type: "traffic-shifted", environment: "production", version: "new", percent: 0 });
  script.add(100, { type: "traffic-reverted", environment: "production", to, status: "passed", durationMs });
  script.add(500, phase("smoke_test_verification")).add(2000, smokeFact("production", "rollback"));
  script.add(500, phase("health_monitoring"));
  script.add(300_000, { type: "health-validated", healthChecks: "passing", stabilizationDurationMs: 300_000 });
  script.add(500, phase("rollback_completed"));
  const git = { revertCommit: sha, revertTag: "rolled-back", via: "pull-request" } as const;
  return script.add(4000, { type: "git-reverted", ...git }).add(500, { type: "settled", outcome: "rolled_back" }).facts;
}

/** A later release that takes a completed one back. */
export function rollbackRelease(
  random: () => number,
  { tag, to, startMs }: { readonly tag: string; readonly to: string; readonly startMs: number },
): Facts {
  const base = planOf(random, { tag, previousTag: to, startMs, course: "completed" });
  const { overrides: _, ...rest } = base;
  const script = new Script(`${tag}-rollback`, startMs);
  const rollback = { from: tag, to, reason: "orders are lost" };
  script.add(0, {
    type: "opened",
    attempt: 1,
    plan: { ...rest, releaseType: "rollback", gates: [], steps: [], rollback },
  });
  return backAgain(script, random, { to, ends: true, shifts: false });
}

/** The same version, brought up again. */
export function redeployRelease(
  random: () => number,
  { tag, startMs }: { readonly tag: string; readonly startMs: number },
): Facts {
  const base = planOf(random, { tag, previousTag: tag, startMs, course: "completed" });
  const { overrides: _, ...rest } = base;
  const script = new Script(`${tag}-redeploy`, startMs);
  const redeploy = { environment: "production", sha, reason: "a node was lost" } as const;
  script.add(0, {
    type: "opened",
    attempt: 1,
    plan: { ...rest, releaseType: "redeploy", gates: [], steps: [], redeploy },
  });
  script.add(between(random, 10_000, 90_000), smokeFact("production", "redeploy"));
  script.add(500, { type: "redeploy-moved", to: "smoke_test_verification", reason: "it is up" });
  script.add(2000, { type: "redeploy-moved", to: "redeployed", reason: "proved" });
  return script.add(500, { type: "settled", outcome: "redeployed" }).facts;
}
