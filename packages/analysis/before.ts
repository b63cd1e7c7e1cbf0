import { addCounts, type Bin, concurrentBaseline, type Counts, errorRatio, nothing, slowRatio } from "./counts.ts";
import { upperBound } from "./proofs.ts";
import { noScatter, type Scatter, scatterAfter, steady, swing, type Unrest, unrest } from "./scatter.ts";
import { type AnalysisSettings, errorBound, PREVIOUS_PART } from "./settings.ts";

/** What is known of the version that serves, or served, before the canary. Its older counts fade. */
export interface Before {
  /** Of the last minutes in which it served. */
  readonly recent: Counts;
  /** Of the last seconds. */
  readonly near: Counts;
  /** The highest ratios of its last seconds so far. */
  readonly peak: Ratios;
  /** How its ratios swing. */
  readonly scatter: Scatter;
  /** What it may have had at worst: fixed when it ceases to serve, absent while it serves. */
  readonly worst?: Ratios & {
    /** The error ratio that it may itself have had, where that was near the error bound. */
    readonly ill?: number;
    /** How its ratios swung: requests that come after tell that much less. */
    readonly unrest: { readonly errors: Unrest; readonly slow: Unrest };
  };
}

interface Ratios {
  readonly errors: number;
  readonly slow: number;
}

const RECENT_HALF_LIFE_MS = 200_000;
const NEAR_HALF_LIFE_MS = 10_000;
const PEAK_HALF_LIFE_MS = 3_600_000;

/** How many standard deviations a ratio that swings may swing further once nobody serves beside the canary. */
const SWINGS = 3;

/** A few errors in a few seconds are no level that a service has. */
const LEVEL_ERRORS = 10;

export const nothingBefore: Before = {
  recent: nothing,
  near: nothing,
  peak: { errors: 0, slow: 0 },
  scatter: noScatter,
};

/** What is known after one more bin, `elapsedMs` after the one before it. */
export function learnBefore(before: Before, bin: Bin, elapsedMs: number, settings: AnalysisSettings): Before {
  const baseline = concurrentBaseline(bin);
  if (baseline === undefined)
    return before.worst === undefined ? { ...before, worst: worstOf(before, settings) } : before;
  const near = addCounts(before.near, baseline, kept(elapsedMs, NEAR_HALF_LIFE_MS));
  const peakKept = kept(elapsedMs, PEAK_HALF_LIFE_MS);
  const peak = (was: number, hits: number, now: number) => Math.max(was * peakKept, hits >= LEVEL_ERRORS ? now : 0);
  return {
    recent: addCounts(before.recent, baseline, kept(elapsedMs, RECENT_HALF_LIFE_MS)),
    near,
    peak: {
      errors: peak(before.peak.errors, near.errors, errorRatio(near)),
      slow: peak(before.peak.slow, near.slow, slowRatio(near)),
    },
    scatter: scatterAfter(before.scatter, baseline, bin.t),
  };
}

/** What is left of a count after some time. */
export function kept(elapsedMs: number, halfLifeMs: number): number {
  return 0.5 ** (elapsedMs / halfLifeMs);
}

/** The previous version's counts of its last interval: its own, else those that the watch was told of. */
export function lastOf({ recent }: Before, { previous }: Pick<AnalysisSettings, "previous">): Counts | undefined {
  return recent.requests > 0 ? recent : previous;
}

/** The interval is a sample: what is compared with is the most that it leaves possible, and the level that was seen. */
function worstOf(before: Before, settings: AnalysisSettings): NonNullable<Before["worst"]> {
  const last = lastOf(before, settings);
  if (last === undefined) return { errors: 1, slow: 1, unrest: { errors: steady, slow: steady } };
  const delta = (settings.alpha * PREVIOUS_PART) / 2;
  const level = Math.max(before.peak.errors, errorRatio(last));
  const errors = Math.max(level, upperBound(last.errors, last.requests, delta));
  return {
    errors: errors + SWINGS * swing(before.scatter.errors),
    slow: Math.max(before.peak.slow, upperBound(last.slow, last.requests, delta)) + SWINGS * swing(before.scatter.slow),
    ...(level > errorBound(settings) / 2 ? { ill: errors } : {}),
    unrest: { errors: unrest(before.scatter.errors), slow: unrest(before.scatter.slow) },
  };
}
