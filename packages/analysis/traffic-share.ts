import { lnMean, lnPayoff } from "./bets.ts";
import type { Bin } from "./counts.ts";

/** How far the observed share may be from the expected one, as a part of it. */
const TOLERANCE = 0.25;

/** Bets on odds this many times what the tolerance allows. */
const alternatives: readonly number[] = [1.25, 2, 8];

const bothWays: readonly number[] = [...alternatives, ...alternatives];

/** Evidence is kept within reach, so that traffic put right is believed again. */
const LN_CAP = 12;

/** ln of the evidence for "too much" and "too little", one an alternative. Empty before the first bin with an expected share. */
export type ShareBets = readonly number[];

/**
 * The evidence that the canary's share of the requests is not the expected one, after one more bin. It may raise a
 * false alarm now and then (it only ever holds a release), and it recovers.
 */
export function watchShare(bets: ShareBets, bin: Bin): ShareBets {
  const { weight, canary, baseline } = bin;
  if (weight === undefined || weight === 0 || weight === 1 || baseline === undefined) return [];
  const requests = canary.requests + baseline.requests;
  const most = Math.min(weight * (1 + TOLERANCE), (1 + weight) / 2);
  const least = weight * (1 - TOLERANCE);
  return bothWays.map((ratio, k) => {
    const tooMuch = k < alternatives.length;
    const lnPaid = tooMuch
      ? lnPayoff(canary.requests, requests, most, ratio)
      : lnPayoff(baseline.requests, requests, 1 - least, ratio);
    return Math.min(LN_CAP, Math.max(0, bets[k] ?? 0) + lnPaid);
  });
}

/** ln of how strongly the share is wrong; 0 and less = no evidence. */
export function lnShareWrong(bets: ShareBets): number {
  return bets.length === 0 ? 0 : lnMean(bets);
}
