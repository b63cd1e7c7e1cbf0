export {
  askFor,
  readOrThrow,
  resumeRelease,
  retryRelease,
  rollBackRelease,
  startRelease,
  type CommandEnd,
  type OnDriver,
} from "./commands.ts";
export { type DriveEnd } from "./drive.ts";
export {
  deployToProduction,
  deployToStaging,
  reportJob,
  reviewJob,
  validateJob,
  type EndState,
  type JobEnd,
  type ProductionOutcome,
  type ReviewCommand,
  type Route,
  type ValidateCommand,
} from "./jobs.ts";
export { digestOf, evidenceText, runLeg, type Evidence, type LegCommand, type LegEnd } from "./leg.ts";
export {
  rollbackManual,
  rollbackNet,
  rollbackStaging,
  type ManualRollback,
  type RollbackOutcome,
} from "./rollback-job.ts";
export { smokeNow, type SmokePlace } from "./smoke-job.ts";
export { EvidenceRefusedError, type DeliveredEvidence } from "./verify-evidence.ts";
export { type Economy } from "./economy.ts";
export { openWorkplace, type Surroundings, type Workplace } from "./open.ts";
export { auditLogPath } from "./records.ts";
export { planRelease, type PlannedRelease, type StartCommand } from "./plan.ts";
