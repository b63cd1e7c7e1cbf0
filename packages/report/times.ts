import { timing, type Fact, type ReleaseRecord, type State } from "#machine";

import { p95Column } from "./advice.ts";
import { stateName, timingOf } from "./redeploy.ts";
import { duration, table } from "./text.ts";
import { waitedMs } from "./waits.ts";

/** How long a visit to a state lasted until its end, or until the newest fact. */
export interface VisitTime {
  readonly state: State;
  readonly tookMs: number;
  /** Of these, suspended: no target counts them. */
  readonly waitedMs: number;
  /** Of these, watching traffic after the work was done. */
  readonly watchedMs: number;
  /** Whether it took more than its target, waits aside. */
  readonly overTarget: boolean;
}

/** The time of every visit to a state, in order. */
export function visitTimes(record: ReleaseRecord, facts: readonly Fact[]): readonly VisitTime[] {
  return record.visits.map(({ state, since }, index) => {
    const fromMs = Date.parse(since);
    const untilMs = Date.parse(record.visits[index + 1]?.since ?? record.lastAt);
    const waited = waitedMs(facts, fromMs, untilMs);
    const watchedMs = record.watches
      .filter(({ at }) => Date.parse(at) > fromMs && Date.parse(at) <= untilMs)
      .reduce((sum, watch) => sum + watch.durationMs, 0);
    const { targetMs = Number.POSITIVE_INFINITY } = timingOf(record, state);
    const tookMs = untilMs - fromMs;
    return { state, tookMs, waitedMs: waited, watchedMs, overTarget: tookMs - waited > targetMs };
  });
}

/** The state in which a release spent most time of its own: waits, and states without a target, do not count. */
export function slowest(visits: readonly VisitTime[]): { readonly state: State; readonly ms: number } | undefined {
  return visits
    .filter(({ state }) => timing[state].targetMs !== undefined)
    .map((visit) => ({ state: visit.state, ms: visit.tookMs - visit.waitedMs }))
    .toSorted((a, b) => b.ms - a.ms)[0];
}

const shown = (ms: number | undefined): string => (ms === undefined || ms === 0 ? "–" : duration(ms));

/** Time by state, against its targets. */
export function timesTable(record: ReleaseRecord, facts: readonly Fact[]): string {
  const p95 = p95Column(record.comparison);
  return table(
    ["State", "Took:", "Of it waiting:", "Of it watching:", "Target:", ...p95.head, "Time-out:"],
    visitTimes(record, facts).map((visit) => [
      stateName(record, visit.state),
      `${duration(visit.tookMs)}${visit.overTarget ? " ⚠ over" : ""}`,
      shown(visit.waitedMs),
      shown(visit.watchedMs),
      shown(timingOf(record, visit.state).targetMs),
      ...p95.of(visit.state),
      shown(timingOf(record, visit.state).timeoutMs),
    ]),
  );
}
