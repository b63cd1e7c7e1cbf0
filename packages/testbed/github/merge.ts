import { Refusal } from "./answer.ts";
import type { PullRequest, Scene } from "./call.ts";
import { branchHead, moveRef } from "./git.ts";
import { commitTree, mergedTree, rebased } from "./git-merge.ts";
import { readLog } from "./git-log.ts";
import { protectionOf, rulesFor, unmet } from "./merge-rules.ts";
import { followRefs } from "./pull-refs.ts";
import type { MergeMethod, Repository, User } from "./world.ts";

export interface MergeOrder {
  readonly method: MergeMethod;
  readonly title?: string;
  readonly message?: string;
  /** The head that was reviewed; anything else is refused. */
  readonly sha?: string;
  /** It is the queue that merges: the branch's own method, and its rules were asked before. */
  readonly fromQueue?: boolean;
}

const plurals: Readonly<Record<MergeMethod, string>> = {
  merge: "Merge commits",
  squash: "Squash merges",
  rebase: "Rebase merges",
};

function refuseMethod(repository: Repository, issue: PullRequest, { method, fromQueue = false }: MergeOrder): void {
  if (fromQueue) return;
  const rules = protectionOf(repository, issue.pull.base);
  if (rules?.mergeQueue !== undefined) throw new Refusal(405, "Changes must be made through the merge queue");
  if (!repository.mergeMethods.includes(method))
    throw new Refusal(405, `${plurals[method]} are not allowed on this repository.`);
  if (rules?.requireLinearHistory === true && method === "merge")
    throw new Refusal(405, "This branch must not contain merge commits.");
}

function refuseUnlessReady(repository: Repository, issue: PullRequest, user: User, order: MergeOrder): void {
  if (issue.state === "closed") throw new Refusal(405, "Pull Request is not mergeable");
  if (order.sha !== undefined && order.sha !== issue.pull.headSha) {
    throw new Refusal(409, "Head branch was modified. Review and try the merge again.");
  }
  if (issue.pull.draft) throw new Refusal(405, "Pull Request is still a draft");
  refuseMethod(repository, issue, order);
  const rules = rulesFor(repository, issue.pull.base, user.login);
  const reasons = rules === undefined ? [] : unmet(repository, issue, rules);
  if (reasons.length > 0) throw new Refusal(405, reasons.join(" "));
}

async function squashText(directory: string, base: string, head: string): Promise<string> {
  const commits = await readLog(directory, ["--reverse", `${base}..${head}`]);
  return commits.map(({ message }) => `* ${message}`).join("\n\n");
}

async function mergeCommit(
  scene: Scene,
  repository: Repository,
  issue: PullRequest,
  user: User,
  order: MergeOrder,
  base: string,
): Promise<string | undefined> {
  const directory = scene.git(repository);
  const by = scene.committer(user);
  const head = issue.pull.headSha;
  if (order.method === "rebase") return rebased(directory, base, head, by);
  const tree = await mergedTree(directory, base, head);
  if (tree === undefined) return undefined;
  if (order.method === "squash") {
    const text = order.message ?? (await squashText(directory, base, head));
    return commitTree(directory, {
      tree,
      parents: [base],
      by,
      message: `${order.title ?? `${issue.title} (#${issue.number})`}\n\n${text}`,
    });
  }
  const title = order.title ?? `Merge pull request #${issue.number} from ${repository.owner}/${issue.pull.head}`;
  return commitTree(directory, {
    tree,
    parents: [base, head],
    by,
    message: `${title}\n\n${order.message ?? issue.title}`,
  });
}

/** Merges as GitHub would, or refuses in its words. Returns the new tip of the base. */
export async function merge(
  scene: Scene,
  repository: Repository,
  issue: PullRequest,
  user: User,
  order: MergeOrder,
): Promise<string> {
  refuseUnlessReady(repository, issue, user, order);
  const directory = scene.git(repository);
  const base = await branchHead(directory, issue.pull.base);
  if (base === undefined) throw new Refusal(405, "Pull Request is not mergeable");
  const sha = await mergeCommit(scene, repository, issue, user, order, base);
  if (sha === undefined) throw new Refusal(405, "Pull Request is not mergeable");
  if (!(await moveRef(directory, `refs/heads/${issue.pull.base}`, sha, base))) {
    throw new Refusal(405, "Base branch was modified. Review and try the merge again.");
  }
  issue.pull.merged = { sha, by: user.login, at: scene.now() };
  issue.state = "closed";
  issue.closedAt = scene.now();
  issue.updatedAt = scene.now();
  repository.pushedAt = scene.now();
  await followRefs(scene, repository, user.login);
  return sha;
}
