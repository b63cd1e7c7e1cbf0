import { ensureAutoMerge, ensureNoAutoMerge } from "./auto-merge.ts";
import { openIssues } from "./blocking-issues.ts";
import { changesOf } from "./changes.ts";
import { codeScanningAlerts, dependabotAlerts } from "./alerts.ts";
import { checkRuns } from "./check-runs.ts";
import { ensureCheck } from "./check-view.ts";
import { ciChecks } from "./ci.ts";
import { openClient, type GitHubOptions } from "./client.ts";
import { ensureComment, type KnownComments } from "./comments.ts";
import { ensureDeployment, environmentExists, markDeployment, type ShownDeployments } from "./deployments.ts";
import { deploymentNotes, noteDeployment } from "./deployment-notes.ts";
import { approvalsOf, findEnvironment } from "./environments.ts";
import { ensureIssue, findIssue } from "./issues.ts";
import { ensureMerged, ensureQueued } from "./merging.ts";
import { isTeamMember, roleOf, whoAmI } from "./people.ts";
import { runState, sendEvent } from "./runs.ts";
import { ensureReaction, findComment } from "./talk.ts";
import type { Forge } from "./port.ts";
import { closePullRequest, ensurePullRequest, findPullRequest } from "./pull-requests.ts";
import { attach, ensureRelease, findRelease } from "./releases.ts";
import { reviewState } from "./review-state.ts";
import { routes } from "./routes.ts";
import { readRules, type BranchRules } from "./rules.ts";

/** GitHub as a forge: github.com, an Enterprise Server, or a stand-in. Nothing is sent before a method is called. */
export function openGitHub(options: GitHubOptions): Forge {
  const client = openClient(options);
  // Rules change rarely and a run polls often.
  const rules = new Map<string, BranchRules>();
  const rulesOf = async (branch: string) => {
    const known = rules.get(branch) ?? (await readRules(client, branch));
    rules.set(branch, known);
    return known;
  };
  const comments: KnownComments = new Map();
  const shown: ShownDeployments = new Map();
  let defaultBranch: Promise<string> | undefined;
  const readDefaultBranch = async () => (await client.request(routes.readRepository, client.at)).data.default_branch;
  return {
    repository: client.repository,
    webUrl: client.webUrl,
    get calls() {
      return client.calls();
    },
    whoAmI: () => whoAmI(client),
    roleOf: (login) => roleOf(client, login),
    isTeamMember: (team, login) => isTeamMember(client, team, login),
    defaultBranch: async () => {
      defaultBranch ??= readDefaultBranch();
      return defaultBranch.catch((thrown: unknown) => {
        defaultBranch = undefined;
        throw thrown;
      });
    },
    environmentExists: (name) => environmentExists(client, name),
    findEnvironment: (name) => findEnvironment(client, name),
    approvalsOf: (runId) => approvalsOf(client, runId),
    ensurePullRequest: (wanted) => ensurePullRequest(client, wanted),
    findPullRequest: (head, base) => findPullRequest(client, head, base),
    reviewState: (number) => reviewState(client, number, rulesOf),
    changesOf: (shas) => changesOf(client, shas),
    ciChecks: (sha, own) => ciChecks(client, sha, own),
    openIssues: (labels) => openIssues(client, labels),
    ensureMerged: (number, head, how) => ensureMerged(client, { number, head, ...how }),
    ensureQueued: (number, head) => ensureQueued(client, number, head),
    ensureAutoMerge: (number, head, how) => ensureAutoMerge(client, { number, head, ...how }),
    ensureNoAutoMerge: (number) => ensureNoAutoMerge(client, number),
    closePullRequest: (number) => closePullRequest(client, number),
    codeScanningAlerts: (branch, sha) => codeScanningAlerts(client, branch, sha),
    dependabotAlerts: () => dependabotAlerts(client),
    checkRuns: (sha) => checkRuns(client, sha),
    ensureCheck: (wanted) => ensureCheck(client, wanted),
    ensureComment: (number, marker, text) => ensureComment(client, comments, { number, marker, text }),
    ensureIssue: (wanted) => ensureIssue(client, wanted),
    findIssue: (number) => findIssue(client, number),
    findComment: (id) => findComment(client, id),
    ensureReaction: (comment, sign) => ensureReaction(client, comment, sign),
    sendEvent: (type, payload) => sendEvent(client, type, payload),
    runState: (id) => runState(client, id),
    ensureRelease: (wanted) => ensureRelease(client, wanted),
    attach: (tag, assets) => attach(client, tag, assets),
    findRelease: (tag) => findRelease(client, tag),
    ensureDeployment: (wanted) => ensureDeployment(client, wanted, shown),
    markDeployment: (wanted) => markDeployment(client, wanted),
    noteDeployment: (wanted) => noteDeployment(client, wanted),
    deploymentNotes: (environment) => deploymentNotes(client, environment),
  };
}
