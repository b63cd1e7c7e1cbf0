export type {
  AllowList,
  CheckRun,
  CheckSettings,
  DevelopmentSettings,
  GateContext,
  GateOutcome,
  GateSettings,
  SecurityAlert,
  TestGateSettings,
} from "./context.ts";
export { withDevelopment, type Development } from "./development.ts";
export type { Changes, DodEvidence, OwnReview, Unknown } from "./dod-evidence.ts";
export { assertAgain } from "./dod-gate.ts";
export { checkLicences, type LicenceFinding } from "./dod-licences.ts";
export { irreversibleMigrations, isMigration } from "./dod-migrations.ts";
export { installedScanners } from "./installed-scanners.ts";
export { cleanEnvironment } from "./project-command.ts";
export { runGate, runSetup } from "./run-gate.ts";
