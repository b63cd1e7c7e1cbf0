import type { Run } from "./requests.ts";
import { HEALTHY } from "./world.ts";

/**
 * The most evidence that the judge can have in a run, for a fortieth of its time: the same bets, as plain products
 * instead of logarithms, with all that only ever holds a rollback back left out. Good releases hardly ever come near
 * the limit; the judge itself need not see those that do not. The tests and each simulation compare the two.
 */
const ratios = [1.25, 1.5, 2, 2.83, 4, 5.66, 8, 11.3, 16, 32, 64];
const excesses = [1.2, 1.6, 2.4, 4, 8, 16];
const TOLERANCE = 1.1;
const MAX_ERROR_RATIO = 0.05;

/** The e-value from which on a run is shown to the judge; it rolls back at 400. */
export const CANDIDATE = 100;

/** Evidence against the baseline from which on the absolute bound does not count: the root of 400. */
const BASELINE_ILL = 20;

/** One side of what is bet on: capital an alternative, what it pays for a hit, and what each trial costs. */
interface Bets {
  readonly capital: Float64Array;
  readonly hit: Float64Array;
  readonly trial: Float64Array;
}

/** A bound on the e-value of the run at any time, close to it; stops counting at `CANDIDATE`. */
export function mostEvidence(run: Run): number {
  const most = evidence(run, false);
  // Whether the baseline is ill as well can only lower it, and takes long to follow.
  return most < CANDIDATE ? most : evidence(run, true);
}

function evidence({ seconds, canary, baseline, weight }: Run, minding: boolean): number {
  const compared = bets(
    ratios.map((ratio) => ratio / TOLERANCE),
    0,
  );
  const absolute = bets(excesses.map(oddsOfExcess), MAX_ERROR_RATIO);
  const baselineAbsolute = bets(excesses.map(oddsOfExcess), MAX_ERROR_RATIO);
  let most = 0;
  let unspent = 1;
  for (let second = 0; second < seconds; second += 1) {
    const start = second === 0 ? 0.5 : 0.5 / (seconds - 1);
    unspent = Math.max(0, unspent - start);
    const [asked, failed] = [canary.counted[second] ?? 0, canary.units[second] ?? 0];
    const [others, otherFailed] = [baseline.counted[second] ?? 0, baseline.units[second] ?? 0];
    const alone = weight[second] === 1;
    if (!alone) bet(compared, start, failed, failed + otherFailed, tolerated(asked / (asked + others || 1)));
    // What the judge knows of a version that served before never makes it stricter than what that version really had.
    else bet(compared, start, failed, asked, HEALTHY * TOLERANCE);
    bet(absolute, start, failed, asked);
    if (minding) bet(baselineAbsolute, start, otherFailed, others);
    // Nothing can have grown in a second in which the new version did not fail.
    if (failed === 0 && !minding) continue;
    const ill = minding && !alone && unspent + mean(baselineAbsolute.capital) >= BASELINE_ILL;
    const overBound = ill ? 0 : unspent + mean(absolute.capital);
    most = Math.max(most, 0.5 * (unspent + mean(compared.capital)) + 0.25 * overBound + 0.25);
    if (most >= CANDIDATE) return most;
  }
  return Math.max(1, most);
}

function bets(odds: readonly number[], share: number): Bets {
  return {
    capital: new Float64Array(odds.length),
    hit: Float64Array.from(odds),
    trial: Float64Array.from(odds, (ratio) => 1 / (1 + share * (ratio - 1))),
  };
}

/** Adds what starts to bet now, then pays. `share`: the chance of a hit where it is another one each time. */
function bet({ capital, hit, trial }: Bets, start: number, hits: number, trials: number, share?: number): void {
  for (let k = 0; k < capital.length; k += 1) {
    const ratio = hit[k] ?? 1;
    const cost = share === undefined || trials === 0 ? (trial[k] ?? 1) : 1 / (1 + share * (ratio - 1));
    capital[k] = ((capital[k] ?? 0) + start) * power(ratio, hits) * power(cost, trials);
  }
}

/** `base ** exponent`, faster where the exponent is small. */
function power(base: number, exponent: number): number {
  if (exponent > 12) return base ** exponent;
  let product = 1;
  for (let factor = 0; factor < exponent; factor += 1) product *= base;
  return product;
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function tolerated(share: number): number {
  return (share * TOLERANCE) / (1 - share + share * TOLERANCE);
}

function oddsOfExcess(excess: number): number {
  const q = excess * MAX_ERROR_RATIO;
  return (q * (1 - MAX_ERROR_RATIO)) / (MAX_ERROR_RATIO * (1 - q));
}
