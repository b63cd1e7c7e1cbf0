/** What the recorded releases show: the measures behind dashboard, metrics and reports. Pure functions of facts. */
export { familiesOf } from "./families.ts";
export type { Family, Point } from "./family.ts";
export { historiesOf, historyOf, releaseOf } from "./history.ts";
export type { Kept } from "./release.ts";
export { releaseFamilies } from "./release-families.ts";
export { shareOf, spreadOf, type Counted, type Share, type Spread } from "./numbers.ts";
export { openMetrics, openMetricsType } from "./openmetrics.ts";
export { otlpMetrics, type OtlpSource } from "./otlp.ts";
export { periodsOf, stretchAt, type Stretch } from "./periods.ts";
export type * from "./types.ts";
