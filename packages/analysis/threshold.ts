import { type Before, lastOf } from "./before.ts";
import { addBin, type Bin, errorRatio, nothing, type Sides, slowRatio } from "./counts.ts";
import { incidentSentence, percent } from "./evidence.ts";
import { type AnalysisSettings, MAX_SLOW_RATIO } from "./settings.ts";
import type { Finding, Signal } from "./verdict.ts";

/** The plain rules of the requirements, on raw ratios a minute: what `sequential` is compared with. */
export interface ThresholdState {
  readonly judge: "threshold";
  readonly minute: Sides;
  readonly minuteStart: number;
  /** The last whole minute. */
  readonly last: Sides;
  /** Whole minutes in a row with an error ratio over the bound, in the canary alone. */
  readonly brokenMinutes: number;
  readonly lastT: number;
}

const MINUTE_MS = 60_000;
const BROKEN_MINUTES = 2;

/** Rise over the previous version that rolls back at once: 10 percentage points. */
const MAX_RISE = 0.1;

const empty: Sides = { canary: nothing, baseline: nothing };
export const noMinutes: ThresholdState = {
  judge: "threshold",
  minute: empty,
  minuteStart: 0,
  last: empty,
  brokenMinutes: 0,
  lastT: 0,
};

/** The minutes after one more bin. */
export function countMinute(state: ThresholdState, bin: Bin, settings: AnalysisSettings): ThresholdState {
  const elapsedMs = bin.t - state.minuteStart;
  if (elapsedMs >= 0 && elapsedMs < MINUTE_MS) return { ...state, minute: addBin(state.minute, bin), lastT: bin.t };
  const { canary, baseline } = state.minute;
  const broken = errorRatio(canary) > settings.maxErrorRatio && errorRatio(baseline) <= settings.maxErrorRatio;
  return {
    judge: "threshold",
    minute: addBin(empty, bin),
    minuteStart: bin.t,
    last: state.minute,
    brokenMinutes: broken ? state.brokenMinutes + 1 : 0,
    lastT: bin.t,
  };
}

/** What the plain rules say of the last whole minutes. */
export function findInMinutes(
  state: ThresholdState,
  { before: known, settings }: { readonly before: Before; readonly settings: AnalysisSettings },
): Finding {
  const { canary, baseline } = state.last;
  const last = baseline.requests > 0 ? baseline : lastOf(known, settings);
  const before = last === undefined ? settings.previousErrorRatio : errorRatio(last);
  const rise = errorRatio(canary) - (before ?? 0);
  const normal = Math.max(settings.normalErrorRatio, before ?? 0);
  const max = percent(settings.maxErrorRatio);
  const finding: Finding = { eValue: 1, signals: () => signalsOf(state.last) };
  const back = (trigger: "error-rate-spike" | "latency", sentence: string): Finding => ({
    ...finding,
    rollback: { trigger, evidence: [sentence] },
  });
  if (state.brokenMinutes >= BROKEN_MINUTES) {
    return back(
      "error-rate-spike",
      `The error ratio was over ${max} for ${BROKEN_MINUTES} minutes; in the last it was ${percent(errorRatio(canary))}.`,
    );
  }
  if (before !== undefined && rise > MAX_RISE) {
    return back(
      "error-rate-spike",
      `The error ratio rose from ${percent(before)} to ${percent(errorRatio(canary))}, by more than 10 points.`,
    );
  }
  if (slowRatio(canary) > MAX_SLOW_RATIO && errorRatio(canary) > normal) {
    return back(
      "latency",
      `p95 is over its bound (${percent(slowRatio(canary))} of the requests are slow), and ${percent(errorRatio(canary))} fail.`,
    );
  }
  if (Math.min(errorRatio(canary), errorRatio(baseline)) > settings.maxErrorRatio) {
    return { ...finding, incident: incidentSentence(state.last, settings.maxErrorRatio) };
  }
  if (errorRatio(canary) > settings.maxErrorRatio) {
    return {
      ...finding,
      suspicion: `The error ratio of the last minute, ${percent(errorRatio(canary))}, is over ${max}.`,
    };
  }
  return finding;
}

function signalsOf({ canary, baseline }: Sides): readonly Signal[] {
  if (canary.requests === 0) return [];
  const compared = baseline.requests > 0;
  return [
    { name: "errors", canary: errorRatio(canary), ...(compared ? { baseline: errorRatio(baseline) } : {}) },
    { name: "latency", canary: slowRatio(canary), ...(compared ? { baseline: slowRatio(baseline) } : {}) },
  ];
}
