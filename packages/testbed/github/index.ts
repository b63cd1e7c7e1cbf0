export {
  closeInHouse,
  connectGitHub,
  openInHouse,
  startGitHub,
  startHouse,
  type GitHub,
  type GitHubProcess,
  type StartOptions,
} from "./start.ts";
export { GitHubServer, type ServerOptions } from "./server.ts";
export { adminOf, type GitHubAdmin } from "./client.ts";
export type { WantedClock, WantedRateLimit, WantedRepository, WantedRun, WantedUser } from "./admin.ts";
export type { Fault } from "./faults.ts";
export type { Report } from "./report.ts";
