import type { Unrest } from "./scatter.ts";

/**
 * Every test here is one bet. A hit (an error on the canary, say) should come up with probability `share` at most;
 * we bet that its odds are `ratio` times that. The capital of the bet is an e-process: if the claim that we bet
 * against holds, it reaches 1/alpha with probability alpha at most, however often one looks (Ville's inequality).
 */

// These run some hundred times a bin; looking them up in `Math` each time is slow where globals are sandboxed (jest).
const { exp, log, log1p, max, min } = Math;

/** Alternatives for "the canary's errors are r times as likely". Fixed before any data is seen. */
export const ratios: readonly number[] = [1.25, 1.5, 2, 2.83, 4, 5.66, 8, 11.3, 16, 32, 64];

/** Alternatives for "more than a bound", as multiples of the bound. */
const excesses: readonly number[] = [1.2, 1.6, 2.4, 4, 8, 16];

/** Up to this bound all multiples above are probabilities. */
const EXCESSES_FIT_BELOW = 0.05;

/** What a burst adds to the evidence grows with ln of the ratio, what is fair with the ratio: up to e they go together. */
const BOLDEST_IN_BURSTS = Math.E;

/** ln of what a bet on `ratio` pays when `hits` of `trials` came up although each should with probability ≤ `share`. */
export function lnPayoff(hits: number, trials: number, share: number, ratio: number): number {
  return hits * log(ratio) - trials * log1p(share * (ratio - 1));
}

/**
 * The same of hits that swing more than chance does: each tells that much less, a burst no larger than those that were
 * seen about nothing, and no bet is so bold that the size of one burst decides it.
 */
export function lnPayoffInUnrest(
  hits: number,
  trials: number,
  { share, ratio }: { readonly share: number; readonly ratio: number },
  { dispersion, burst }: Unrest,
): number {
  if (dispersion === 1) return lnPayoff(hits, trials, share, ratio);
  return lnPayoff(hits, trials, share, min(ratio, BOLDEST_IN_BURSTS)) / max(dispersion, burst * trials);
}

/** The share of the errors that is still fair when the canary may be `tolerance` times as bad. */
export function tolerated(share: number, tolerance: number): number {
  return (share * tolerance) / (1 - share + share * tolerance);
}

/** Odds ratio of two probabilities: the `ratio` with which `lnPayoff` bets on `q` against `p`. */
export function oddsRatio(q: number, p: number): number {
  return (q * (1 - p)) / (p * (1 - q));
}

/** Bets against "at most `bound` of the requests": one odds ratio an alternative. */
export function excessRatios(bound: number): readonly number[] {
  const stretch = (excess: number) =>
    bound + ((1 - bound) * (excess - 1) * EXCESSES_FIT_BELOW) / (1 - EXCESSES_FIT_BELOW);
  return excesses.map((excess) => oddsRatio(bound <= EXCESSES_FIT_BELOW ? excess * bound : stretch(excess), bound));
}

/** ln(e^a + e^b), without overflow. */
export function lnAdd(a: number, b: number): number {
  const high = max(a, b);
  return high === -Infinity ? high : high + log1p(exp(min(a, b) - high));
}

/** ln of the mean of e^x. */
export function lnMean(logs: readonly number[]): number {
  let high = -Infinity;
  for (const ln of logs) if (ln > high) high = ln;
  if (high === -Infinity) return high;
  let sum = 0;
  for (const ln of logs) sum += exp(ln - high);
  return high + log(sum / logs.length);
}

/** e^x as a number that JSON can hold. */
export function fromLn(ln: number): number {
  return exp(min(ln, 700));
}
