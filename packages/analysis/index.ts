/** Sequential tests of a canary: state and counts in, state and verdict out. Pure. */
export { type AnalysisState, judge, observeBin, startAnalysis } from "./analysis.ts";
export type { Bin, Counts } from "./counts.ts";
export { divergence, upperBound } from "./proofs.ts";
export { smallestDetectable, type Visibility } from "./detectable.ts";
export type { AnalysisSettings } from "./settings.ts";
export type { Signal, Verdict } from "./verdict.ts";
