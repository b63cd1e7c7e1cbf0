export { hideSecrets, secretsOf } from "./detail.ts";
export { runSmoke } from "./run-smoke.ts";
export type {
  Clock,
  DatabaseCheck,
  ExternalCheck,
  HttpStep,
  None,
  SmokeOptions,
  SmokeResult,
  SmokeSpec,
  UserPath,
} from "./contract.ts";
