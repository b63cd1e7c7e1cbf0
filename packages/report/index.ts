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
export { outcome, rollbackReport } from "./rollback.ts";
export { duration, printable } from "./text.ts";
export { event, timeline } from "./timeline.ts";
