import { Refusal } from "../answer.ts";
import { isPullRequest, type PullRequest } from "../call.ts";
import { branchHead, moveRef } from "../git.ts";
import { commitTree, editedTree, type FileEdit } from "../git-merge.ts";
import { demand, findRepository } from "../identity.ts";
import { rulesFor } from "../merge-rules.ts";
import { disableAutoMerge, enableAutoMerge } from "../auto-merge.ts";
import { enqueue } from "../merge-queue.ts";
import { followRefs } from "../pull-refs.ts";
import { submitReview, type ReviewEvent } from "../review.ts";
import type { Repository, Thread } from "../world.ts";
import { actorNode } from "./actors.ts";
import type { Asker } from "./asker.ts";
import { commitNode } from "./commits.ts";
import { pullNode, reviewNode, threadNode } from "./pulls.ts";

interface Placed {
  readonly repository: Repository;
  readonly issue: PullRequest;
}

function everyPull({ scene }: Asker): readonly Placed[] {
  return scene.world.repositories.flatMap((repository) =>
    repository.issues.filter(isPullRequest).map((issue) => ({ repository, issue })),
  );
}

function missing(id: string): Refusal {
  return new Refusal(404, `Could not resolve to a node with the global id of '${id}'`);
}

function pullWithId(asker: Asker, id: string): Placed {
  const placed = everyPull(asker).find(({ repository, issue }) => `PR_${repository.id}_${issue.number}` === id);
  if (placed === undefined) throw missing(id);
  return placed;
}

function threadWithId(asker: Asker, id: string): Placed & { readonly thread: Thread } {
  for (const placed of everyPull(asker)) {
    const thread = placed.issue.pull.threads.find((it) => `PRRT_${it.id}` === id);
    if (thread !== undefined) return { ...placed, thread };
  }
  throw missing(id);
}

interface CommitInput {
  readonly clientMutationId?: string;
  readonly branch: { readonly repositoryNameWithOwner?: string; readonly branchName?: string };
  readonly message: { readonly headline: string; readonly body?: string | null };
  readonly expectedHeadOid: string;
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[] | null;
    readonly deletions?: readonly { readonly path: string }[] | null;
  } | null;
}

function editsOf({ fileChanges }: CommitInput): readonly FileEdit[] {
  const additions = (fileChanges?.additions ?? []).map(({ path, contents }) => ({
    path,
    content: Buffer.from(contents, "base64"),
  }));
  return [...(fileChanges?.deletions ?? []).map(({ path }) => ({ path })), ...additions];
}

