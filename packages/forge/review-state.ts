import { ReleaseFault } from "#faults";
import { checksNotGreen } from "./checks.ts";
import type { Client } from "./client.ts";
import { HostFault } from "./host-fault.ts";
import type { MergeMethod, ReviewState } from "./port.ts";
import {
  reviewQuery,
  type Page,
  type RawContext,
  type RawRepository,
  type RawReview,
  type RawReviewState,
} from "./review-query.ts";
import { linear, mergeMethods, type BranchRules } from "./rules.ts";

/** The evidence for merging, read from GitHub alone: nothing is taken from labels, comments or GitHub's own summary. */
export async function reviewState(
  client: Client,
  number: number,
  rulesOf: (branch: string) => Promise<BranchRules>,
): Promise<ReviewState> {
  const { repository, pull, reviews, threads, contexts } = await readAll(client, number);
  const rules = await rulesOf(pull.baseRefName);
  const protection = pull.baseRef?.refUpdateRule;
  const required = [...rules.checks, ...(protection?.requiredStatusCheckContexts ?? []).flatMap(toCheck)];
  const opinions = latestOpinions(reviews, pull.author?.login);
  return {
    state: ({ OPEN: "open", CLOSED: "closed", MERGED: "merged" } as const)[pull.state],
    headSha: pull.headRefOid,
    ...(pull.mergeCommit !== null && pull.state === "MERGED" ? { mergeSha: pull.mergeCommit.oid } : {}),
    ...(pull.author === null ? {} : { author: pull.author.login }),
    ...(pull.mergedBy === null ? {} : { mergedBy: pull.mergedBy.login }),
    approvedBy: opinions.flatMap(({ login, state, oid }) =>
      state === "APPROVED" && oid === pull.headRefOid ? [login] : [],
    ),
    changesRequestedBy: opinions.flatMap(({ login, state }) => (state === "CHANGES_REQUESTED" ? [login] : [])),
    unresolvedThreads: threads.filter(({ isResolved }) => !isResolved).length,
    checksNotGreen: checksNotGreen(contexts, required),
    heldRuns: heldRuns(pull),
    requiredApprovals: Math.max(rules.approvals, protection?.requiredApprovingReviewCount ?? 0),
    autoMergeAllowed: repository.autoMergeAllowed,
    mergeMethods: allowedMethods(repository, rules, protection?.requiresLinearHistory === true),
    ...(pull.isMergeQueueEnabled ? { mergeQueue: queueState(pull) } : {}),
  };
}

function allowedMethods(repository: RawRepository, rules: BranchRules, isLinear: boolean): readonly MergeMethod[] {
  const allowed: Readonly<Record<MergeMethod, boolean>> = {
    merge: repository.mergeCommitAllowed,
    squash: repository.squashMergeAllowed,
    rebase: repository.rebaseMergeAllowed,
  };
  return (isLinear ? linear : mergeMethods).filter((method) => allowed[method] && rules.mergeMethods.includes(method));
}

function queueState({ mergeQueueEntry }: RawReviewState): NonNullable<ReviewState["mergeQueue"]> {
  if (mergeQueueEntry === null) return { state: "not-queued" };
  return { state: mergeQueueEntry.state.toLowerCase(), position: mergeQueueEntry.position };
}

/** Runs that wait for "Approve workflows to run" have no check yet: only their suite tells of them. */
function heldRuns(pull: RawReviewState): readonly string[] {
  const suites = headCommit(pull)?.checkSuites?.nodes ?? [];
  return suites.flatMap((suite) => (suite?.conclusion === "ACTION_REQUIRED" ? [suite.url] : []));
}

/** GitHub's list of commits lags behind the head: checks of another commit are no evidence. */
function headCommit(pull: RawReviewState) {
  return (pull.commits.nodes ?? []).find((node) => node?.commit.oid === pull.headRefOid)?.commit;
}

function toCheck(name: string | null) {
  return name === null ? [] : [{ name }];
}

/** The last opinion of each who may write; an author has no say in the own pull request. */
function latestOpinions(reviews: readonly RawReview[], author: string | undefined) {
  const latest = new Map<
    string,
    { readonly login: string; readonly state: string; readonly oid: string | undefined }
  >();
  for (const { author: reviewer, authorCanPushToRepository, state, commit } of reviews) {
    if (reviewer === null || reviewer.login === author || !authorCanPushToRepository) continue;
    latest.set(reviewer.login, { login: reviewer.login, state, oid: commit?.oid });
  }
  return [...latest.values()];
}

