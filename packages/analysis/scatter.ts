import { addCounts, type Counts, nothing } from "./counts.ts";

/** How the ratios of a version swing from minute to minute, beyond what chance does. Plain JSON. */
export interface Scatter {
  readonly minute: Counts;
  readonly minuteStart: number;
  readonly errors: Sums;
  readonly slow: Sums;
}

/** Over whole minutes with requests: how many, and the sums of requests n, hits x and x²/n. */
interface Sums {
  readonly minutes: number;
  readonly n: number;
  readonly x: number;
  readonly xxPerN: number;
}

const MINUTE_MS = 60_000;

const none: Sums = { minutes: 0, n: 0, x: 0, xxPerN: 0 };
export const noScatter: Scatter = { minute: nothing, minuteStart: 0, errors: none, slow: none };

/** The scatter after one more bin, which starts at `t`. */
export function scatterAfter(scatter: Scatter, counts: Counts, t: number): Scatter {
  const { minute, minuteStart, errors, slow } = scatter;
  if (t - minuteStart < MINUTE_MS) return { ...scatter, minute: addCounts(minute, counts) };
  return {
    minute: counts,
    minuteStart: t,
    errors: added(errors, minute.requests, minute.errors),
    slow: added(slow, minute.requests, minute.slow),
  };
}

function added({ minutes, n, x, xxPerN }: Sums, requests: number, hits: number): Sums {
  if (requests === 0) return { minutes, n, x, xxPerN };
  return { minutes: minutes + 1, n: n + requests, x: x + hits, xxPerN: xxPerN + hits ** 2 / requests };
}

/** Standard errors that Pearson's statistic must exceed before it is more than chance. */
const CERTAIN = 3;

/**
 * Variance of the minutes as a multiple of what independent requests would have (Pearson's statistic). 1 where that may
 * be chance, so that a steady service pays nothing.
 */
export function dispersion({ minutes, n, x, xxPerN }: Sums): number {
  if (minutes < 2 || x === 0 || x === n) return 1;
  const found = (xxPerN - x ** 2 / n) / ((x / n) * (1 - x / n) * (minutes - 1));
  return found > 1 + CERTAIN * Math.sqrt((2 + minutes / x) / (minutes - 1)) ? found : 1;
}

/** Standard deviation of the ratio from minute to minute, beyond what chance does. */
export function swing(sums: Sums): number {
  const { minutes, n, x } = sums;
  return n === 0 ? 0 : Math.sqrt(((dispersion(sums) - 1) * (x / n) * (1 - x / n) * minutes) / n);
}
