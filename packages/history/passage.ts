import { timing, type Fact, type ReleaseRecord } from "#machine";

import type { StateTime } from "./types.ts";

/** A time in which a release was suspended, in ms since the epoch. */
export interface Wait {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** The times in which it was suspended; one that lasts ends at `untilMs`. A suspended release has no clock. */
export function waitsIn(facts: readonly Fact[], untilMs: number): readonly Wait[] {
  const waits: Wait[] = [];
  let sinceMs: number | undefined;
  for (const fact of facts) {
    if (fact.type === "suspended") sinceMs ??= Date.parse(fact.at);
    if (fact.type !== "resumed" || sinceMs === undefined) continue;
    waits.push({ fromMs: sinceMs, untilMs: Date.parse(fact.at) });
    sinceMs = undefined;
  }
  if (sinceMs !== undefined) waits.push({ fromMs: sinceMs, untilMs });
  return waits;
}

/** How much of a time it was suspended. */
export function waitedMs(waits: readonly Wait[], fromMs: number, untilMs: number): number {
  let sumMs = 0;
  for (const wait of waits) sumMs += Math.max(0, Math.min(wait.untilMs, untilMs) - Math.max(wait.fromMs, fromMs));
  return sumMs;
}

/** The visits to states, in order; the last one lasts until `untilMs`. */
export function statesOf(record: ReleaseRecord, waits: readonly Wait[], untilMs: number): readonly StateTime[] {
  const isAgain = record.redeploy !== undefined;
  return record.visits.map(({ state, since }, index) => {
    const fromMs = Date.parse(since);
    const next = record.visits[index + 1];
    const endMs = Math.max(fromMs, next === undefined ? untilMs : Date.parse(next.since));
    const waited = waitedMs(waits, fromMs, endMs);
    const targetMs = (isAgain ? undefined : timing[state].targetMs) ?? null;
    return {
      state: isAgain ? "redeploy" : state,
      since,
      tookMs: endMs - fromMs,
      waitedMs: waited,
      targetMs,
      overTarget: targetMs !== null && endMs - fromMs - waited > targetMs,
    };
  });
}

/** The time that targets are for, in all and where most of it went. */
export function workOf(states: readonly StateTime[]): {
  readonly workMs: number;
  readonly targetMs: number | null;
  readonly slowest: { readonly state: StateTime["state"]; readonly share: number } | null;
} {
  const byState = new Map<StateTime["state"], number>();
  let workMs = 0;
  let targetMs: number | null = null;
  for (const { state, tookMs, waitedMs: waited, targetMs: target } of states) {
    if (target === null) continue;
    workMs += tookMs - waited;
    targetMs = (targetMs ?? 0) + target;
    byState.set(state, (byState.get(state) ?? 0) + tookMs - waited);
  }
  let slowest: { readonly state: StateTime["state"]; readonly share: number } | null = null;
  for (const [state, ms] of byState) if (ms > (slowest?.share ?? 0) * workMs) slowest = { state, share: ms / workMs };
  return { workMs, targetMs, slowest };
}
