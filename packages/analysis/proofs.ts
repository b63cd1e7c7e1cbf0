import { lnMean, lnPayoff, oddsRatio } from "./bets.ts";
import { errorRatio, type Counts } from "./counts.ts";

/** Chance that a stated proof of safety is wrong. */
export const BETA = 0.01;

/** Alternatives for "clearly better than the bound", as parts of it. */
const parts: readonly number[] = [0.02, 0.1, 0.25, 0.5, 0.75];

/** Whether the counts prove an error probability below `bound`, at any time they are looked at, wrong with chance `BETA`. */
export function provesBelow({ requests, errors }: Counts, bound: number): boolean {
  const payoffs = parts.map((part) => lnPayoff(errors, requests, bound, oddsRatio(part * bound, bound)));
  return lnMean(payoffs) >= -Math.log(BETA);
}

/** The lowest of the bounds that the counts prove, if any. */
export function provedBelow(counts: Counts, bounds: readonly number[]): number | undefined {
  return bounds.toSorted((a, b) => a - b).find((bound) => provesBelow(counts, bound));
}

/** Requests without an error that would prove `bound`. */
export function requestsToProve(bound: number): number {
  const { low, high } = bisect(1, 1e9, (requests) => provesBelow({ requests, errors: 0, slow: 0 }, bound));
  return Math.ceil((low + high) / 2);
}

/** What the true probability behind `hits` of `trials` exceeds only with chance `delta` (Chernoff). */
export function upperBound(hits: number, trials: number, delta: number): number {
  if (trials === 0) return 1;
  const observed = hits / trials;
  return bisect(observed, 1, (p) => trials * divergence(observed, p) >= -Math.log(delta)).high;
}

/** How odd (in nats) an error ratio over a bound must be before it is more than a handful of requests. */
const ODD_NATS = 3;

/** Whether the counts lie so far above a ratio that it is no matter of a handful of requests; far less than a proof. */
export function isOddlyAbove(counts: Counts, bound: number): boolean {
  const ratio = errorRatio(counts);
  return ratio > bound && counts.requests * divergence(ratio, bound) >= ODD_NATS;
}

/** Kullback–Leibler divergence of two coins, in nats. */
export function divergence(p: number, q: number): number {
  return surprise(p, q) + surprise(1 - p, 1 - q);
}

function surprise(p: number, q: number): number {
  return p === 0 ? 0 : p * Math.log(p / q);
}

/** Closes in on where `holds` turns true between `low` and `high`. */
export function bisect(
  low: number,
  high: number,
  holds: (value: number) => boolean,
): { readonly low: number; readonly high: number } {
  let [below, above] = [low, high];
  for (let step = 0; step < 60; step += 1) {
    const middle = (below + above) / 2;
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return { low: below, high: above };
}
