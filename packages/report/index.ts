export { board, type Board } from "./board.ts";
export { dashboard, type DashboardRelease } from "./dashboard.ts";
export { gateNumbers } from "./gates.ts";
export { pullRequestBody } from "./pull-request.ts";
export { outcome, releaseReport } from "./release-report.ts";
export { duration } from "./text.ts";
export { event } from "./timeline.ts";
