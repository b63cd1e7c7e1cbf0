import { invalid, Refusal } from "../answer.ts";
import { findText, found, number, page, text, type Call, type Handlers } from "../call.ts";
import { findCommit } from "../git.ts";
import { reported } from "../merge-rules.ts";
import { commit } from "../present/commits.ts";
import { person } from "../present/people.ts";
import { customRule, deployment, deploymentStatus, environment } from "../present/releases.ts";
import { workflowRun } from "../present/runs.ts";
import { readCommit } from "../git-log.ts";
import type { Deployment, DeploymentStatus, Environment, WorkflowRun } from "../world.ts";

interface DeploymentBody {
  readonly ref: string;
  readonly task?: string;
  readonly payload?: unknown;
  readonly environment?: string;
  readonly description?: string | null;
  readonly required_contexts?: readonly string[];
  readonly transient_environment?: boolean;
  readonly production_environment?: boolean;
}

function deploymentOf(call: Call): Deployment {
  return found(call.repository.deployments.find(({ id }) => id === number(call, "deployment_id")));
}

/** Without `required_contexts` everything that reported must be green; `[]` asks for nothing. */
function refuseUnlessGreen(call: Call, sha: string, required: readonly string[] | undefined): void {
  const states = reported(call.repository, sha);
  const wanted = required ?? [...states.keys()];
  const missing = wanted.filter((name) => states.get(name) !== "SUCCESS");
  if (missing.length > 0)
    throw new Refusal(
      409,
      `Conflict: Commit status checks failed for ${text(call, "owner")}/${text(call, "repo")}: ${missing.join(", ")}`,
    );
}

async function create(call: Call): Promise<Deployment> {
  const body = call.body as DeploymentBody;
  const sha = await findCommit(call.git, body.ref);
  if (sha === undefined) throw new Refusal(422, `No ref found for: ${body.ref}`);
  refuseUnlessGreen(call, sha, body.required_contexts);
  const name = body.environment ?? "production";
  ensureEnvironment(call, name);
  return {
    id: call.scene.takeId(),
    sha,
    ref: body.ref,
    task: body.task ?? "deploy",
    environment: name,
    payload: body.payload ?? {},
    author: call.user.login,
    at: call.scene.now(),
    transient: body.transient_environment ?? false,
    production: body.production_environment ?? name === "production",
    statuses: [],
    ...(body.description == null ? {} : { description: body.description }),
  };
}

/** Environments come to be by being named, unprotected: GitHub's habit, which our users must know about. */
function ensureEnvironment(call: Call, name: string): Environment {
  const known = call.repository.environments.find((it) => it.name === name);
  if (known !== undefined) return known;
  const added = {
    id: call.scene.takeId(),
    name,
    createdAt: call.scene.now(),
    reviewers: [],
    waitMinutes: 0,
    preventSelfReview: false,
  };
  call.repository.environments.push(added);
  return added;
}

/** A success makes the older deployments of its environment inactive unless told not to; never those of production. */
function retireOlder(call: Call, latest: Deployment): void {
  for (const older of call.repository.deployments) {
    const live = older.statuses.at(-1)?.state === "success";
    if (older === latest || older.environment !== latest.environment || older.transient || older.production || !live)
      continue;
    older.statuses.push(newStatus(call, { state: "inactive" }));
  }
}

interface StatusBody {
  readonly state: string;
  readonly description?: string;
  readonly log_url?: string;
  readonly target_url?: string;
  readonly environment_url?: string;
  readonly auto_inactive?: boolean;
}

function newStatus(call: Call, body: StatusBody): DeploymentStatus {
  return {
    id: call.scene.takeId(),
    state: body.state,
    description: body.description ?? "",
    logUrl: body.log_url ?? body.target_url ?? "",
    environmentUrl: body.environment_url ?? "",
    author: call.user.login,
    at: call.scene.now(),
  };
}

