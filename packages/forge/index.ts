export { type GitHubOptions } from "./client.ts";
export { openGitHub } from "./github.ts";
export {
  type Approval,
  type Comment,
  type Forge,
  type ProtectedEnvironment,
  type Reaction,
  type PullRequest,
  type ReviewState,
  type WantedPullRequest,
} from "./port.ts";
export { reviewQuery } from "./review-query.ts";
export { operations } from "./routes.ts";
