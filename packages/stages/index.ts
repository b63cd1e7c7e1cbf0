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
export { type Economy } from "./economy.ts";
export { openWorkplace, type Surroundings, type Workplace } from "./open.ts";
export { auditLogPath } from "./records.ts";
export { planRelease, type PlannedRelease, type StartCommand } from "./plan.ts";
