import type { Scene } from "../call.ts";
import { userNamed } from "../identity.ts";
import type { FileChange, GitCommit, Signature } from "../git-log.ts";
import type { CheckRun, CommitStatus, Repository } from "../world.ts";
import { person, simpleUser } from "./people.ts";
import { minimalRepository } from "./repository.ts";

function authorOf(scene: Scene, { email }: Signature) {
  const user = scene.world.users.find((known) => known.email === email);
  return user === undefined ? null : simpleUser(scene, user);
}

/** GitHub's `commit`. */
export function commit(scene: Scene, repository: Repository, it: GitCommit) {
  const { links } = scene;
  const url = links.api(repository, `/commits/${it.sha}`);
  return {
    url,
    sha: it.sha,
    node_id: `C_${repository.id}_${it.sha}`,
    html_url: links.web(repository, `/commit/${it.sha}`),
    comments_url: `${url}/comments`,
    commit: {
      url: links.api(repository, `/git/commits/${it.sha}`),
      author: it.author,
      committer: it.committer,
      message: it.message,
      comment_count: 0,
      tree: { sha: it.tree, url: links.api(repository, `/git/trees/${it.tree}`) },
      verification: { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null },
    },
    author: authorOf(scene, it.author),
    committer: authorOf(scene, it.committer),
    parents: it.parents.map((sha) => ({
      sha,
      url: links.api(repository, `/commits/${sha}`),
      html_url: links.web(repository, `/commit/${sha}`),
    })),
  };
}

/** GitHub's `diff-entry`, without the patch. */
export function diffEntry(scene: Scene, repository: Repository, sha: string, change: FileChange) {
  const path = change.path.split("/").map(encodeURIComponent).join("/");
  return {
    sha: change.sha,
    filename: change.path,
    status: change.status,
    additions: change.additions,
    deletions: change.deletions,
    changes: change.additions + change.deletions,
    blob_url: scene.links.web(repository, `/blob/${sha}/${path}`),
    raw_url: scene.links.web(repository, `/raw/${sha}/${path}`),
    contents_url: scene.links.api(repository, `/contents/${path}?ref=${sha}`),
  };
}

/** GitHub's `integration`: the app whose installation acts under this login. */
function app(scene: Scene, login: string, since: string) {
  const user = userNamed(scene.world, login);
  const slug = login.replace(/\[bot\]$/, "");
  return {
    id: user.id,
    slug,
    node_id: `A_${user.id}`,
    owner: simpleUser(scene, user),
    name: slug,
    description: null,
    external_url: `${scene.links.root}/apps/${slug}`,
    html_url: `${scene.links.root}/apps/${slug}`,
    created_at: since,
    updated_at: since,
    permissions: { checks: "write" },
    events: [],
  };
}

/** GitHub's `check-run`. */
export function checkRun(scene: Scene, repository: Repository, run: CheckRun) {
  const { links } = scene;
  const url = links.api(repository, `/check-runs/${run.id}`);
  return {
    id: run.id,
    node_id: `CR_${run.id}`,
    head_sha: run.sha,
    external_id: run.externalId,
    name: run.name,
    url,
    html_url: links.web(repository, `/runs/${run.id}`),
    details_url: run.detailsUrl ?? links.web(repository, `/runs/${run.id}`),
    status: run.status,
    conclusion: run.conclusion ?? null,
    started_at: run.startedAt,
    completed_at: run.completedAt ?? null,
    output: {
      title: run.output.title ?? null,
      summary: run.output.summary ?? null,
      text: run.output.text ?? null,
      annotations_count: 0,
      annotations_url: `${url}/annotations`,
    },
    check_suite: null,
    app: app(scene, run.author, run.startedAt),
    pull_requests: [],
  };
}

/** GitHub's `status`, which also serves as `simple-commit-status`. */
export function commitStatus(scene: Scene, repository: Repository, status: CommitStatus) {
  return {
    url: scene.links.api(repository, `/statuses/${status.sha}`),
    avatar_url: null,
    id: status.id,
    node_id: `SC_${status.id}`,
    state: status.state,
    description: status.description ?? null,
    target_url: status.targetUrl ?? null,
    context: status.context,
    created_at: status.at,
    updated_at: status.at,
    creator: person(scene, status.author),
  };
}

/** GitHub's `combined-commit-status` over the latest status of each context. */
export function combinedStatus(scene: Scene, repository: Repository, sha: string, statuses: readonly CommitStatus[]) {
  const bad = statuses.some(({ state }) => state === "failure" || state === "error");
  const green = statuses.length > 0 && statuses.every(({ state }) => state === "success");
  return {
    state: bad ? "failure" : green ? "success" : "pending",
    sha,
    total_count: statuses.length,
    statuses: statuses.map((status) => commitStatus(scene, repository, status)),
    repository: minimalRepository(scene, repository),
    commit_url: scene.links.api(repository, `/commits/${sha}`),
    url: scene.links.api(repository, `/commits/${sha}/status`),
  };
}
