import type { ReleaseRecord, State } from "#machine";

import { timingOf } from "./redeploy.ts";

/** How long the newest visit to a state took, or takes, and whether that is over its target. */
export interface OwnTime {
  /** At work: while a release is suspended its clock stands still (decision 37). */
  readonly workMs: number;
  readonly overTarget: boolean;
  /** Whether it lasts: neither over nor suspended. */
  readonly runs: boolean;
}

/** The own time of a state at the moment `now` (ms since the epoch); `undefined` for one that was not entered. */
export function ownTime(record: ReleaseRecord, state: State, now: number): OwnTime | undefined {
  const { visits, settled, suspended, lastAt } = record;
  const index = visits.findLastIndex((visit) => visit.state === state);
  const visit = visits[index];
  if (visit === undefined) return undefined;
  const end = visits[index + 1]?.since ?? (settled === undefined ? suspended?.at : lastAt);
  const endMs = end === undefined ? now : Date.parse(end);
  const workMs = Math.max(0, endMs - Date.parse(visit.since) - visit.waitedMs);
  const { targetMs = Number.POSITIVE_INFINITY } = timingOf(record, state);
  return { workMs, overTarget: workMs > targetMs, runs: end === undefined };
}
