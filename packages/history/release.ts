import { isTerminal, type Fact, type ReleaseRecord } from "#machine";

import { adaptersOf, humanActionsOf } from "./actions.ts";
import { leadTimesOf } from "./lead-times.ts";
import { spreadOf } from "./numbers.ts";
import { statesOf, waitedMs, waitsIn, workOf } from "./passage.ts";
import { rollbackOf } from "./rollback.ts";
import { deploymentsOf, gateRun, smokeRun } from "./runs.ts";
import type { GateRun, Outcome, ReleaseMeasures, SmokeRun, Told, Waiting } from "./types.ts";

const deploying: ReadonlySet<string> = new Set(["staging", "production", "production_canary"]);

/** A release as it is counted: what is told of it, and each lead time of its commits in ms. */
export interface Measured {
  readonly release: ReleaseMeasures;
  readonly leadMs: readonly number[];
}

/** What is measured of one release; `undoneBy` is the release that took it back later. Durations of a live one end at `now`. */
export function measure(told: Told, now: number, undoneBy: string | null): Measured {
  const leadMs = leadTimesOf(told.record, completedAt(told.record));
  return { release: measuresOf(told, { now, undoneBy, leadMs }), leadMs };
}

/** What was measured of releases that are over, by their records. */
export type Kept = WeakMap<ReleaseRecord, Measured>;

/** The same, taken from what was kept where nothing can have changed since. */
export function measuredOnce(
  told: Told,
  { now, undoneBy, kept }: { readonly now: number; readonly undoneBy: string | null; readonly kept?: Kept | undefined },
): Measured {
  const before = kept?.get(told.record);
  if (before !== undefined && before.release.undoneBy === undoneBy) return before;
  const measured = measure(told, now, undoneBy);
  if (told.record.settled !== undefined) kept?.set(told.record, measured);
  return measured;
}

interface Around {
  readonly now: number;
  readonly undoneBy: string | null;
  readonly leadMs: readonly number[];
}

function measuresOf({ record, facts }: Told, { now, undoneBy, leadMs }: Around): ReleaseMeasures {
  const { id, plan, settled } = record;
  const endMs = settled === undefined ? Math.max(now, Date.parse(record.lastAt)) : Date.parse(settled.at);
  const startMs = Date.parse(record.openedAt);
  const waits = waitsIn(facts, endMs);
  const states = statesOf(record, waits, endMs);
  const work = workOf(states);
  const { gates, smoke } = runsOf(record, facts);
  const deployments = deploymentsOf(facts, smoke);
  const reached = deployments.find(({ environment }) => environment === "production")?.reachedPercent ?? 0;
  const completed = completedAt(record);
  return {
    id,
    tag: plan.tag,
    previousTag: plan.previousTag ?? null,
    type: plan.releaseType,
    attempt: record.attempt,
    retryOf: plan.retry?.release ?? null,
    hotfixOf: plan.releaseType === "hotfix" ? plan.baseBranch : null,
    state: record.state,
    phase: record.rollback?.phase ?? record.redeploy?.phase ?? null,
    outcome: outcomeOf(record),
    live: settled === undefined,
    undoneBy,
    by: plan.initiatedBy,
    startedAt: record.openedAt,
    concludedAt: concludedAt(record),
    endedAt: settled?.at ?? null,
    elapsedMs: endMs - startMs,
    waitedMs: waitedMs(waits, startMs, endMs),
    ...work,
    overTarget: work.targetMs !== null && work.workMs > work.targetMs,
    states,
    cycleMs: completed === null ? null : Date.parse(completed) - startMs,
    gates,
    gatesCompliant: gatesCompliant(record),
    overrides: plan.overrides ?? [],
    smoke,
    deployments,
    rollback: rollbackOf(record, facts, reached),
    failure: failureOf(record),
    humanActions: humanActionsOf(facts),
    adapters: adaptersOf(facts),
    commits: { n: record.ledger?.commits ?? null, leadMs: spreadOf(leadMs) },
    waiting: waitingOf(record),
  };
}

/** The releases that took a completed one back, by its tag: traffic is confirmed on the version before. */
export function undoings(releases: readonly Told[]): ReadonlyMap<string, ReleaseRecord> {
  const found = new Map<string, ReleaseRecord>();
  for (const { record } of releases) {
    const from = record.plan.rollback?.from;
    if (from === undefined || record.rollback?.reverted?.status !== "passed") continue;
    const before = found.get(from);
    if (before === undefined || record.openedAt < before.openedAt) found.set(from, record);
  }
  return found;
}

function runsOf({ plan }: ReleaseRecord, facts: readonly Fact[]) {
  const gates: GateRun[] = [];
  const smoke: SmokeRun[] = [];
  for (const fact of facts) {
    if (fact.type === "gate-finished") gates.push(gateRun(plan, fact));
    else if (fact.type === "smoke-finished") smoke.push(smokeRun(fact));
  }
  return { gates, smoke };
}

/** When all of production was served by it; a rollback and a re-deploy bring nothing new there. */
function completedAt({ plan, visits }: ReleaseRecord): string | null {
  if (plan.rollback !== undefined || plan.redeploy !== undefined) return null;
  return visits.find(({ state }) => state === "completed")?.since ?? null;
}

function outcomeOf(record: ReleaseRecord): Outcome {
  const { state, redeploy, rollback, escalation } = record;
  if (redeploy !== undefined) {
    if (redeploy.phase === "redeployed" || redeploy.phase === "called_off") return redeploy.phase;
    return redeploy.phase === "escalation" ? "escalated" : "in_flight";
  }
  if (rollback !== undefined) {
    if (rollback.phase === "rollback_completed") return "rolled_back";
    return escalation !== undefined || rollback.phase === "escalation" ? "escalated" : "in_flight";
  }
  return state === "completed" || state === "failed" ? state : "in_flight";
}

function concludedAt(record: ReleaseRecord): string | null {
  const { state, visits, redeploy, rollback } = record;
  if (outcomeOf(record) === "in_flight" || !isTerminal(state)) return null;
  if (redeploy !== undefined) return redeploy.since;
  if (rollback !== undefined) return rollback.since;
  return visits.at(-1)?.since ?? null;
}

function gatesCompliant({ plan, visits, gates }: ReleaseRecord): boolean | null {
  if (plan.rollback !== undefined || plan.redeploy !== undefined) return null;
  if (!visits.some(({ state }) => deploying.has(state))) return null;
  return plan.gates.every((gate) => gates.get(gate)?.status === "passed");
}

function failureOf({ failure, state }: ReleaseRecord): ReleaseMeasures["failure"] {
  if (state !== "failed" || failure === undefined) return null;
  const { failedGate, cause, failedState, failureReason: reason } = failure;
  return { cause: failedGate === undefined ? (cause ?? `state ${failedState}`) : `gate ${failedGate}`, reason };
}

function waitingOf({ suspended, settled }: ReleaseRecord): Waiting | null {
  if (suspended === undefined || settled !== undefined) return null;
  const { waitsFor, at, until, reason, command, environment } = suspended;
  return { for: waitsFor, since: at, until: until ?? null, reason, command, environment: environment ?? null };
}
