export { startGitHub, connectGitHub, type GitHub, type GitHubAdmin, type GitHubProcess } from "./github/index.ts";
export {
  createWorld,
  faultNames,
  openWorld,
  type Fault,
  type OpenPullRequest,
  type World,
  type WorldOptions,
} from "./world/index.ts";
export { runDemo, type DemoTerminal } from "./demo/demo.ts";
