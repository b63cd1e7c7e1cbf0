export {
  askFor,
  declareEmergency,
  resumeRelease,
  retryRelease,
  rollBackRelease,
  startRelease,
  type CommandEnd,
  type OnDriver,
} from "./commands.ts";
export { type DriveEnd } from "./drive.ts";
export { deployToProduction, deployToStaging, type ProductionOutcome } from "./deploy-job.ts";
export { type JobEnd } from "./job-end.ts";
export { authorise, type Wish } from "./authority.ts";
export { openedByRun, readOrThrow } from "./known-release.ts";
export { planRetry, type RetryWords } from "./retry.ts";
export {
  continueRedeployJob,
  planRedeploy,
  redeploy,
  redeployJob,
  type PlannedRedeploy,
  type WantedRedeploy,
} from "./redeploy.ts";
export { drivenNow } from "./standing.ts";
export { reportJob, type EndState } from "./report-job.ts";
export { reviewJob, type ReviewCommand } from "./review-job.ts";
export { validateJob, type Route, type ValidateCommand } from "./validate-job.ts";
export { digestOf, evidenceText, runLeg, type Evidence, type LegCommand, type LegEnd, type Tested } from "./leg.ts";
export {
  rollbackManual,
  rollbackNet,
  rollbackStaging,
  type ManualRollback,
  type RollbackOutcome,
} from "./rollback-job.ts";
export { smokeNow, type SmokePlace } from "./smoke-job.ts";
export { EvidenceRefusedError, type DeliveredEvidence } from "./verify-evidence.ts";
export { type Delivery } from "./channels.ts";
export { falsePositiveLine, falsePositives, markFalsePositive } from "./false-positive.ts";
export { afterwardsOf, noteRootCause } from "./root-cause.ts";
export { openingsOf } from "./openings.ts";
export { emptyOutbox } from "./outbox.ts";
export { openDashboard, publishDashboard, type DashboardHere, type Published } from "./dashboard.ts";
export { overdueReviews, remindOfReviews, tellingsOfReminders, type Reminder } from "./overdue.ts";
export { watchJob, wakeByEvent, type Sighting, type Wake } from "./watch-job.ts";
export { type Economy } from "./economy.ts";
export { openWorkplace, type Surroundings, type Workplace } from "./open.ts";
export { projectConfig } from "./config-here.ts";
export { auditKeyOf, auditKeyVariable, auditSignerOf } from "./audit-signing.ts";
export { auditLogPath, checkpointPath, reportPath } from "./records.ts";
export { loadPreset, type LoadedPreset } from "./preset.ts";
export { typesInUse } from "./preset-at.ts";
export { planRelease, today, type PlannedRelease } from "./plan.ts";
export { digestOfOutlook, planFileText } from "./reviewed-plan.ts";
export { startOf, type ReadNamed, type StartCommand, type StartWords } from "./start-command.ts";
export { signingVariables } from "./signing.ts";
