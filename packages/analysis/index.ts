/** Sequential tests of a canary: state and counts in, state and verdict out. Pure. */
export { type AnalysisState, judge, observeBin, startAnalysis } from "./analysis.ts";
export type { Bin, Counts } from "./counts.ts";
export { isOddlyAbove, upperBound } from "./proofs.ts";
export { smallestDetectable, type Visibility } from "./detectable.ts";
export { parseRecordedBin, type RecordedBin, shown } from "./recorded.ts";
export { type Replay, replayBin, replayVerdict, type ReplayVerdict } from "./replay.ts";
export { type AnalysisSettings, weightsWithScore } from "./settings.ts";
export { learnUsual, markOdd, type PastInterval, type UsualModel } from "./usual.ts";
export type { Signal, Verdict } from "./verdict.ts";
