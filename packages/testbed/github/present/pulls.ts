import type { PullRequest, Scene } from "../call.ts";
import { branchHead, git } from "../git.ts";
import { readChanges } from "../git-log.ts";
import { userNamed } from "../identity.ts";
import { mergeability } from "../merge-rules.ts";
import type { Repository, Review } from "../world.ts";
import { shared } from "./issues.ts";
import { association, person, simpleUser } from "./people.ts";
import { simpleTeam } from "./teams.ts";
import { fullRepository, ownerOf } from "./repository.ts";

function side(scene: Scene, repository: Repository, ref: string, sha: string) {
  return {
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: ownerOf(scene, repository),
    repo: fullRepository(scene, repository),
  };
}

/** GitHub's `auto-merge`. */
function autoMergeOf(scene: Scene, { autoMerge }: PullRequest["pull"]) {
  if (autoMerge === undefined) return null;
  const { by, method, title = "" } = autoMerge;
  return {
    enabled_by: simpleUser(scene, userNamed(scene.world, by)),
    merge_method: method,
    commit_title: title,
    commit_message: "",
  };
}

/** GitHub's `pull-request-simple`. */
export async function simplePull(scene: Scene, repository: Repository, issue: PullRequest) {
  const { links } = scene;
  const { pull, number } = issue;
  const api = links.api(repository, `/pulls/${number}`);
  const web = links.web(repository, `/pull/${number}`);
  const asIssue = links.api(repository, `/issues/${number}`);
  const statuses = links.api(repository, `/statuses/${pull.headSha}`);
  const base = (await branchHead(scene.git(repository), pull.base)) ?? pull.headSha;
  const addresses = { comments: `${asIssue}/comments`, commits: `${api}/commits`, review: `${api}/comments` };
  const each = links.api(repository, "/pulls/comments{/number}");
  return {
    ...shared(scene, repository, issue),
    node_id: `PR_${repository.id}_${number}`,
    url: api,
    html_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    issue_url: asIssue,
    commits_url: addresses.commits,
    comments_url: addresses.comments,
    review_comments_url: addresses.review,
    review_comment_url: each,
    statuses_url: statuses,
    merged_at: pull.merged?.at ?? null,
    merge_commit_sha: pull.merged?.sha ?? null,
    draft: pull.draft,
    auto_merge: autoMergeOf(scene, pull),
    requested_reviewers: pull.requestedReviewers.map((login) => person(scene, login)),
    requested_teams: pull.requestedTeams.map((slug) => simpleTeam(scene, repository, slug)),
    head: side(scene, repository, pull.head, pull.headSha),
    base: side(scene, repository, pull.base, base),
    _links: {
      self: { href: api },
      html: { href: web },
      issue: { href: asIssue },
      comments: { href: addresses.comments },
      review_comments: { href: addresses.review },
      review_comment: { href: each },
      commits: { href: addresses.commits },
      statuses: { href: statuses },
    },
  };
}

/** GitHub's `pull-request`: with what only git can say. */
export async function fullPull(scene: Scene, repository: Repository, issue: PullRequest) {
  const directory = scene.git(repository);
  const simple = await simplePull(scene, repository, issue);
  const fork = await git(directory, ["merge-base", simple.base.sha, issue.pull.headSha]);
  const changes = await readChanges(directory, fork, issue.pull.headSha);
  const commits = await git(directory, ["rev-list", "--count", `${simple.base.sha}..${issue.pull.headSha}`]);
  const sum = (count: "additions" | "deletions"): number => changes.reduce((total, change) => total + change[count], 0);
  const { merged, threads } = issue.pull;
  return {
    ...simple,
    ...(await mergeability(scene, repository, issue)),
    merged: merged !== undefined,
    merged_by: merged === undefined ? null : person(scene, merged.by),
    maintainer_can_modify: false,
    rebaseable: merged === undefined,
    comments: repository.comments.filter(({ number }) => number === issue.number).length,
    review_comments: threads.reduce((total, thread) => total + thread.comments.length, 0),
    commits: Number(commits),
    additions: sum("additions"),
    deletions: sum("deletions"),
    changed_files: changes.length,
  };
}

/** GitHub's `pull-request-review`. */
export function review(scene: Scene, repository: Repository, issue: PullRequest, it: Review) {
  const web = scene.links.web(repository, `/pull/${issue.number}#pullrequestreview-${it.id}`);
  const api = scene.links.api(repository, `/pulls/${issue.number}`);
  return {
    id: it.id,
    node_id: `PRR_${it.id}`,
    user: person(scene, it.author),
    body: it.body,
    state: it.state,
    html_url: web,
    pull_request_url: api,
    _links: { html: { href: web }, pull_request: { href: api } },
    submitted_at: it.at,
    commit_id: it.sha,
    author_association: association(repository, it.author),
  };
}
