import type { Minute, Run } from "./requests.ts";

/**
 * The most evidence that the judge can have in a run, for a fortieth of its time: the same bets, as plain products
 * instead of logarithms, with all that only ever holds a rollback back left out. Good releases hardly ever come near
 * the limit; the judge itself need not see those that do not. The tests and each simulation compare the two.
 */
const ratios = [1.25, 1.5, 2, 2.83, 4, 5.66, 8, 11.3, 16, 32, 64];
const excesses = [1.2, 1.6, 2.4, 4, 8, 16];
const [ALPHA, TOLERANCE, MAX_ERROR_RATIO] = [0.0025, 1.1, 0.05];

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

function evidence({ seconds, canary, baseline, weight, before }: Run, minding: boolean): number {
  const compared = bets(
    ratios.map((ratio) => ratio / TOLERANCE),
    0,
  );
  const absolute = bets(excesses.map(oddsOfExcess), MAX_ERROR_RATIO);
  const baselineAbsolute = bets(excesses.map(oddsOfExcess), MAX_ERROR_RATIO);
  const worst = before === undefined ? undefined : worstRatio(before) * TOLERANCE;
  let most = 0;
  let unspent = 1;
  for (let second = 0; second < seconds; second += 1) {
    const start = second === 0 ? 0.5 : 0.5 / (seconds - 1);
    unspent = Math.max(0, unspent - start);
    const [asked, failed] = [canary.requests[second] ?? 0, canary.units[second] ?? 0];
    const [others, otherFailed] = [baseline.requests[second] ?? 0, baseline.units[second] ?? 0];
    const alone = weight[second] === 1;
    if (!alone) bet(compared, start, failed, failed + otherFailed, tolerated(asked / (asked + others || 1)));
    else if (worst !== undefined) bet(compared, start, failed, asked, worst);
    else bet(compared, start, 0, 0);
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

/** What the previous version may have failed at worst, by its sample (Chernoff, 5 % of alpha). */
function worstRatio(before: readonly Minute[]): number {
  const requests = before.reduce((sum, minute) => sum + minute.requests, 0);
  const observed = before.reduce((sum, minute) => sum + minute.errors, 0) / requests;
  let [below, above] = [observed, 1];
  for (let step = 0; step < 60; step += 1) {
    const p = (below + above) / 2;
    if (requests * (surprise(observed, p) + surprise(1 - observed, 1 - p)) >= Math.log(20 / ALPHA)) above = p;
    else below = p;
  }
  return above;
}

function surprise(p: number, q: number): number {
  return p === 0 ? 0 : p * Math.log(p / q);
}
