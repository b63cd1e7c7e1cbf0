import type { Minute } from "../requests.ts";
import { MINUTE_SECONDS, ratioOf, type Rule } from "./rule.ts";

/** More than 5 % of the requests fail in two whole minutes in a row. */
export const fivePercent: Rule = {
  name: "> 5 % for 2 min",
  rollsBackAt({ canary }) {
    let broken = 0;
    for (const [index, minute] of canary.entries()) {
      broken = ratioOf(minute) > 0.05 ? broken + 1 : 0;
      if (broken === 2) return (index + 1) * MINUTE_SECONDS;
    }
    return Infinity;
  },
};

/** In one whole minute the error ratio is more than 10 points over the previous version's. */
export const tenPoints: Rule = {
  name: "+10 points in a minute",
  rollsBackAt({ canary, baseline, before }) {
    const known = before === undefined ? NaN : ratioOf(total(before));
    for (const [index, minute] of canary.entries()) {
      const beside = baseline[index];
      const previous = beside === undefined || beside.requests === 0 ? known : ratioOf(beside);
      if (ratioOf(minute) - previous > 0.1) return (index + 1) * MINUTE_SECONDS;
    }
    return Infinity;
  },
};

function total(minutes: readonly Minute[]): Minute {
  return minutes.reduce(
    (all, { requests, errors }) => ({ requests: all.requests + requests, errors: all.errors + errors }),
    { requests: 0, errors: 0 },
  );
}
