import { MINUTE_SECONDS, ratioOf, type Rule } from "./rule.ts";

/**
 * Argo Rollouts: one metric with a success condition on the canary's success ratio of the last minute, measured each
 * minute, first after one. Failed measurements add up, good ones between them change nothing; the run fails when they
 * are *more* than `failureLimit`. A ratio of nothing is NaN, meets no condition, and is a failed measurement.
 */
export function argo(successAtLeast: number, failureLimit: number): Rule {
  return {
    name: `Argo ≥ ${successAtLeast}, limit ${failureLimit}`,
    rollsBackAt({ canary }) {
      let failed = 0;
      for (const [index, minute] of canary.entries()) {
        if (!(1 - ratioOf(minute) >= successAtLeast)) failed += 1;
        if (failed > failureLimit) return (index + 1) * MINUTE_SECONDS;
      }
      return Infinity;
    },
  };
}
