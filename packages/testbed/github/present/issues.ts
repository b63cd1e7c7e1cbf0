import type { Scene } from "../call.ts";
import type { Comment, Issue, Repository } from "../world.ts";
import { association, person } from "./people.ts";

/** GitHub's `label`; labels exist by being used. */
export function label(scene: Scene, repository: Repository, name: string) {
  return {
    id: Buffer.from(name).reduce((sum, byte) => (sum * 31 + byte) % 1_000_000_007, repository.id),
    node_id: `LA_${name}`,
    url: scene.links.api(repository, `/labels/${encodeURIComponent(name)}`),
    name,
    description: "",
    color: "ededed",
    default: false,
  };
}

/** The fields that issues and pull requests have in common. */
export function shared(scene: Scene, repository: Repository, it: Issue) {
  return {
    id: it.id,
    number: it.number,
    state: it.state,
    locked: false,
    title: it.title,
    body: it.body ?? null,
    user: person(scene, it.author),
    labels: it.labels.map((name) => label(scene, repository, name)),
    assignee: it.assignees[0] === undefined ? null : person(scene, it.assignees[0]),
    assignees: it.assignees.map((login) => person(scene, login)),
    milestone: null,
    created_at: it.createdAt,
    updated_at: it.updatedAt,
    closed_at: it.closedAt ?? null,
    author_association: association(repository, it.author),
  };
}

/** GitHub's `issue`. */
export function issue(scene: Scene, repository: Repository, it: Issue) {
  const { links } = scene;
  const url = links.api(repository, `/issues/${it.number}`);
  const pull = links.api(repository, `/pulls/${it.number}`);
  const page = links.web(repository, `/pull/${it.number}`);
  return {
    ...shared(scene, repository, it),
    node_id: `I_${repository.id}_${it.number}`,
    url,
    repository_url: links.api(repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: it.pull === undefined ? links.web(repository, `/issues/${it.number}`) : page,
    comments: repository.comments.filter(({ number }) => number === it.number).length,
    ...(it.pull === undefined
      ? {}
      : {
          draft: it.pull.draft,
          pull_request: {
            url: pull,
            html_url: page,
            diff_url: `${page}.diff`,
            patch_url: `${page}.patch`,
            merged_at: it.pull.merged?.at ?? null,
          },
        }),
  };
}

/** GitHub's `issue-comment`. */
export function comment(scene: Scene, repository: Repository, it: Comment) {
  const { links } = scene;
  return {
    id: it.id,
    node_id: `IC_${it.id}`,
    url: links.api(repository, `/issues/comments/${it.id}`),
    html_url: links.web(repository, `/issues/${it.number}#issuecomment-${it.id}`),
    issue_url: links.api(repository, `/issues/${it.number}`),
    body: it.body,
    user: person(scene, it.author),
    created_at: it.createdAt,
    updated_at: it.updatedAt,
    author_association: association(repository, it.author),
  };
}
