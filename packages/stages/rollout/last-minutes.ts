import type { Bin, Sample } from "#monitors";

/** What "lately" is: the guards ask for normal error rates over the last five minutes. */
const spanMs = 5 * 60_000;

const nothing: Sample = { requests: 0, errors: 0, slow: 0 };

/** Counts of the watched version over the last five minutes of its bins. */
export function lastMinutes(): { add(bin: Bin): void; readonly counts: Sample } {
  let bins: readonly Bin[] = [];
  return {
    add(bin) {
      bins = [...bins.filter(({ t }) => t > bin.t - spanMs), bin];
    },
    get counts() {
      return bins.reduce(
        (sum, { canary }) => ({
          requests: sum.requests + canary.requests,
          errors: sum.errors + canary.errors,
          slow: sum.slow + canary.slow,
        }),
        nothing,
      );
    },
  };
}
