const { exp, log, max, min } = Math;

/** Part of the capital that is bet from the first bin on; the rest waits for later starts. */
const FIRST_PART = 0.5;

/** Where the end is not known, half of the rest is bet within this time, two thirds within twice of it, and so on. */
const HALF_MS = 900_000;

/** More evidence than this is not counted: it stays a number that JSON can hold. */
const MOST = 1e300;

/**
 * Bets in the course of a watch, as their capital, one an alternative. Half the capital is bet at once, the rest
 * in parts at each later bin: minutes of good data do not bury a regression that begins late.
 */
export type Bets = readonly number[];

/** When capital starts to bet. */
export interface Plan {
  /** Bins that the watch is planned to take: equal parts at each. Absent = the end is not known. */
  readonly horizonBins?: number;
  readonly firstPart?: number;
}

/** How far a watch has come: bins seen, and the start of the last of them in ms. */
export interface Progress {
  readonly bins: number;
  readonly lastT: number;
}

/** The part of the capital that starts to bet with a bin at `t`. Depends on no outcome. */
export function startsAt({ bins, lastT }: Progress, t: number, plan: Plan): number {
  const { horizonBins, firstPart = FIRST_PART } = plan;
  if (bins === 0) return horizonBins === 1 ? 1 : firstPart;
  return max(0, unspent({ bins, lastT }, plan) - unspent({ bins: bins + 1, lastT: t }, plan));
}

/** The bets after one more bin, which paid e^`lnPayoffs`; without them it said nothing. */
export function grow(bets: Bets, lnPayoffs: readonly number[] | undefined, start: number): Bets {
  return lnPayoffs === undefined
    ? bets.map((bet) => bet + start)
    : lnPayoffs.map((lnPaid, k) => min(MOST, ((bets[k] ?? 0) + start) * exp(min(lnPaid, 700))));
}

/** ln of what all bets and the capital that is not bet yet are worth: the e-value. */
export function lnWorth(bets: Bets, progress: Progress, plan: Plan): number {
  if (progress.bins === 0 || bets.length === 0) return 0;
  let sum = 0;
  for (const bet of bets) sum += bet;
  return log(sum / bets.length + unspent(progress, plan));
}

function unspent({ bins, lastT }: Progress, { horizonBins, firstPart = FIRST_PART }: Plan): number {
  if (horizonBins === undefined) return ((1 - firstPart) * HALF_MS) / (HALF_MS + max(0, lastT));
  return bins >= horizonBins ? 0 : (1 - firstPart) * (1 - (bins - 1) / (horizonBins - 1));
}
