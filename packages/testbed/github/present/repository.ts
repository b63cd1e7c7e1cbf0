import type { Scene } from "../call.ts";
import { findUser } from "../identity.ts";
import type { Repository } from "../world.ts";
import { simpleUser } from "./people.ts";

const templates = {
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}",
} as const;

/** GitHub's `simple-user` of an owner, who need not be a user of this world: then it is an organisation. */
export function ownerOf(scene: Scene, repository: Repository) {
  const user = findUser(scene.world, repository.owner);
  const stranger = {
    id: repository.id,
    login: repository.owner,
    name: repository.owner,
    email: "",
    tokens: [],
    seesTeams: false,
  };
  return {
    ...simpleUser(scene, user ?? { ...stranger, type: "User" }),
    type: user === undefined ? "Organization" : user.type,
  };
}

/** GitHub's `minimal-repository`, which lists and details share. */
export function minimalRepository(scene: Scene, repository: Repository) {
  const { links } = scene;
  const urls = Object.fromEntries(Object.entries(templates).map(([name, rest]) => [name, links.api(repository, rest)]));
  return {
    id: repository.id,
    node_id: `R_${repository.id}`,
    name: repository.name,
    full_name: `${repository.owner}/${repository.name}`,
    private: repository.private,
    owner: ownerOf(scene, repository),
    html_url: links.web(repository),
    description: null,
    fork: false,
    url: links.api(repository),
    ...urls,
  };
}

/** GitHub's `repository` and `full-repository`. */
export function fullRepository(scene: Scene, repository: Repository) {
  const { links } = scene;
  const open = repository.issues.filter(({ state }) => state === "open").length;
  return {
    ...minimalRepository(scene, repository),
    clone_url: links.web(repository, ".git"),
    git_url: links.web(repository, ".git"),
    ssh_url: `git@127.0.0.1:${repository.owner}/${repository.name}.git`,
    svn_url: links.web(repository),
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: repository.defaultBranch,
    visibility: repository.private ? "private" : "public",
    archived: false,
    disabled: false,
    forks: 0,
    forks_count: 0,
    network_count: 0,
    open_issues: open,
    open_issues_count: open,
    stargazers_count: 0,
    subscribers_count: 0,
    watchers: 0,
    watchers_count: 0,
    size: 0,
    has_downloads: true,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    allow_merge_commit: repository.mergeMethods.includes("merge"),
    allow_squash_merge: repository.mergeMethods.includes("squash"),
    allow_rebase_merge: repository.mergeMethods.includes("rebase"),
    allow_auto_merge: repository.autoMerge,
    created_at: repository.createdAt,
    updated_at: repository.pushedAt,
    pushed_at: repository.pushedAt,
  };
}
