import { Refusal } from "./answer.ts";
import { isPullRequest, type PullRequest, type Scene } from "./call.ts";
import { userNamed } from "./identity.ts";
import { merge } from "./merge.ts";
import { protectionOf, unmet } from "./merge-rules.ts";
import type { MergeMethod, Repository, User } from "./world.ts";

interface AutoMergeOrder {
  readonly user: User;
  readonly method: MergeMethod;
  readonly head?: string | null | undefined;
  readonly title?: string | null | undefined;
}

/** Lets the rules decide when a pull request is merged, or refuses in GitHub's words. */
export function enableAutoMerge(scene: Scene, repository: Repository, issue: PullRequest, order: AutoMergeOrder): void {
  const { user, method, head, title } = order;
  const rules = protectionOf(repository, issue.pull.base);
  if (issue.state === "closed") throw new Refusal(422, "Pull request is closed");
  if (!repository.autoMerge) throw new Refusal(422, "Pull request Auto merge is not allowed for this repository");
  if (rules === undefined) throw new Refusal(422, "Pull request Protected branch rules not configured for this branch");
  if (!repository.mergeMethods.includes(method) || (method === "merge" && rules.requireLinearHistory))
    throw new Refusal(422, `Merge method ${method}_merging is not allowed on this repository`);
  if (head != null && head !== issue.pull.headSha) throw new Refusal(422, "Head sha didn't match expected");
  if (unmet(repository, issue, rules).length === 0) throw new Refusal(422, "Pull request is in clean status");
  issue.pull.autoMerge = { by: user.login, at: scene.now(), method, ...(title == null ? {} : { title }) };
}

/** Takes that back. */
export function disableAutoMerge(issue: PullRequest): void {
  if (issue.pull.autoMerge === undefined) throw new Refusal(422, "Can't disable auto-merge for this pull request");
  delete issue.pull.autoMerge;
}

/** Merges what waits for its rules and has all of them now, for whoever asked for it. One that conflicts goes on waiting. */
export async function mergeWhatMay(scene: Scene): Promise<void> {
  for (const repository of scene.world.repositories) {
    for (const issue of repository.issues.filter(isPullRequest)) await mergeIfItMay(scene, repository, issue);
  }
}

async function mergeIfItMay(scene: Scene, repository: Repository, issue: PullRequest): Promise<void> {
  const { autoMerge, base } = issue.pull;
  const rules = protectionOf(repository, base);
  if (autoMerge === undefined || rules === undefined || unmet(repository, issue, rules).length > 0) return;
  const { by, method, title } = autoMerge;
  const order = { method, ...(title === undefined ? {} : { title }) };
  try {
    await merge(scene, repository, issue, userNamed(scene.world, by), order);
    delete issue.pull.autoMerge;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
  }
}
