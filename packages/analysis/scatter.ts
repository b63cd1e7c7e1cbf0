import { addCounts, type Counts, nothing } from "./counts.ts";

/** How the ratios of a version swing, beyond what chance does. Plain JSON. */
export interface Scatter {
  readonly minute: Counts;
  readonly minuteStart: number;
  readonly errors: Swings;
  readonly slow: Swings;
}

/** Of one kind of hits. Minutes see what comes and goes slowly, intervals the bursts that a minute of much traffic hides. */
interface Swings {
  readonly minutes: Sums;
  readonly bins: Sums;
  /** The highest ratio of an interval. */
  readonly highest: number;
}

/** Over stretches with requests: how many, and the sums of requests n, hits x and x²/n. */
interface Sums {
  readonly count: number;
  readonly n: number;
  readonly x: number;
  readonly xxPerN: number;
}

/** How much the evidence of one kind of hits is worth where they swing. */
export interface Unrest {
  /** Variance as a multiple of what chance has; 1 = steady. */
  readonly dispersion: number;
  /** How far the highest interval lay over the average: the part of its requests that one burst took. 0 = steady. */
  readonly burst: number;
}

export const steady: Unrest = { dispersion: 1, burst: 0 };

const MINUTE_MS = 60_000;

const none: Sums = { count: 0, n: 0, x: 0, xxPerN: 0 };
const noSwings: Swings = { minutes: none, bins: none, highest: 0 };
export const noScatter: Scatter = { minute: nothing, minuteStart: 0, errors: noSwings, slow: noSwings };

/** The scatter after one more bin, which starts at `t`. */
export function scatterAfter({ minute, minuteStart, errors, slow }: Scatter, counts: Counts, t: number): Scatter {
  const over = t - minuteStart >= MINUTE_MS;
  const after = (swings: Swings, hitsOf: (of: Counts) => number): Swings => ({
    minutes: over ? added(swings.minutes, minute.requests, hitsOf(minute)) : swings.minutes,
    bins: added(swings.bins, counts.requests, hitsOf(counts)),
    highest: counts.requests === 0 ? swings.highest : Math.max(swings.highest, hitsOf(counts) / counts.requests),
  });
  return {
    minute: over ? counts : addCounts(minute, counts),
    minuteStart: over ? t : minuteStart,
    errors: after(errors, (of) => of.errors),
    slow: after(slow, (of) => of.slow),
  };
}

function added({ count, n, x, xxPerN }: Sums, requests: number, hits: number): Sums {
  if (requests === 0) return { count, n, x, xxPerN };
  return { count: count + 1, n: n + requests, x: x + hits, xxPerN: xxPerN + hits ** 2 / requests };
}

/** Standard errors that Pearson's statistic must exceed before it is more than chance. */
const CERTAIN = 3;

/**
 * Variance of the stretches as a multiple of what independent requests would have (Pearson's statistic). 1 where that may
 * be chance, so that a steady service pays nothing.
 */
function dispersion({ count, n, x, xxPerN }: Sums): number {
  if (count < 2 || x === 0 || x === n) return 1;
  const found = (xxPerN - x ** 2 / n) / ((x / n) * (1 - x / n) * (count - 1));
  return found > 1 + CERTAIN * Math.sqrt((2 + count / x) / (count - 1)) ? found : 1;
}

/** What is known of the unrest of these hits. */
export function unrest({ minutes, bins, highest }: Swings): Unrest {
  const most = Math.max(dispersion(minutes), dispersion(bins));
  return most === 1 ? steady : { dispersion: most, burst: Math.max(0, highest - bins.x / bins.n) };
}

/** Standard deviation of the ratio from minute to minute, beyond what chance does. */
export function swing({ minutes }: Swings): number {
  const { count, n, x } = minutes;
  return n === 0 ? 0 : Math.sqrt(((dispersion(minutes) - 1) * (x / n) * (1 - x / n) * count) / n);
}
