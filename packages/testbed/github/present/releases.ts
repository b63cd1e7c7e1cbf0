import type { Scene } from "../call.ts";
import type { Asset, Deployment, DeploymentStatus, Environment, Release, Repository } from "../world.ts";
import { person } from "./people.ts";

/** GitHub's `release-asset`. */
export function asset(scene: Scene, repository: Repository, of: Release, it: Asset) {
  return {
    id: it.id,
    node_id: `RA_${it.id}`,
    url: scene.links.api(repository, `/releases/assets/${it.id}`),
    browser_download_url: scene.links.web(repository, `/releases/download/${of.tag}/${encodeURIComponent(it.name)}`),
    name: it.name,
    label: it.label ?? null,
    state: it.isStarter === true ? "starter" : "uploaded",
    content_type: it.contentType,
    size: it.size,
    digest: it.isStarter === true ? null : it.digest,
    download_count: 0,
    uploader: person(scene, it.author),
    created_at: it.at,
    updated_at: it.at,
  };
}

/** GitHub's `release`. A draft's page is not its tag's. */
export function release(scene: Scene, repository: Repository, it: Release) {
  const { links } = scene;
  const url = links.api(repository, `/releases/${it.id}`);
  return {
    url,
    html_url: links.web(repository, `/releases/tag/${it.draft ? `untagged-${it.id}` : it.tag}`),
    assets_url: `${url}/assets`,
    upload_url: `${url}/assets{?name,label}`,
    tarball_url: links.api(repository, `/tarball/${it.tag}`),
    zipball_url: links.api(repository, `/zipball/${it.tag}`),
    id: it.id,
    node_id: `RE_${it.id}`,
    tag_name: it.tag,
    target_commitish: it.target,
    name: it.title,
    body: it.notes,
    draft: it.draft,
    prerelease: it.prerelease,
    immutable: false,
    created_at: it.createdAt,
    published_at: it.publishedAt ?? null,
    author: person(scene, it.author),
    assets: it.assets.map((each) => asset(scene, repository, it, each)),
  };
}

/** GitHub's `deployment`. */
export function deployment(scene: Scene, repository: Repository, it: Deployment) {
  const url = scene.links.api(repository, `/deployments/${it.id}`);
  return {
    url,
    id: it.id,
    node_id: `DE_${it.id}`,
    sha: it.sha,
    ref: it.ref,
    task: it.task,
    payload: it.payload,
    environment: it.environment,
    original_environment: it.environment,
    description: it.description ?? null,
    creator: person(scene, it.author),
    created_at: it.at,
    updated_at: it.statuses.at(-1)?.at ?? it.at,
    statuses_url: `${url}/statuses`,
    repository_url: scene.links.api(repository),
    transient_environment: it.transient,
    production_environment: it.production,
  };
}

/** GitHub's `deployment-status`. */
export function deploymentStatus(scene: Scene, repository: Repository, of: Deployment, it: DeploymentStatus) {
  const url = scene.links.api(repository, `/deployments/${of.id}`);
  return {
    url: `${url}/statuses/${it.id}`,
    id: it.id,
    node_id: `DES_${it.id}`,
    state: it.state,
    creator: person(scene, it.author),
    description: it.description,
    environment: of.environment,
    target_url: it.logUrl,
    log_url: it.logUrl,
    environment_url: it.environmentUrl,
    created_at: it.at,
    updated_at: it.at,
    deployment_url: url,
    repository_url: scene.links.api(repository),
  };
}

/** GitHub's `environment` with the rules that protect it. */
export function environment(scene: Scene, repository: Repository, it: Environment) {
  const rule = (type: string, offset: number) => ({ id: it.id * 10 + offset, node_id: `GA_${it.id}_${type}`, type });
  const reviewers = it.reviewers.map((id) => {
    const user = scene.world.users.find((known) => known.id === id);
    if (user === undefined) throw new Error(`Environment ${it.name} names a reviewer ${id} who does not exist`);
    return { type: "User", reviewer: person(scene, user.login) };
  });
  return {
    id: it.id,
    node_id: `EN_${it.id}`,
    name: it.name,
    url: scene.links.api(repository, `/environments/${encodeURIComponent(it.name)}`),
    html_url: scene.links.web(
      repository,
      `/deployments/activity_log?environments_filter=${encodeURIComponent(it.name)}`,
    ),
    created_at: it.createdAt,
    updated_at: it.createdAt,
    protection_rules: [
      ...(it.waitMinutes > 0 ? [{ ...rule("wait_timer", 1), wait_timer: it.waitMinutes }] : []),
      ...(reviewers.length > 0
        ? [{ ...rule("required_reviewers", 2), prevent_self_review: it.preventSelfReview, reviewers }]
        : []),
      ...(it.branchPolicy === undefined ? [] : [rule("branch_policy", 3)]),
    ],
    deployment_branch_policy: it.branchPolicy ?? null,
  };
}

/** GitHub's `deployment-protection-rule`: an app that is asked before a job may use an environment. */
export function customRule(scene: Scene, slug: string, id: number) {
  const app = { id, node_id: `A_${id}`, slug, integration_url: scene.links.app(slug) };
  return { id, node_id: `GA_${id}`, enabled: true, app };
}
