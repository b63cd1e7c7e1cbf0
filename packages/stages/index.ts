export {
  askFor,
  declareEmergency,
  resumeRelease,
  retryRelease,
  rollBackRelease,
  startRelease,
  type CommandEnd,
  type OnDriver,
} from "./commands/commands.ts";
export { type DriveEnd } from "./drive.ts";
export { deployToProduction, deployToStaging, type ProductionOutcome } from "./jobs/deploy-job.ts";
export { type JobEnd } from "./jobs/job-end.ts";
export { authorise, type Wish } from "./people/authority.ts";
export { openedByRun, readOrThrow } from "./commands/known-release.ts";
export { planRetry, type RetryWords } from "./commands/retry.ts";
export {
  continueRedeployJob,
  planRedeploy,
  redeploy,
  redeployJob,
  type PlannedRedeploy,
  type WantedRedeploy,
} from "./commands/redeploy.ts";
export { drivenNow } from "./queue/standing.ts";
export { reportJob, type EndState } from "./jobs/report-job.ts";
export { reviewJob, type ReviewCommand } from "./jobs/review-job.ts";
export { validateJob, type Route, type ValidateCommand } from "./jobs/validate-job.ts";
export {
  digestOf,
  evidenceText,
  runLeg,
  type Evidence,
  type LegCommand,
  type LegEnd,
  type Tested,
} from "./jobs/leg.ts";
export {
  rollbackManual,
  rollbackNet,
  rollbackStaging,
  type ManualRollback,
  type RollbackOutcome,
} from "./jobs/rollback-job.ts";
export { smokeNow, type SmokePlace } from "./jobs/smoke-job.ts";
export { EvidenceRefusedError, type DeliveredEvidence } from "./jobs/verify-evidence.ts";
export { type Delivery } from "./views/channels.ts";
export { falsePositiveLine, falsePositives, markFalsePositive } from "./commands/false-positive.ts";
export { afterwardsOf, noteRootCause } from "./rollback/root-cause.ts";
export { openingsOf } from "./queue/openings.ts";
export { emptyOutbox } from "./views/outbox.ts";
export { openDashboard, type DashboardHere } from "./views/dashboard.ts";
export { publishDashboard, type Publication, type Published } from "./views/dashboard-branch.ts";
export { overdueReviews, remindOfReviews, tellingsOfReminders, type Reminder } from "./views/overdue.ts";
export { watchJob, wakeByEvent, type Sighting, type Wake } from "./jobs/watch-job.ts";
export { type Economy } from "./views/economy.ts";
export { openWorkplace, type Surroundings, type Workplace } from "./open.ts";
export { projectConfig } from "./plan/config-here.ts";
/** What signs an audit log that is there: only who asks needs it, a release does not. */
export const loadAuditSign = () => import("./records/audit-sign.ts");
/** What takes a person out of the records: only who asks needs it. */
export const loadErase = () => import("./records/erase.ts");
export { auditKeyVariable, auditSignerOf } from "./records/audit-signer.ts";
export { auditedIn, auditLogPath, checkpointPath, isAudited, peoplePath, reportPath } from "./records/records.ts";
/** What reads a changelog preset: only projects that have one need it. */
export const loadPresets = () => import("./plan/preset-at.ts");
export { planRelease, today, type PlannedRelease } from "./plan/plan.ts";
export { digestOfOutlook, planFileText } from "./plan/reviewed-plan.ts";
export { startOf, type ReadNamed, type StartCommand, type StartWords } from "./commands/start-command.ts";
export { signingVariables } from "./review/signing.ts";