interface EnvironmentBody {
  readonly wait_timer?: number;
  readonly prevent_self_review?: boolean;
  readonly reviewers?: readonly { readonly type?: string; readonly id?: number }[] | null;
  readonly deployment_branch_policy?: Environment["branchPolicy"] | null;
}

function setEnvironment(call: Call, body: EnvironmentBody): Environment {
  const reviewers = (body.reviewers ?? []).map(({ type, id = 0 }) => {
    const user = call.scene.world.users.find((known) => known.id === id);
    if (type !== "User" || user === undefined)
      throw invalid("Environment", "reviewers", `There is no user ${id}`, "invalid");
    return id;
  });
  const it = ensureEnvironment(call, text(call, "environment_name"));
  it.reviewers = reviewers;
  it.waitMinutes = body.wait_timer ?? 0;
  it.preventSelfReview = body.prevent_self_review ?? false;
  if (body.deployment_branch_policy == null) delete it.branchPolicy;
  else it.branchPolicy = body.deployment_branch_policy;
  return it;
}

function runOf(call: Call): WorkflowRun {
  return found(call.repository.runs.find(({ id }) => id === number(call, "run_id")));
}

/** Deployments, environments, and the runs of workflows that use them. */
export const deployments: Handlers = {
  "repos/list-deployments": (call) => {
    const fits = (name: string, value: string): boolean => {
      const wanted = findText(call, name) ?? "none";
      return wanted === "none" || wanted === value;
    };
    const wanted = call.repository.deployments.filter(
      (it) =>
        fits("environment", it.environment) && fits("sha", it.sha) && fits("ref", it.ref) && fits("task", it.task),
    );
    return page(call, wanted.toReversed(), (it) => deployment(call.scene, call.repository, it));
  },
  "repos/create-deployment": async (call) => {
    const it = await create(call);
    call.repository.deployments.push(it);
    return { status: 201, body: deployment(call.scene, call.repository, it) };
  },
  "repos/list-deployment-statuses": (call) => {
    const of = deploymentOf(call);
    return page(call, of.statuses.toReversed(), (it) => deploymentStatus(call.scene, call.repository, of, it));
  },
  "repos/create-deployment-status": (call) => {
    const of = deploymentOf(call);
    const body = call.body as StatusBody;
    const it = newStatus(call, body);
    of.statuses.push(it);
    if (body.state === "success" && body.auto_inactive !== false) retireOlder(call, of);
    return { status: 201, body: deploymentStatus(call.scene, call.repository, of, it) };
  },
  "repos/get-all-environments": (call) =>
    page(call, call.repository.environments, (it) => environment(call.scene, call.repository, it), "environments"),
  "repos/get-environment": (call) => {
    const it = found(call.repository.environments.find(({ name }) => name === text(call, "environment_name")));
    return { status: 200, body: environment(call.scene, call.repository, it) };
  },
  "repos/get-all-deployment-protection-rules": (call) => {
    const { id, customRules = [] } = found(
      call.repository.environments.find(({ name }) => name === text(call, "environment_name")),
    );
    const rules = customRules.map((slug, index) => customRule(call.scene, slug, id * 100 + index));
    return { status: 200, body: { total_count: rules.length, custom_deployment_protection_rules: rules } };
  },
  "repos/create-or-update-environment": (call) => ({
    status: 200,
    body: environment(call.scene, call.repository, setEnvironment(call, call.body ?? {})),
  }),
  "actions/get-workflow-run": async (call) => {
    const it = runOf(call);
    const head = commit(call.scene, call.repository, await readCommit(call.git, it.sha));
    return { status: 200, body: workflowRun(call.scene, call.repository, it, head.commit) };
  },
  "actions/get-reviews-for-run": (call) => ({
    status: 200,
    body: runOf(call).approvals.map((it) => ({
      state: it.state,
      comment: it.comment,
      user: person(call.scene, it.author),
      environments: [environment(call.scene, call.repository, ensureEnvironment(call, it.environment))],
    })),
  }),
};
