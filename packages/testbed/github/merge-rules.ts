import type { PullRequest, Scene } from "./call.ts";
import { branchHead } from "./git.ts";
import { mergedTree } from "./git-merge.ts";
import { mayWrite } from "./identity.ts";
import type { CheckRun, CommitStatus, Protection, Repository, Review } from "./world.ts";

/** The rules of a branch, if it has any. */
export function protectionOf(repository: Repository, branch: string): Protection | undefined {
  return Object.hasOwn(repository.protection, branch) ? repository.protection[branch] : undefined;
}

/** The rules that hold for this login; those in the bypass list have none. */
export function rulesFor(repository: Repository, branch: string, login: string): Protection | undefined {
  const rules = protectionOf(repository, branch);
  return rules?.bypass.includes(login) === true ? undefined : rules;
}

/** The latest run of each name and app on a commit, oldest first. */
export function latestChecks(repository: Repository, sha: string): readonly CheckRun[] {
  return [
    ...new Map(
      repository.checks.filter((run) => run.sha === sha).map((run) => [`${run.name}\0${run.author}`, run]),
    ).values(),
  ];
}

/** The latest status of each context on a commit. */
export function latestStatuses(repository: Repository, sha: string): readonly CommitStatus[] {
  return [
    ...new Map(
      repository.statuses.filter((status) => status.sha === sha).map((status) => [status.context, status]),
    ).values(),
  ];
}

export type RollupState = "SUCCESS" | "PENDING" | "FAILURE";

const passing = new Set(["success", "neutral", "skipped"]);

function checkState(run: CheckRun): RollupState {
  if (run.conclusion === undefined) return "PENDING";
  return passing.has(run.conclusion) ? "SUCCESS" : "FAILURE";
}

function statusState(status: CommitStatus): RollupState {
  if (status.state === "success") return "SUCCESS";
  return status.state === "pending" ? "PENDING" : "FAILURE";
}

/** State by name of everything that reported on a commit. */
export function reported(repository: Repository, sha: string): ReadonlyMap<string, RollupState> {
  return new Map([
    ...latestStatuses(repository, sha).map((status) => [status.context, statusState(status)] as const),
    ...latestChecks(repository, sha).map((run) => [run.name, checkState(run)] as const),
  ]);
}

/** The worst of all that reported on a commit; `undefined` when nothing did. */
export function rollup(repository: Repository, sha: string): RollupState | undefined {
  const states = [...reported(repository, sha).values()];
  if (states.length === 0) return undefined;
  if (states.includes("FAILURE")) return "FAILURE";
  return states.includes("PENDING") ? "PENDING" : "SUCCESS";
}

/** The last approval, refusal or dismissal of each reviewer; comments are no opinion. */
export function opinions(issue: PullRequest): readonly Review[] {
  const opinionated = issue.pull.reviews.filter(({ state }) => state !== "COMMENTED");
  return [...new Map(opinionated.map((review) => [review.author, review])).values()];
}

/** GitHub's word on the reviews, or `undefined` where the base asks for none. */
export function reviewDecision(
  repository: Repository,
  issue: PullRequest,
): "APPROVED" | "CHANGES_REQUESTED" | "REVIEW_REQUIRED" | undefined {
  const required = protectionOf(repository, issue.pull.base)?.requiredApprovals ?? 0;
  const counting = opinions(issue).filter(({ author }) => mayWrite(repository, author));
  if (counting.some(({ state }) => state === "CHANGES_REQUESTED")) return "CHANGES_REQUESTED";
  if (required === 0) return undefined;
  const approvals = counting.filter(({ state }) => state === "APPROVED").length;
  return approvals >= required ? "APPROVED" : "REVIEW_REQUIRED";
}

function checkReasons(repository: Repository, rules: Protection, sha: string): readonly string[] {
  const states = reported(repository, sha);
  return rules.requiredChecks.flatMap((name) => {
    const state = states.get(name);
    if (state === "SUCCESS") return [];
    const word = state === undefined ? "expected" : state === "PENDING" ? "pending" : "failing";
    return [`Required status check "${name}" is ${word}.`];
  });
}

/** Why these rules do not let this pull request in, in GitHub's words. Empty: they do. */
export function unmet(repository: Repository, issue: PullRequest, rules: Protection): readonly string[] {
  const decision = reviewDecision(repository, issue);
  const missing = rules.requiredApprovals;
  const open = issue.pull.threads.some(({ resolvedBy }) => resolvedBy === undefined);
  return [
    ...(decision === "REVIEW_REQUIRED"
      ? [
          `At least ${missing} approving review${missing === 1 ? " is" : "s are"} required by reviewers with write access.`,
        ]
      : []),
    ...(decision === "CHANGES_REQUESTED" && rules.requiredApprovals > 0
      ? ["Changes have been requested by a reviewer with write access."]
      : []),
    ...checkReasons(repository, rules, issue.pull.headSha),
    ...(rules.requireConversationResolution && open
      ? ["A conversation must be resolved before this pull request can be merged."]
      : []),
  ];
}

/** What GitHub says about merging: can git do it, and may it be done. */
export async function mergeability(
  scene: Scene,
  repository: Repository,
  issue: PullRequest,
): Promise<{ readonly mergeable: boolean | null; readonly mergeable_state: string }> {
  const { pull } = issue;
  if (issue.state === "closed") return { mergeable: null, mergeable_state: "unknown" };
  const directory = scene.git(repository);
  const base = await branchHead(directory, pull.base);
  if (base === undefined) return { mergeable: null, mergeable_state: "unknown" };
  if ((await mergedTree(directory, base, pull.headSha)) === undefined)
    return { mergeable: false, mergeable_state: "dirty" };
  if (pull.draft) return { mergeable: true, mergeable_state: "draft" };
  const rules = protectionOf(repository, pull.base);
  if (rules !== undefined && unmet(repository, issue, rules).length > 0)
    return { mergeable: true, mergeable_state: "blocked" };
  const worst = rollup(repository, pull.headSha);
  return { mergeable: true, mergeable_state: worst === undefined || worst === "SUCCESS" ? "clean" : "unstable" };
}
