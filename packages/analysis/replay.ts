import { ReleaseFault } from "#faults";

import { type AnalysisState, judge, observeBin, startAnalysis } from "./analysis.ts";
import type { RecordedBin } from "./recorded.ts";
import type { AnalysisSettings } from "./settings.ts";
import type { Verdict } from "./verdict.ts";

/** A recorded watch that is seen again, bin by bin. Holds no bins. */
export interface Replay {
  readonly analysis: AnalysisState;
  /** In seconds, as recorded. */
  readonly firstT: number;
  readonly lastT: number;
  /** When the rollback was proved. */
  readonly provedT?: number;
  readonly bins: number;
  /** Whether slow requests were counted in any bin. */
  readonly slow: boolean;
  /** Whether errors of the baseline were counted by their causes in any bin. */
  readonly inCauses: boolean;
  /** What went by since the canary last answered. */
  readonly quiet: Quiet;
  /** Bins in which the canary was recorded without a value. */
  readonly silentBins: number;
}

interface Quiet {
  readonly since: number;
  /** Requests that the baseline answered. */
  readonly baseline: number;
}

/** A canary that would have answered this many requests by now, and answered none, is silent: chance e^-12. */
const UNANSWERED = 12;

/** A verdict on recorded metrics. */
export interface ReplayVerdict extends Verdict {
  /** `t` of the bin that proved it, as recorded; of the last bin where nothing was proved. */
  readonly at: number;
}

/** The replay after one more bin; without `before` it begins. Throws an `input` fault where time does not rise. */
export function replayBin(
  before: Replay | undefined,
  recorded: RecordedBin,
  settings: Partial<AnalysisSettings> = {},
): Replay {
  const { t, silent, slow, inCauses } = recorded;
  if (before !== undefined && t <= before.lastT) {
    throw new ReleaseFault("input", `"t" must rise from line to line of a run; got ${t} after ${before.lastT}`, {
      hint: 'Sort the lines by time and add up those of one time. Where a file holds several runs, name them: {"run": "a", "t": 10, …}.',
    });
  }
  const firstT = before?.firstT ?? t;
  const counts = before?.inCauses === true ? inOneUnit(recorded) : recorded.counts;
  const analysis = observeBin(before?.analysis ?? startAnalysis(settings), { t: (t - firstT) * 1000, ...counts });
  const provedT = before?.provedT ?? (analysis.latched === undefined ? undefined : t);
  return {
    analysis,
    firstT,
    lastT: t,
    ...(provedT === undefined ? {} : { provedT }),
    slow: slow || before?.slow === true,
    inCauses: before?.inCauses === true || inCauses.includes("baseline"),
    quiet: quietAfter(before?.quiet ?? { since: t, baseline: 0 }, t, counts),
    bins: (before?.bins ?? 0) + 1,
    silentBins: (before?.silentBins ?? 0) + (silent.includes("canary") ? 1 : 0),
  };
}

/** Causes of the baseline are not to be compared with requests of the canary: these may all be of one cause. */
function inOneUnit({ counts, inCauses }: RecordedBin): RecordedBin["counts"] {
  if (inCauses.length > 0) return counts;
  const { canary } = counts;
  return { ...counts, canary: { ...canary, errors: Math.min(1, canary.errors), failed: canary.errors } };
}

/** What the judge says at the end of the recording. */
export function replayVerdict(replay: Replay): ReplayVerdict {
  const { analysis, lastT, provedT, bins, silentBins, slow } = replay;
  const { signals, ...said } = judge(analysis);
  const at = provedT ?? lastT;
  const verdict = { ...said, at, signals: slow ? signals : signals.filter(({ name }) => name !== "latency") };
  const unrecorded = silentBins === 0 ? [] : [`${silentBins} of ${bins} bins have no data of the canary.`];
  const doubts = [...(silentBins * 2 > bins ? unrecorded : []), ...fellSilent(replay)];
  if (said.verdict !== "promote" || doubts.length === 0)
    return { ...verdict, evidence: [...said.evidence, ...unrecorded] };
  const rest = [...said.evidence, ...unrecorded].filter((sentence) => !doubts.includes(sentence));
  return { ...verdict, verdict: "hold", evidence: [...doubts, ...rest] };
}

/** Where a share is expected, its own test sees a canary that answers nothing; a canary without a weight may just as well be gone. */
function quietAfter(quiet: Quiet, t: number, { canary, baseline, weight }: RecordedBin["counts"]): Quiet {
  if (canary.requests > 0 || weight === 0) return { since: t, baseline: 0 };
  return { since: quiet.since, baseline: quiet.baseline + (baseline?.requests ?? 0) };
}

function fellSilent({ analysis, firstT, lastT, bins, quiet }: Replay): readonly string[] {
  const { canary, baseline } = analysis.totals;
  const step = (lastT - firstT) / Math.max(1, bins - 1);
  const usual =
    baseline.requests > 0
      ? (canary.requests * quiet.baseline) / (1 + baseline.requests - quiet.baseline)
      : (canary.requests * (lastT - quiet.since)) / (quiet.since - firstT + step);
  return usual > UNANSWERED ? [`The canary has answered no request since ${quiet.since} s.`] : [];
}
