export { hideSecrets, secretsOf } from "./detail.ts";
export { productionHost } from "./isolation.ts";
export { runSmoke } from "./run-smoke.ts";
export { hasCommands } from "./command.ts";
export type {
  CommandCheck,
  Clock,
  DatabaseCheck,
  ExternalCheck,
  HttpStep,
  None,
  Retry,
  SmokeOptions,
  SmokeResult,
  SmokeSpec,
  UserPath,
} from "./contract.ts";
