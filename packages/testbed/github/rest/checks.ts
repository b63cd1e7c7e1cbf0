import { invalid, Refusal } from "../answer.ts";
import { found, number, page, findText, text, type Call, type Handlers } from "../call.ts";
import { findCommit } from "../git.ts";
import { latestChecks, latestStatuses } from "../merge-rules.ts";
import { checkRun, combinedStatus, commitStatus } from "../present/commits.ts";
import type { CheckRun, CommitStatus } from "../world.ts";

interface CheckBody {
  readonly name?: string;
  readonly head_sha?: string;
  readonly status?: string;
  readonly conclusion?: string;
  readonly started_at?: string;
  readonly completed_at?: string;
  readonly external_id?: string;
  readonly details_url?: string;
  readonly output?: CheckRun["output"];
}

/** GitHub lets only apps report check runs; people use statuses. */
function demandApp(call: Call): void {
  if (call.user.type !== "Bot") throw new Refusal(403, "You must authenticate via a GitHub App.");
}

/** Applies what was reported; a conclusion completes the run, and a completed run has one. */
function report(call: Call, run: CheckRun, body: CheckBody): void {
  if (body.status === "completed" && body.conclusion === undefined && run.conclusion === undefined) {
    throw invalid("CheckRun", "conclusion", "conclusion is required when status is completed", "missing_field");
  }
  run.name = body.name ?? run.name;
  run.externalId = body.external_id ?? run.externalId;
  run.output = { ...run.output, ...body.output };
  if (body.details_url !== undefined) run.detailsUrl = body.details_url;
  if (body.started_at !== undefined) run.startedAt = body.started_at;
  if (body.status !== undefined) run.status = body.status;
  if (body.conclusion !== undefined) {
    run.conclusion = body.conclusion;
    run.status = "completed";
    run.completedAt = body.completed_at ?? call.scene.now();
  } else if (run.status !== "completed") {
    delete run.conclusion;
    delete run.completedAt;
  }
}

async function shaOf(call: Call, name: string): Promise<string> {
  const sha = await findCommit(call.git, name);
  if (sha === undefined) throw new Refusal(422, `No commit found for SHA: ${name}`);
  return sha;
}

/** Check runs and commit statuses. */
export const checks: Handlers = {
  "checks/create": async (call) => {
    demandApp(call);
    const body = call.body as CheckBody;
    const sha = await shaOf(call, body.head_sha ?? "");
    const { scene } = call;
    const run = {
      id: scene.takeId(),
      author: call.user.login,
      sha,
      name: "",
      status: "queued",
      startedAt: scene.now(),
      externalId: "",
      output: {},
    };
    report(call, run, body);
    call.repository.checks.push(run);
    return { status: 201, body: checkRun(scene, call.repository, run) };
  },
  "checks/update": (call) => {
    demandApp(call);
    const run = found(call.repository.checks.find(({ id }) => id === number(call, "check_run_id")));
    report(call, run, call.body as CheckBody);
    return { status: 200, body: checkRun(call.scene, call.repository, run) };
  },
  "checks/list-for-ref": async (call) => {
    const sha = await shaOf(call, text(call, "ref"));
    const all =
      findText(call, "filter") === "all"
        ? call.repository.checks.filter((run) => run.sha === sha)
        : latestChecks(call.repository, sha);
    const name = findText(call, "check_name");
    const status = findText(call, "status");
    const wanted = all.filter((run) => (name ?? run.name) === run.name && (status ?? run.status) === run.status);
    return page(call, wanted, (run) => checkRun(call.scene, call.repository, run), "check_runs");
  },
  "repos/get-combined-status-for-ref": async (call) => {
    const sha = await shaOf(call, text(call, "ref"));
    return {
      status: 200,
      body: combinedStatus(call.scene, call.repository, sha, latestStatuses(call.repository, sha)),
    };
  },
  "repos/create-commit-status": async (call) => {
    const body = call.body as {
      state: CommitStatus["state"];
      context?: string;
      description?: string;
      target_url?: string;
    };
    const status: CommitStatus = {
      id: call.scene.takeId(),
      sha: await shaOf(call, text(call, "sha")),
      context: body.context ?? "default",
      state: body.state,
      author: call.user.login,
      at: call.scene.now(),
      ...(body.description == null ? {} : { description: body.description }),
      ...(body.target_url == null ? {} : { targetUrl: body.target_url }),
    };
    call.repository.statuses.push(status);
    return { status: 201, body: commitStatus(call.scene, call.repository, status) };
  },
};
