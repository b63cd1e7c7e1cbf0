import type { PullRequest } from "../call.ts";
import { mayWrite } from "../identity.ts";
import { mergeability, opinions, protectionOf, reviewDecision, rulesFor } from "../merge-rules.ts";
import { queueOf, waiting } from "../merge-queue.ts";
import { readLog } from "../git-log.ts";
import { branchHead } from "../git.ts";
import type { Repository, Review, Thread } from "../world.ts";
import { actorNode } from "./actors.ts";
import type { Asker } from "./asker.ts";
import { commitNode } from "./commits.ts";
import { connection, type PageArguments } from "./connection.ts";

/** A `PullRequestReview`. */
export function reviewNode(asker: Asker, repository: Repository, issue: PullRequest, review: Review) {
  return {
    id: `PRR_${review.id}`,
    databaseId: review.id,
    state: review.state,
    body: review.body,
    submittedAt: review.at,
    url: asker.scene.links.web(repository, `/pull/${issue.number}#pullrequestreview-${review.id}`),
    author: actorNode(asker, review.author),
    authorCanPushToRepository: mayWrite(repository, review.author),
    commit: commitNode(asker, repository, review.sha),
  };
}

/** A `PullRequestReviewThread`. */
export function threadNode(asker: Asker, thread: Thread) {
  return {
    id: `PRRT_${thread.id}`,
    path: thread.path,
    isResolved: thread.resolvedBy !== undefined,
    isOutdated: false,
    resolvedBy: thread.resolvedBy === undefined ? null : actorNode(asker, thread.resolvedBy),
    comments: (page: PageArguments) =>
      connection(
        thread.comments.map(({ id, author, body }) => ({
          id: `PRRC_${id}`,
          databaseId: id,
          body,
          author: actorNode(asker, author),
        })),
        page,
      ),
  };
}

async function commitsOf(asker: Asker, repository: Repository, issue: PullRequest, page: PageArguments) {
  const directory = asker.scene.git(repository);
  const { pull } = issue;
  const base = pull.merged === undefined ? await branchHead(directory, pull.base) : `${pull.merged.sha}^1`;
  const range = base === undefined ? pull.headSha : `${base}..${pull.headSha}`;
  const log = await readLog(directory, ["--reverse", "--max-count=250", range]);
  // A fast-forwarded or replayed pull request leaves no commits of its own: its head still counts.
  const shas = log.length === 0 ? [pull.headSha] : log.map(({ sha }) => sha);
  return connection(
    shas.map((sha) => ({ id: `PRC_${sha}`, commit: commitNode(asker, repository, sha) })),
    page,
  );
}

function mergeableName(mergeable: boolean | null): string {
  if (mergeable === null) return "UNKNOWN";
  return mergeable ? "MERGEABLE" : "CONFLICTING";
}

function ruleNode(repository: Repository, branch: string) {
  const rules = protectionOf(repository, branch);
  if (rules === undefined) return null;
  return {
    id: `BPR_${branch}`,
    pattern: branch,
    requiresApprovingReviews: rules.requiredApprovals > 0,
    requiredApprovingReviewCount: rules.requiredApprovals,
    requiresStatusChecks: rules.requiredChecks.length > 0,
    requiredStatusCheckContexts: rules.requiredChecks,
    requiresConversationResolution: rules.requireConversationResolution,
    dismissesStaleReviews: rules.dismissStaleReviews,
  };
}

/** The same rules as everyone who can read sees them, with what they mean for the asker. */
function updateRuleNode({ user }: Asker, repository: Repository, branch: string) {
  const rules = protectionOf(repository, branch);
  if (rules === undefined) return null;
  return {
    pattern: branch,
    allowsDeletions: false,
    allowsForcePushes: false,
    blocksCreations: false,
    requiredApprovingReviewCount: rules.requiredApprovals,
    requiredStatusCheckContexts: rules.requiredChecks,
    requiresConversationResolution: rules.requireConversationResolution,
    requiresLinearHistory: rules.requireLinearHistory,
    viewerCanPush: rulesFor(repository, branch, user.login) === undefined && mayWrite(repository, user.login),
  };
}

