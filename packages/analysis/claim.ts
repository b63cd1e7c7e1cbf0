import type { Before } from "./before.ts";
import { excessRatios, lnPayoff } from "./bets.ts";
import { type Counts, failedRatio } from "./counts.ts";
import { MAX_SLOW_RATIO } from "./settings.ts";

const { max, min } = Math;

/** What the baseline fails, this many times, is what the canary may fail before the absolute bound counts. */
const CLEARLY_WORSE = 2.5;

/** Errors that a baseline of little traffic may have been spared by luck. */
const UNSEEN_ERRORS = 2;

/** No version that still answers is sought above this. */
const MOST_BOUND = 0.9;

/** "At most `limit` of the requests", with the odds of each bet against it. */
export interface Claim {
  readonly limit: number;
  readonly odds: readonly number[];
}

/** The claim with its bets. */
export function claimOf(limit: number): Claim {
  return { limit, odds: excessRatios(limit) };
}

/** p95 is within its bound. */
export const slowBound = claimOf(MAX_SLOW_RATIO);

/** ln of what each bet against the claim pays. */
export function excessPayoffs(hits: number, trials: number, { limit, odds }: Claim, burst: number): readonly number[] {
  return odds.map((ratio) => lnPayoff(hits, trials, limit, ratio) / burst);
}

/**
 * The bound of a bin. A shared incident is not the release (decision 26): what the baseline fails at the same time, and
 * failed lately, raises the bound. Counts of the baseline may decide it, for they say nothing of the canary's own.
 * Absent where that leaves nothing that would be clearly worse: when everything fails, no bound says whose fault it is.
 */
export function guarded(bound: Claim, before: Before, baseline: Counts | undefined): Claim | undefined {
  const { recent, near, worst } = before;
  const seen = baseline === undefined ? [] : [near, recent, baseline].map(failedRatio);
  // A service that always had this much is not rolled back for it (decision 42).
  const level = baseline === undefined ? (worst?.ill ?? 0) : CLEARLY_WORSE * max(0, ...seen);
  if (level >= MOST_BOUND) return undefined;
  // A few errors more than were seen: little traffic proves no health.
  const cautious = baseline === undefined ? 0 : (near.errors + UNSEEN_ERRORS) / (near.requests + UNSEEN_ERRORS);
  const limit = min(MOST_BOUND, max(bound.limit, level, CLEARLY_WORSE * cautious));
  return limit === bound.limit ? bound : claimOf(limit);
}
