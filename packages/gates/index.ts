export type {
  CheckRun,
  CheckSettings,
  DevelopmentSettings,
  GateContext,
  GateOutcome,
  GateSettings,
  JourneySettings,
  SecurityAlert,
  SecurityPolicy,
  Shard,
  ShardedGate,
  TestGateSettings,
} from "./context.ts";
export { withDevelopment, type Development } from "./development.ts";
export type { Changes, DodEvidence, OwnReview, Unknown } from "./dod/dod-evidence.ts";
export { assertAgain } from "./dod/dod-gate.ts";
export { checkLicences, type LicenceFinding } from "./dod/dod-licences.ts";
export { irreversibleMigrations, isMigration } from "./dod/dod-migrations.ts";
export { installedScanners } from "./security/installed-scanners.ts";
export { cleanEnvironment } from "./project-command.ts";
export type { FileLines } from "./shards/file-lines.ts";
export { outcomeOfShards, runGate, runSetup, runShard, type ShardEnd } from "./run-gate.ts";