async function refNode(asker: Asker, repository: Repository, branch: string) {
  const sha = await branchHead(asker.scene.git(repository), branch);
  if (sha === undefined) return null;
  const target = { __typename: "Commit", ...commitNode(asker, repository, sha) };
  return {
    id: `REF_${branch}`,
    name: branch,
    prefix: "refs/heads/",
    target,
    branchProtectionRule: ruleNode(repository, branch),
    refUpdateRule: updateRuleNode(asker, repository, branch),
  };
}

function reviewsIn(
  asker: Asker,
  repository: Repository,
  issue: PullRequest,
  reviews: readonly Review[],
  page: PageArguments,
) {
  return connection(
    reviews.map((review) => reviewNode(asker, repository, issue, review)),
    page,
  );
}

/** GitHub's word for where a pull request stands. */
export function pullState({ state, pull }: PullRequest): string {
  return pull.merged === undefined ? state.toUpperCase() : "MERGED";
}

function queueEntry(repository: Repository, { number, pull }: PullRequest) {
  if (pull.queued === undefined) return null;
  const position = waiting(repository, pull.base).indexOf(number) + 1;
  return { id: `MQE_${repository.id}_${number}`, state: "QUEUED", position, enqueuedAt: pull.queued.at };
}

function autoMergeNode(asker: Asker, { pull: { autoMerge } }: PullRequest) {
  if (autoMerge === undefined) return null;
  const { by, at, method, title } = autoMerge;
  return {
    enabledAt: at,
    enabledBy: actorNode(asker, by),
    mergeMethod: method.toUpperCase(),
    commitHeadline: title ?? null,
  };
}

/** A `PullRequest`. */
export function pullNode(asker: Asker, repository: Repository, issue: PullRequest) {
  const { pull } = issue;
  const { scene } = asker;
  return {
    id: `PR_${repository.id}_${issue.number}`,
    databaseId: issue.id,
    number: issue.number,
    url: scene.links.web(repository, `/pull/${issue.number}`),
    title: issue.title,
    body: issue.body ?? "",
    state: pullState(issue),
    merged: pull.merged !== undefined,
    mergedAt: pull.merged?.at ?? null,
    closed: issue.state === "closed",
    isDraft: pull.draft,
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    headRefName: pull.head,
    headRefOid: pull.headSha,
    baseRefName: pull.base,
    baseRef: async () => refNode(asker, repository, pull.base),
    headRef: async () => refNode(asker, repository, pull.head),
    author: actorNode(asker, issue.author),
    mergedBy: pull.merged === undefined ? null : actorNode(asker, pull.merged.by),
    mergeCommit: pull.merged === undefined ? null : commitNode(asker, repository, pull.merged.sha),
    mergeable: async () => mergeableName((await mergeability(scene, repository, issue)).mergeable),
    mergeStateStatus: async () => (await mergeability(scene, repository, issue)).mergeable_state.toUpperCase(),
    isMergeQueueEnabled: queueOf(repository, pull.base) !== undefined,
    isInMergeQueue: pull.queued !== undefined,
    mergeQueueEntry: queueEntry(repository, issue),
    autoMergeRequest: autoMergeNode(asker, issue),
    reviewDecision: reviewDecision(repository, issue) ?? null,
    labels: (page: PageArguments) =>
      connection(
        issue.labels.map((name) => ({ id: `LA_${name}`, name })),
        page,
      ),
    latestOpinionatedReviews: (args: PageArguments & { writersOnly?: boolean }) => {
      const wanted = opinions(issue).filter(({ author }) => args.writersOnly !== true || mayWrite(repository, author));
      return reviewsIn(asker, repository, issue, wanted, args);
    },
    reviews: (args: PageArguments & { author?: string; states?: readonly string[] | null }) => {
      const wanted = pull.reviews.filter(
        (review) => (args.states?.includes(review.state) ?? true) && (args.author ?? review.author) === review.author,
      );
      return reviewsIn(asker, repository, issue, wanted, args);
    },
    reviewThreads: (page: PageArguments) =>
      connection(
        pull.threads.map((thread) => threadNode(asker, thread)),
        page,
      ),
    commits: async (page: PageArguments) => commitsOf(asker, repository, issue, page),
    statusCheckRollup: commitNode(asker, repository, pull.headSha).statusCheckRollup,
  };
}
