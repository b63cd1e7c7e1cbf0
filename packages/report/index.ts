/** Views of a release: pure functions of its record and facts. */
export { firstLines } from "./allowed.ts";
export { compare, type Comparison } from "./comparison.ts";
export { flakyTests, howOften, type FlakyTest } from "./flaky.ts";
export { gateDetails } from "./gate-details.ts";
export { board, wayOf, type Board } from "./board.ts";
export { following, type Place } from "./following.ts";
export { gateNumbers } from "./gates.ts";
export { gateWord, overridesOf } from "./overrides.ts";
export { pullRequestBodies, type Deciders } from "./pull-request.ts";
export { releaseReport } from "./release-report.ts";
export { stateName, timingOf } from "./redeploy.ts";
export { outcome, rollbackReport, trafficBackMs } from "./rollback.ts";
export { duration, oneLine, percent } from "./text.ts";
export { event, timeline } from "./timeline.ts";
export { slowest, visitTimes, type VisitTime } from "./times.ts";
export type { Told } from "./told.ts";
export { waitingFor } from "./waits.ts";
export { newestWatch } from "./watches.ts";
