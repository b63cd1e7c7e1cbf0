import { MINUTE_SECONDS, ratioOf, type Rule } from "./rule.ts";

/**
 * Flagger: one check of the canary's success rate (percent, of the last minute) each minute. The first tick only moves
 * traffic. Failed checks add up; that they reached `threshold` is seen at the start of the *next* tick. No value fails.
 * Flagger also keeps the weight where it is after a failed check; here the weights are those of the plan.
 */
export function flagger(minPercent: number, threshold: number): Rule {
  return {
    name: `Flagger ${minPercent}, threshold ${threshold}`,
    rollsBackAt({ canary }) {
      let failedChecks = 0;
      for (let tick = 1; tick <= canary.length; tick += 1) {
        if (failedChecks >= threshold) return tick * MINUTE_SECONDS;
        const minute = canary[tick - 1];
        if (minute === undefined || !(100 * (1 - ratioOf(minute)) >= minPercent)) failedChecks += 1;
      }
      return Infinity;
    },
  };
}
