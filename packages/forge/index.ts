export { type GitHubOptions } from "./client.ts";
export { openGitHub } from "./github.ts";
export {
  type Approval,
  type Forge,
  type ProtectedEnvironment,
  type PullRequest,
  type ReviewState,
  type WantedPullRequest,
} from "./port.ts";
export { reviewQuery } from "./review-query.ts";
export { operations } from "./routes.ts";
