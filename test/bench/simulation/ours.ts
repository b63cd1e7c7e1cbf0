import { type AnalysisState, type Bin, observeBin, startAnalysis, type Verdict } from "#analysis";

import type { Arm, Run } from "./requests.ts";

/** What the judge of this project did in one run. */
export interface Watched {
  /** The second of the rollback, from the start of the traffic; `Infinity` = not in this window. */
  readonly second: number;
  readonly verdict?: Verdict;
}

/**
 * The judge as a rollout uses it (packages/stages/rollout/vigil.ts): its defaults, one interval a second. `counted` is what is an
 * error: its distinct causes, or each failed request.
 */
export function watch(run: Run, counted: "units" | "errors"): Watched {
  let state: AnalysisState = startAnalysis({ horizonBins: run.seconds, ...previous(run) });
  for (let second = 0; second < run.seconds; second += 1) {
    state = observeBin(state, binOf(run, second, counted));
    if (state.latched !== undefined) return { second: second + 1, verdict: state.latched };
  }
  return { second: Infinity };
}

function binOf(run: Run, second: number, counted: "units" | "errors"): Bin {
  const weight = run.weight[second];
  return {
    t: second * 1000,
    canary: countsOf(run.canary, second, counted),
    ...(weight === 1 ? {} : { baseline: countsOf(run.baseline, second, counted) }),
    ...(weight === undefined ? {} : { weight }),
  };
}

function countsOf(arm: Arm, second: number, counted: "units" | "errors") {
  const requests = counted === "units" ? arm.counted : arm.requests;
  return { requests: requests[second] ?? 0, errors: arm[counted][second] ?? 0, slow: 0 };
}

/** The interval before the switch, where nothing serves beside the new version (decision 44). */
function previous({ before }: Run) {
  if (before === undefined) return {};
  const total = before.reduce((sum, { requests, errors }) => ({
    requests: sum.requests + requests,
    errors: sum.errors + errors,
  }));
  return { previous: { ...total, slow: 0 } };
}
