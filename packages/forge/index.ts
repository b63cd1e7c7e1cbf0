export { type GitHubOptions } from "./client.ts";
export { codeOwnersPaths, isTeam, loginOf, ownersOf, parseCodeOwners, type CodeOwners } from "./code-owners.ts";
export { openGitHub } from "./github.ts";
export {
  type Approval,
  type BlockingIssue,
  type CiCheck,
  type Comment,
  type DeploymentNote,
  type DeploymentState,
  type Forge,
  type MergeMethod,
  type ProtectedEnvironment,
  type PullRequest,
  type Reaction,
  type ReviewedChange,
  type ReviewState,
  type WantedPullRequest,
} from "./port.ts";
export { reviewQuery } from "./review-query.ts";
export { operations } from "./routes.ts";
export { isHostRun } from "./runs.ts";
