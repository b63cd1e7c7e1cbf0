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
  /** Bins in which the canary was recorded without a value. */
  readonly silentBins: number;
}

/** A verdict on recorded metrics. */
export interface ReplayVerdict extends Verdict {
  /** `t` of the bin that proved it, as recorded; of the last bin where nothing was proved. */
  readonly at: number;
}

/** The replay after one more bin; without `before` it begins. Throws an `input` fault where time does not rise. */
export function replayBin(
  before: Replay | undefined,
  { t, counts, silent }: RecordedBin,
  settings: Partial<AnalysisSettings> = {},
): Replay {
  if (before !== undefined && t <= before.lastT) {
    throw new ReleaseFault("input", `"t" must rise from line to line of a run; got ${t} after ${before.lastT}`, {
      hint: 'Sort the lines by time and add up those of one time. Where a file holds several runs, name them: {"run": "a", "t": 10, …}.',
    });
  }
  const firstT = before?.firstT ?? t;
  const analysis = observeBin(before?.analysis ?? startAnalysis(settings), { t: (t - firstT) * 1000, ...counts });
  const provedT = before?.provedT ?? (analysis.latched === undefined ? undefined : t);
  return {
    analysis,
    firstT,
    lastT: t,
    ...(provedT === undefined ? {} : { provedT }),
    bins: (before?.bins ?? 0) + 1,
    silentBins: (before?.silentBins ?? 0) + (silent.includes("canary") ? 1 : 0),
  };
}

/** What the judge says at the end of the recording. */
export function replayVerdict({ analysis, lastT, provedT, bins, silentBins }: Replay): ReplayVerdict {
  const said = judge(analysis);
  const at = provedT ?? lastT;
  if (silentBins === 0) return { ...said, at };
  const silence = `${silentBins} of ${bins} bins have no data of the canary.`;
  if (said.verdict !== "promote" || silentBins * 2 <= bins)
    return { ...said, at, evidence: [...said.evidence, silence] };
  return { ...said, at, verdict: "hold", evidence: [silence, ...said.evidence] };
}
