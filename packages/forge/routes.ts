/** Every REST operation that the forge asks GitHub for, by what it is for. The names are the words of its errors. */
export const routes = {
  readUser: "GET /user",
  readRepository: "GET /repos/{owner}/{repo}",
  readRole: "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
  readTeam: "GET /orgs/{org}/teams/{team_slug}",
  readTeamMembership: "GET /orgs/{org}/teams/{team_slug}/memberships/{username}",
  readEnvironment: "GET /repos/{owner}/{repo}/environments/{environment_name}",
  listCustomRules: "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules",
  readApprovals: "GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals",
  readRules: "GET /repos/{owner}/{repo}/rules/branches/{branch}",
  listPullRequests: "GET /repos/{owner}/{repo}/pulls",
  readPullRequest: "GET /repos/{owner}/{repo}/pulls/{pull_number}",
  createPullRequest: "POST /repos/{owner}/{repo}/pulls",
  updatePullRequest: "PATCH /repos/{owner}/{repo}/pulls/{pull_number}",
  mergePullRequest: "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge",
  addLabels: "POST /repos/{owner}/{repo}/issues/{issue_number}/labels",
  listIssues: "GET /repos/{owner}/{repo}/issues",
  readIssue: "GET /repos/{owner}/{repo}/issues/{issue_number}",
  createIssue: "POST /repos/{owner}/{repo}/issues",
  listReviews: "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews",
  requestReviewers: "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers",
  listComments: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
  createComment: "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
  updateComment: "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
  readTag: "GET /repos/{owner}/{repo}/git/ref/{ref}",
  readPublishedRelease: "GET /repos/{owner}/{repo}/releases/tags/{tag}",
  readRelease: "GET /repos/{owner}/{repo}/releases/{release_id}",
  listReleases: "GET /repos/{owner}/{repo}/releases",
  createRelease: "POST /repos/{owner}/{repo}/releases",
  updateRelease: "PATCH /repos/{owner}/{repo}/releases/{release_id}",
  uploadAsset: "POST /repos/{owner}/{repo}/releases/{release_id}/assets{?name,label}",
  deleteAsset: "DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}",
  listDeployments: "GET /repos/{owner}/{repo}/deployments",
  createDeployment: "POST /repos/{owner}/{repo}/deployments",
  listDeploymentStatuses: "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
  createDeploymentStatus: "POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
  sendEvent: "POST /repos/{owner}/{repo}/dispatches",
  listCheckRuns: "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
  createCheckRun: "POST /repos/{owner}/{repo}/check-runs",
  listAnalyses: "GET /repos/{owner}/{repo}/code-scanning/analyses",
  listCodeAlerts: "GET /repos/{owner}/{repo}/code-scanning/alerts",
  listDependabotAlerts: "GET /repos/{owner}/{repo}/dependabot/alerts",
  readRun: "GET /repos/{owner}/{repo}/actions/runs/{run_id}",
  deleteComment: "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}",
  readComment: "GET /repos/{owner}/{repo}/issues/comments/{comment_id}",
  addReaction: "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
} as const;

/** Doing it twice is the same as once; a PATCH sets values, and whoever is woken twice finds nothing to do. Other POSTs are looked up first. */
const repeatable: ReadonlySet<string> = new Set([
  routes.addLabels,
  routes.requestReviewers,
  routes.addReaction,
  routes.sendEvent,
  "POST /graphql",
]);

/** Whether a request may be sent again when nobody knows if it was carried out. */
export function mayRepeat(method: string, url: string): boolean {
  return method === "PATCH" || repeatable.has(`${method} ${url}`);
}

/** `createPullRequest` → `create pull request`; a route that is not in the table is itself. */
export function operationName(method: string, url: string): string {
  const found = Object.entries(routes).find(([, route]) => route === `${method} ${url}`);
  return found === undefined ? `${method} ${url}` : found[0].replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** The same as `METHOD /path` as GitHub's documentation names them: the whole of what a stand-in must serve. */
export const operations: readonly string[] = Object.values(routes).map((route) => route.replace("{?name,label}", ""));