interface Everything {
  readonly repository: RawRepository;
  readonly pull: RawReviewState;
  readonly reviews: readonly RawReview[];
  readonly threads: readonly { readonly isResolved: boolean }[];
  readonly contexts: readonly RawContext[];
}

/** One request for all but the largest pull requests. A head that moves between two pages makes it start anew. */
async function readAll(client: Client, number: number): Promise<Everything> {
  const reviews: RawReview[] = [];
  const threads: { readonly isResolved: boolean }[] = [];
  const contexts: RawContext[] = [];
  const cursors: { reviews?: string; threads?: string; contexts?: string } = {};
  let head: string | undefined;
  for (;;) {
    const { repository, pull } = await readPage(client, number, cursors);
    if (head !== undefined && head !== pull.headRefOid) return readAll(client, number);
    head = pull.headRefOid;
    const commit = headCommit(pull);
    const more = [
      take(pull.latestOpinionatedReviews, reviews, (cursor) => (cursors.reviews = cursor)),
      take(pull.reviewThreads, threads, (cursor) => (cursors.threads = cursor)),
      take(commit?.statusCheckRollup?.contexts, contexts, (cursor) => (cursors.contexts = cursor)),
    ];
    if (!more.includes(true)) return { repository, pull, reviews, threads, contexts };
  }
}

function take<T>(page: Page<T> | null | undefined, into: T[], setCursor: (cursor: string) => void): boolean {
  into.push(...(page?.nodes ?? []).filter((node) => node !== null));
  const { hasNextPage = false, endCursor = null } = page?.pageInfo ?? {};
  // After its last page a list is asked for again behind its end, and is empty.
  if (endCursor !== null) setCursor(endCursor);
  return hasNextPage;
}

async function readPage(
  client: Client,
  number: number,
  cursors: { readonly reviews?: string; readonly threads?: string; readonly contexts?: string },
): Promise<Pick<Everything, "repository" | "pull">> {
  const { owner, repo: name } = client.at;
  const answer = await ask(client, { owner, name, number, ...cursors });
  const { repository } = answer;
  const pull = repository?.pullRequest ?? undefined;
  if (repository !== null && pull !== undefined) return { repository, pull };
  throw new ReleaseFault("permission", `There is no pull request #${number} in ${client.repository}`, {
    hint: `Check the number and that the token may read pull requests: ${client.webUrl}/pull/${number}.`,
  });
}

interface Answer {
  readonly repository: RawRepository | null;
}

async function ask(client: Client, variables: Readonly<Record<string, string | number>>): Promise<Answer> {
  try {
    return await client.graphql<Answer>(reviewQuery, variables);
  } catch (thrown) {
    if (thrown instanceof ReleaseFault) throw thrown;
    const partial = withoutProtection(thrown);
    if (partial !== undefined) return partial;
    const reason = thrown instanceof Error ? thrown.message : "unknown error";
    throw new HostFault("remote", `Could not read the review state in ${client.repository}: ${reason}`, {
      hint: "Check that the token may read pull requests, checks and statuses; then run the command again.",
      cause: thrown,
      status: undefined,
      reason,
    });
  }
}

/**
 * The answer when all that is missing is branch protection of the older kind: not every token may see it, and merging
 * is refused by it anyway.
 */
function withoutProtection(thrown: unknown): Answer | undefined {
  if (!isPartial(thrown) || thrown.errors.length === 0) return undefined;
  return thrown.errors.every(({ path }) => path?.at(-1) === "refUpdateRule") ? thrown.data : undefined;
}

interface PartialAnswer {
  readonly data: Answer;
  readonly errors: readonly { readonly path?: readonly unknown[] }[];
}

/** Octokit's error of an answer that has both data and errors. */
function isPartial(thrown: unknown): thrown is PartialAnswer {
  if (!(thrown instanceof Error) || !("data" in thrown) || !("errors" in thrown)) return false;
  return typeof thrown.data === "object" && thrown.data !== null && Array.isArray(thrown.errors);
}
