/** Views of a release: pure functions of its record and facts. */
export { firstLines } from "./allowed.ts";
export { compare, type Comparison } from "./comparison.ts";
export { flakyTests, howOften, type FlakyTest } from "./flaky.ts";
export { gateDetails } from "./gate-details.ts";
export { board, type Board } from "./board.ts";
export { dashboard, type DashboardRelease } from "./dashboard.ts";
export { following, type Place } from "./following.ts";
export { gateNumbers } from "./gates.ts";
export { overridesOf } from "./overrides.ts";
export { pullRequestBodies, type Deciders } from "./pull-request.ts";
export { releaseReport } from "./release-report.ts";
export { reportAs, type ReportFormat } from "./formats.ts";
export { fittingReport } from "./fitting.ts";
export { writtenReport, type Written } from "./written.ts";
export type { Afterwards, RootCause } from "./afterwards.ts";
export { outcome, rollbackReport } from "./rollback.ts";
export { duration } from "./text.ts";
export { event, timeline } from "./timeline.ts";
