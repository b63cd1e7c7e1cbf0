import { isPullRequest, type PullRequest, type Scene } from "./call.ts";
import { mayWrite } from "./identity.ts";
import { contains, git, listRefs } from "./git.ts";
import type { Repository } from "./world.ts";

async function keepPullRef(directory: string, number: number, sha: string): Promise<void> {
  await git(directory, ["update-ref", `refs/pull/${number}/head`, sha]);
}

function close(scene: Scene, issue: PullRequest): void {
  issue.state = "closed";
  delete issue.pull.autoMerge;
  issue.closedAt = scene.now();
  issue.updatedAt = scene.now();
}

/** New commits on the head: old approvals fall where the rules say so. */
function advance(
  scene: Scene,
  repository: Repository,
  issue: PullRequest,
  { sha, pusher }: { readonly sha: string; readonly pusher: string },
): void {
  issue.pull.headSha = sha;
  // GitHub goes on with it for whoever may write, and stops for anybody else.
  if (!mayWrite(repository, pusher)) delete issue.pull.autoMerge;
  issue.updatedAt = scene.now();
  delete issue.pull.queued;
  if (repository.protection[issue.pull.base]?.dismissStaleReviews !== true) return;
  for (const review of issue.pull.reviews) if (review.state === "APPROVED") review.state = "DISMISSED";
}

/**
 * Makes open pull requests agree with the refs after a push by `pusher`: heads move, a head that the base now contains is
 * merged, a pull request whose head is gone is closed. Also keeps `refs/pull/<number>/head`.
 */
export async function followRefs(scene: Scene, repository: Repository, pusher: string): Promise<void> {
  const directory = scene.git(repository);
  const open = repository.issues.filter(isPullRequest).filter(({ state }) => state === "open");
  if (open.length === 0) return;
  const heads = new Map((await listRefs(directory, "refs/heads/")).map(({ name, sha }) => [name, sha]));
  for (const issue of open) {
    const head = heads.get(`refs/heads/${issue.pull.head}`);
    const base = heads.get(`refs/heads/${issue.pull.base}`);
    const before = issue.pull.headSha;
    if (head !== undefined && head !== issue.pull.headSha) {
      advance(scene, repository, issue, { sha: head, pusher });
      await keepPullRef(directory, issue.number, head);
    }
    if (base !== undefined && (await contains(directory, base, before))) {
      issue.pull.merged = { sha: base, by: pusher, at: scene.now() };
      close(scene, issue);
    } else if (head === undefined || base === undefined || (await contains(directory, base, head))) close(scene, issue);
  }
}

/** Records the head of a new pull request as GitHub does. */
export async function publishPullRef(scene: Scene, repository: Repository, issue: PullRequest): Promise<void> {
  await keepPullRef(scene.git(repository), issue.number, issue.pull.headSha);
}
