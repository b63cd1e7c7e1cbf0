import type { Scene } from "../call.ts";
import type { Repository, WorkflowRun } from "../world.ts";
import type { commit } from "./commits.ts";
import { person } from "./people.ts";
import { minimalRepository } from "./repository.ts";

/** GitHub's `workflow-run`. */
export function workflowRun(
  scene: Scene,
  repository: Repository,
  run: WorkflowRun,
  head: ReturnType<typeof commit>["commit"],
) {
  const api = scene.links.api(repository, `/actions/runs/${run.id}`);
  const workflow = scene.links.api(repository, `/actions/workflows/${repository.id}`);
  const actor = person(scene, run.actor);
  const of = minimalRepository(scene, repository);
  return {
    id: run.id,
    node_id: `WFR_${run.id}`,
    name: run.name,
    display_title: run.name,
    path: run.path,
    head_branch: run.branch,
    head_sha: run.sha,
    run_number: run.number,
    run_attempt: 1,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion ?? null,
    workflow_id: repository.id,
    actor,
    triggering_actor: actor,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.createdAt,
    run_started_at: run.createdAt,
    url: api,
    html_url: scene.links.web(repository, `/actions/runs/${run.id}`),
    jobs_url: `${api}/jobs`,
    logs_url: `${api}/logs`,
    check_suite_url: scene.links.api(repository, `/check-suites/${run.id}`),
    artifacts_url: `${api}/artifacts`,
    cancel_url: `${api}/cancel`,
    rerun_url: `${api}/rerun`,
    workflow_url: workflow,
    head_commit: {
      id: run.sha,
      tree_id: head.tree.sha,
      message: head.message,
      timestamp: head.committer.date,
      author: { name: head.author.name, email: head.author.email },
      committer: { name: head.committer.name, email: head.committer.email },
    },
    repository: of,
    head_repository: of,
  };
}
