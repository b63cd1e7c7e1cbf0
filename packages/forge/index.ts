export { type GitHubOptions } from "./client.ts";
export { openGitHub } from "./github.ts";
export {
  type Comment,
  type Forge,
  type Reaction,
  type PullRequest,
  type ReviewState,
  type WantedPullRequest,
} from "./port.ts";
export { reviewQuery } from "./review-query.ts";
export { operations } from "./routes.ts";