async function createCommit(asker: Asker, input: CommitInput) {
  const { scene, user } = asker;
  const { repositoryNameWithOwner = "", branchName = "" } = input.branch;
  const [owner = "", name = ""] = repositoryNameWithOwner.split("/");
  const repository = findRepository(scene.world, owner, name);
  if (repository === undefined) throw new Refusal(404, `No such repository: '${repositoryNameWithOwner}'`);
  demand(repository, user, "write");
  const branch = branchName.replace(/^refs\/heads\//, "");
  if (rulesFor(repository, branch, user.login) !== undefined) {
    throw new Refusal(
      403,
      `Protected branch update failed for refs/heads/${branch}. Changes must be made through a pull request.`,
    );
  }
  const directory = scene.git(repository);
  const head = await branchHead(directory, branch);
  if (head === undefined) throw new Refusal(404, `No such branch: '${branch}'`);
  const stale = new Refusal(
    409,
    `Expected branch to point to "${input.expectedHeadOid}" but it did not. Pull and try again.`,
  );
  if (head !== input.expectedHeadOid) throw stale;
  const tree = await editedTree(directory, head, editsOf(input));
  const { headline, body } = input.message;
  const message = body == null || body === "" ? headline : `${headline}\n\n${body}`;
  const sha = await commitTree(directory, { tree, parents: [head], message, by: scene.committer(user) });
  if (!(await moveRef(directory, `refs/heads/${branch}`, sha, head))) throw stale;
  repository.pushedAt = scene.now();
  await followRefs(scene, repository, user.login);
  const ref = { id: `REF_${branch}`, name: branch, prefix: "refs/heads/" };
  return { clientMutationId: input.clientMutationId ?? null, commit: commitNode(asker, repository, sha), ref };
}

interface ReviewInput {
  readonly clientMutationId?: string;
  readonly pullRequestId: string;
  readonly commitOID?: string | null;
  readonly body?: string | null;
  readonly event?: ReviewEvent | "DISMISS" | null;
  readonly comments?: readonly { readonly path: string; readonly body: string }[] | null;
  readonly threads?: readonly { readonly path: string; readonly body: string }[] | null;
}

function addReview(asker: Asker, input: ReviewInput) {
  const { repository, issue } = pullWithId(asker, input.pullRequestId);
  demand(repository, asker.user, "read");
  if (input.event == null || input.event === "DISMISS") {
    throw new Refusal(422, "The GitHub stand-in serves the events APPROVE, REQUEST_CHANGES and COMMENT");
  }
  const review = submitReview(asker.scene, issue, asker.user, {
    event: input.event,
    body: input.body ?? "",
    remarks: [...(input.comments ?? []), ...(input.threads ?? [])],
    ...(input.commitOID == null ? {} : { sha: input.commitOID }),
  });
  const node = reviewNode(asker, repository, issue, review);
  return {
    clientMutationId: input.clientMutationId ?? null,
    pullRequestReview: { ...node, pullRequest: () => pullNode(asker, repository, issue) },
  };
}

interface ThreadInput {
  readonly clientMutationId?: string;
  readonly threadId: string;
}

function settleThread(asker: Asker, input: ThreadInput, resolved: boolean) {
  const { repository, issue, thread } = threadWithId(asker, input.threadId);
  // The author of the pull request may, and whoever may write.
  if (issue.author !== asker.user.login) demand(repository, asker.user, "write");
  if (resolved) thread.resolvedBy = asker.user.login;
  else delete thread.resolvedBy;
  return { clientMutationId: input.clientMutationId ?? null, thread: threadNode(asker, thread) };
}

interface QueueInput {
  readonly clientMutationId?: string;
  readonly pullRequestId: string;
  readonly expectedHeadOid?: string | null;
}

function enqueuePull(asker: Asker, input: QueueInput) {
  const { repository, issue } = pullWithId(asker, input.pullRequestId);
  demand(repository, asker.user, "write");
  enqueue(asker.scene, repository, issue, { user: asker.user, head: input.expectedHeadOid });
  return {
    clientMutationId: input.clientMutationId ?? null,
    mergeQueueEntry: pullNode(asker, repository, issue).mergeQueueEntry,
  };
}

interface AutoMergeInput extends QueueInput {
  readonly mergeMethod?: "MERGE" | "SQUASH" | "REBASE" | null;
  readonly commitHeadline?: string | null;
}

const methods = { MERGE: "merge", SQUASH: "squash", REBASE: "rebase" } as const;

function setAutoMerge(asker: Asker, input: AutoMergeInput, enabled: boolean) {
  const { repository, issue } = pullWithId(asker, input.pullRequestId);
  const { scene, user } = asker;
  demand(repository, user, "write");
  const { mergeMethod, expectedHeadOid: head, commitHeadline: title } = input;
  if (enabled)
    enableAutoMerge(scene, repository, issue, { user, method: methods[mergeMethod ?? "MERGE"], head, title });
  else disableAutoMerge(issue);
  return {
    clientMutationId: input.clientMutationId ?? null,
    actor: actorNode(asker, user.login),
    pullRequest: () => pullNode(asker, repository, issue),
  };
}

/** What can be changed. */
export function mutations(asker: Asker) {
  return {
    createCommitOnBranch: async ({ input }: { input: CommitInput }) => createCommit(asker, input),
    enqueuePullRequest: ({ input }: { input: QueueInput }) => enqueuePull(asker, input),
    enablePullRequestAutoMerge: ({ input }: { input: AutoMergeInput }) => setAutoMerge(asker, input, true),
    disablePullRequestAutoMerge: ({ input }: { input: AutoMergeInput }) => setAutoMerge(asker, input, false),
    addPullRequestReview: ({ input }: { input: ReviewInput }) => addReview(asker, input),
    resolveReviewThread: ({ input }: { input: ThreadInput }) => settleThread(asker, input, true),
    unresolveReviewThread: ({ input }: { input: ThreadInput }) => settleThread(asker, input, false),
  };
}
