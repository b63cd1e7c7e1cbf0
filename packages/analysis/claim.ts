import type { Before } from "./before.ts";
import { excessRatios, lnPayoffInUnrest } from "./bets.ts";
import { type Counts, failedRatio } from "./counts.ts";
import { steady, type Unrest, unrest } from "./scatter.ts";
import { MAX_SLOW_RATIO } from "./settings.ts";

const { max, min } = Math;

/** What the baseline fails, this many times, is what the canary may fail before the absolute bound counts. */
const CLEARLY_WORSE = 2.5;

/** Errors that a baseline of little traffic may have been spared by luck. */
const UNSEEN_ERRORS = 2;

/** So many requests of the canary to one of the baseline, and it cannot tell whether an incident is shared. */
const OUTNUMBERED = 20;

/** No version that still answers is sought above this. */
const MOST_BOUND = 0.9;

/** "At most `limit` of the requests", with the odds of each bet against it. */
export interface Claim {
  readonly limit: number;
  readonly odds: readonly number[];
  /** How the hits swing. */
  readonly swings: Unrest;
}

/** The claim with its bets. */
export function claimOf(limit: number, swings = steady): Claim {
  return { limit, odds: excessRatios(limit), swings };
}

/** p95 is within its bound. */
export const slowBound = claimOf(MAX_SLOW_RATIO);

/** ln of what each bet against the claim pays. */
export function excessPayoffs(
  hits: number,
  trials: number,
  { limit, odds, swings }: Claim,
  burst: number,
): readonly number[] {
  return odds.map((ratio) => lnPayoffInUnrest(hits, trials, { share: limit, ratio }, swings) / burst);
}

/**
 * The bound of a bin. A shared incident is not the release (decision 26): what the baseline fails at the same time, and
 * failed lately, raises the bound. Counts of the baseline may decide it, for they say nothing of the canary's own.
 * Absent where that leaves nothing that would be clearly worse: when everything fails, no bound says whose fault it is.
 */
export function guarded(bound: Claim, before: Before, { canary, baseline }: Sided): Claim | undefined {
  if (baseline === undefined) return afterwards(bound, before.worst);
  if (canary.requests > OUTNUMBERED * (baseline.requests + 1)) return undefined;
  const { recent, near, scatter } = before;
  const level = CLEARLY_WORSE * max(...[near, recent, baseline].map(failedRatio));
  // A few errors more than were seen: little traffic proves no health.
  const cautious = CLEARLY_WORSE * ((near.errors + UNSEEN_ERRORS) / (near.requests + UNSEEN_ERRORS));
  return level >= MOST_BOUND ? undefined : raised(bound, max(level, cautious), unrest(scatter.errors));
}

interface Sided {
  readonly canary: Counts;
  /** Absent when no other version serves. */
  readonly baseline: Counts | undefined;
}

/** Nobody serves beside the canary: a service that always had this much, or swung as far, is not rolled back for it (decision 42). */
function afterwards(bound: Claim, worst: Before["worst"]): Claim | undefined {
  const swings = worst?.unrest.errors ?? steady;
  const level = (swings.dispersion === 1 ? worst?.ill : worst?.errors) ?? 0;
  return level >= MOST_BOUND ? undefined : raised(bound, level, swings);
}

function raised(bound: Claim, level: number, swings = steady): Claim {
  const limit = min(MOST_BOUND, max(bound.limit, level));
  return limit === bound.limit && swings.dispersion === 1 ? bound : claimOf(limit, swings);
}
