import { ReleaseFault } from "#faults";

/** What one version did in one interval. Absent = not measured; never zero. */
export interface Counts {
  readonly requests: number;
  /** Distinct error units (trace, client, fingerprint) where they can be told apart, else failed requests. */
  readonly errors: number;
  /** Failed requests, where `errors` counts units of which one may have met both versions. Absent = none may have. */
  readonly failed?: number;
  /** Requests slower than the bound of the watch; time-outs count as slow. */
  readonly slow: number;
  /** Requests that a model found odd: their score exceeded what was fixed before they came. */
  readonly odd?: number;
}

/** One interval of a watch. `t` is its start in ms since the watch began. */
export interface Bin {
  readonly t: number;
  /** Absent when no other version serves; all zero when it serves but was not asked. */
  readonly baseline?: Counts;
  readonly canary: Counts;
  /** Share of the traffic that the canary should get, 0–1. Absent = not checked; 1 = there is no baseline. */
  readonly weight?: number;
}

/** Both versions side by side. */
export interface Sides {
  readonly canary: Counts;
  readonly baseline: Counts;
}

export const nothing: Counts = { requests: 0, errors: 0, slow: 0 };

/** Errors per request, 0–1; 0 when nothing was asked. */
export function errorRatio({ requests, errors }: Counts): number {
  return requests > 0 ? errors / requests : 0;
}

/** Failed requests per request, 0–1, however few units they are of; 0 when nothing was asked. */
export function failedRatio({ requests, errors, failed = errors }: Counts): number {
  return requests > 0 ? failed / requests : 0;
}

/** Slow requests per request, 0–1; 0 when nothing was asked. */
export function slowRatio({ requests, slow }: Counts): number {
  return requests > 0 ? slow / requests : 0;
}

/** `earlier`, weakened by `keep` (0–1), plus `later`. */
export function addCounts(earlier: Counts, later: Counts, keep = 1): Counts {
  const sum = {
    requests: earlier.requests * keep + later.requests,
    errors: earlier.errors * keep + later.errors,
    slow: earlier.slow * keep + later.slow,
  };
  const failed = earlier.failed ?? later.failed;
  const odd = earlier.odd ?? later.odd;
  if (failed === undefined && odd === undefined) return sum;
  return {
    ...sum,
    ...(failed === undefined
      ? {}
      : { failed: (earlier.failed ?? earlier.errors) * keep + (later.failed ?? later.errors) }),
    ...(odd === undefined ? {} : { odd: (earlier.odd ?? 0) * keep + (later.odd ?? 0) }),
  };
}

/** Adds a bin to both sides, after weakening them by `keep`. */
export function addBin(sides: Sides, bin: Bin, keep = 1): Sides {
  return {
    canary: addCounts(sides.canary, bin.canary, keep),
    baseline: addCounts(sides.baseline, bin.baseline ?? nothing, keep),
  };
}

/** The baseline that serves beside the canary in this bin, if any does. */
export function concurrentBaseline(bin: Bin): Counts | undefined {
  return bin.weight === 1 ? undefined : bin.baseline;
}

/** Refuses counts that cannot be counts: a statistic of them would be a lie. */
export function checkBin(bin: Bin): void {
  checkCounts("canary", bin.t, bin.canary);
  if (bin.baseline !== undefined) checkCounts("baseline", bin.t, bin.baseline);
  if (!Number.isFinite(bin.t)) throw broken(`An interval has no start time (t = ${bin.t})`);
  if (bin.weight !== undefined && !(bin.weight >= 0 && bin.weight <= 1)) {
    throw broken(`The interval at ${bin.t} ms expects a traffic share of ${bin.weight}, which is not between 0 and 1`);
  }
}

function checkCounts(side: string, t: number, { requests, errors, failed = 0, slow, odd = 0 }: Counts): void {
  const possible = (part: number) => part >= 0 && part <= requests;
  if (possible(errors) && possible(failed) && possible(slow) && possible(odd) && requests < Infinity) return;
  throw broken(
    `The monitor counted ${requests} requests, ${errors} errors, ${slow} slow ones and ${odd} odd ones of the ${side} at ${t} ms`,
  );
}

function broken(message: string): ReleaseFault {
  return new ReleaseFault("remote", message, {
    hint: "Errors and slow requests are part of the requests of the same interval, e.g. requests 120, errors 2, slow 5. Check what the monitor counts.",
  });
}
