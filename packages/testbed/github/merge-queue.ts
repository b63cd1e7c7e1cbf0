import { Refusal } from "./answer.ts";
import type { PullRequest, Scene } from "./call.ts";
import { userNamed } from "./identity.ts";
import { merge } from "./merge.ts";
import { protectionOf, unmet } from "./merge-rules.ts";
import type { MergeMethod, Repository, User } from "./world.ts";

/** The method of the queue of a branch, if it has one. */
export function queueOf(repository: Repository, branch: string): MergeMethod | undefined {
  return protectionOf(repository, branch)?.mergeQueue;
}

/** Queues a pull request as GitHub does, or refuses in its words. */
export function enqueue(
  scene: Scene,
  repository: Repository,
  issue: PullRequest,
  order: { readonly user: User; readonly head?: string | null | undefined },
): void {
  const rules = protectionOf(repository, issue.pull.base);
  if (rules?.mergeQueue === undefined) throw new Refusal(422, "Pull request base branch does not have a merge queue");
  if (issue.state === "closed") throw new Refusal(422, "Pull request is closed");
  if (issue.pull.queued !== undefined) throw new Refusal(422, "Pull request is already in the queue");
  if (order.head != null && order.head !== issue.pull.headSha) throw new Refusal(422, "Head sha didn't match expected");
  const reasons = unmet(repository, issue, rules);
  if (reasons.length > 0) throw new Refusal(422, reasons.join(" "));
  issue.pull.queued = { by: order.user.login, at: scene.now() };
}

/** The pull requests that wait for a branch, first come first. */
export function waiting(repository: Repository, branch: string): readonly number[] {
  return repository.issues
    .filter(({ pull }) => pull?.base === branch && pull.queued !== undefined)
    .toSorted((a, b) => (a.pull?.queued?.at ?? "").localeCompare(b.pull?.queued?.at ?? ""))
    .map(({ number }) => number);
}

/** The turn of a queued pull request: merged by the queue's method, for whoever queued it. */
export async function mergeQueued(scene: Scene, repository: Repository, issue: PullRequest): Promise<void> {
  const { queued, base } = issue.pull;
  const method = queueOf(repository, base);
  if (queued === undefined || method === undefined) throw new Refusal(422, "Pull request is not in a queue");
  await merge(scene, repository, issue, userNamed(scene.world, queued.by), { method, fromQueue: true });
  delete issue.pull.queued;
}
