import { lnAdd, lnMean } from "./bets.ts";

const { log } = Math;

/** Part of the capital that is bet from the first bin on; the rest waits for later starts. */
const FIRST_PART = 0.5;

/**
 * Bets in the course of a watch, as ln of their capital, one an alternative. Half the capital is bet at once, the rest
 * in equal parts at each later bin of the plan: minutes of good data do not bury a regression that begins late.
 */
export type Bets = readonly number[];

/** When capital starts to bet. `bins` = bins seen before. */
export interface Plan {
  readonly horizonBins: number;
  readonly firstPart?: number;
}

/** The bets after one more bin, the `index`-th (from 0), which paid `lnPayoffs`. */
export function grow(bets: Bets, lnPayoffs: readonly number[], index: number, plan: Plan): Bets {
  const lnStart = log(startsAt(index, plan));
  return lnPayoffs.map((lnPaid, k) => lnAdd(bets[k] ?? -Infinity, lnStart) + lnPaid);
}

/** ln of what all bets and the capital that is not bet yet are worth after `bins` bins: the e-value. */
export function lnWorth(bets: Bets, bins: number, plan: Plan): number {
  return bins === 0 ? 0 : lnAdd(lnMean(bets), log(unspent(bins, plan)));
}

function startsAt(index: number, { horizonBins, firstPart = FIRST_PART }: Plan): number {
  if (horizonBins <= 1) return index === 0 ? 1 : 0;
  if (index === 0) return firstPart;
  return index < horizonBins ? (1 - firstPart) / (horizonBins - 1) : 0;
}

function unspent(bins: number, { horizonBins, firstPart = FIRST_PART }: Plan): number {
  if (bins >= horizonBins) return 0;
  return (1 - firstPart) * (1 - (bins - 1) / (horizonBins - 1));
}
