export type {
  CheckRun,
  CheckSettings,
  DevelopmentSettings,
  GateContext,
  GateOutcome,
  GateSettings,
  TestGateSettings,
} from "./context.ts";
export { withDevelopment, type Development } from "./development.ts";
export type { DodEvidence } from "./dod-evidence.ts";
export { cleanEnvironment } from "./project-command.ts";
export { runGate, runSetup } from "./run-gate.ts";
