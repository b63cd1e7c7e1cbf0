import { bisect, divergence } from "./proofs.ts";

/** What a watch can see. */
export interface Visibility {
  /** Of both versions together. */
  readonly requestsPerSecond: number;
  /** The canary's part of the requests, 0–1. */
  readonly share: number;
  readonly baselineErrorRatio: number;
  readonly windowMs: number;
  readonly alpha: number;
}

/** Nats that mixing alternatives and start times costs. */
const MIXTURE_NATS = 3;

/**
 * The smallest worsening that the window can be expected to show: 3 = three times the baseline's error ratio.
 * `undefined` when not even a canary that fails every request would be proved bad by the comparison.
 */
export function smallestDetectable(visibility: Visibility): number | undefined {
  const { requestsPerSecond, share, baselineErrorRatio, windowMs, alpha } = visibility;
  if (!(share > 0 && share < 1 && baselineErrorRatio > 0 && baselineErrorRatio < 1)) return undefined;
  const requests = (requestsPerSecond * windowMs) / 1000;
  const nats = Math.log(1 / alpha) + MIXTURE_NATS;
  const seen = (ratio: number) => requestsToDetect({ ratio, share, baselineErrorRatio, nats }) <= requests;
  const worst = 1 / baselineErrorRatio;
  return seen(worst) ? bisect(1, worst, seen).high : undefined;
}

/** Requests of both versions together until a canary `ratio` times as bad has given `nats` of evidence, on average. */
export function requestsToDetect(regression: {
  readonly ratio: number;
  readonly share: number;
  readonly baselineErrorRatio: number;
  readonly nats: number;
}): number {
  const { ratio, share, baselineErrorRatio, nats } = regression;
  const spread = 1 - share + share * ratio;
  return nats / (divergence((share * ratio) / spread, share) * baselineErrorRatio * spread);
}
