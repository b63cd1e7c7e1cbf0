import { latestChecks, latestStatuses, protectionOf, rollup } from "../merge-rules.ts";
import { isPullRequest } from "../call.ts";
import { readCommit } from "../git-log.ts";
import type { CheckRun, CommitStatus, Repository } from "../world.ts";
import type { Asker } from "./asker.ts";
import { connection, type PageArguments } from "./connection.ts";

/** Whether the pull request's base asks for this check. */
function requiredBy(
  repository: Repository,
  name: string,
  { pullRequestNumber }: { pullRequestNumber?: number },
): boolean {
  const issue = repository.issues.filter(isPullRequest).find(({ number }) => number === pullRequestNumber);
  return issue !== undefined && protectionOf(repository, issue.pull.base)?.requiredChecks.includes(name) === true;
}

/** The run that a check is a job of: the page of its details is a page of that run. */
function runOf(repository: Repository, { detailsUrl = "" }: CheckRun) {
  const id = /\/actions\/runs\/(\d+)/.exec(detailsUrl)?.[1];
  const run = repository.runs.find((one) => String(one.id) === id);
  return run === undefined ? null : { id: `WFR_${run.id}`, event: run.event, file: { path: run.path } };
}

function checkNode({ scene }: Asker, repository: Repository, run: CheckRun) {
  const url = scene.links.web(repository, `/runs/${run.id}`);
  return {
    __typename: "CheckRun",
    id: `CR_${run.id}`,
    databaseId: run.id,
    name: run.name,
    status: run.status.toUpperCase(),
    conclusion: run.conclusion?.toUpperCase() ?? null,
    startedAt: run.startedAt,
    completedAt: run.completedAt ?? null,
    detailsUrl: run.detailsUrl ?? url,
    url,
    checkSuite: { id: `CS_${run.id}`, workflowRun: runOf(repository, run) },
    isRequired: (args: { pullRequestNumber?: number }) => requiredBy(repository, run.name, args),
  };
}

function statusNode(repository: Repository, status: CommitStatus) {
  return {
    __typename: "StatusContext",
    id: `SC_${status.id}`,
    context: status.context,
    state: status.state.toUpperCase(),
    description: status.description ?? null,
    targetUrl: status.targetUrl ?? null,
    createdAt: status.at,
    isRequired: (args: { pullRequestNumber?: number }) => requiredBy(repository, status.context, args),
  };
}

/** A suite for each run of a workflow on a commit. */
function suitesOf({ scene }: Asker, repository: Repository, sha: string) {
  const runs = repository.runs.filter((run) => run.sha === sha);
  return runs.map(({ id, status, conclusion }) => ({
    id: `CS_${id}`,
    status: status.toUpperCase(),
    conclusion: conclusion?.toUpperCase() ?? null,
    url: scene.links.web(repository, `/actions/runs/${id}`),
  }));
}

/** A `Commit`: what git says is read when it is asked for. */
export function commitNode(asker: Asker, repository: Repository, sha: string) {
  const read = async () => readCommit(asker.scene.git(repository), sha);
  const state = rollup(repository, sha);
  const contexts = [
    ...latestChecks(repository, sha).map((run) => checkNode(asker, repository, run)),
    ...latestStatuses(repository, sha).map((status) => statusNode(repository, status)),
  ];
  return {
    id: `C_${repository.id}_${sha}`,
    oid: sha,
    abbreviatedOid: sha.slice(0, 7),
    url: asker.scene.links.web(repository, `/commit/${sha}`),
    message: async () => (await read()).message,
    messageHeadline: async () => (await read()).message.split("\n")[0],
    committedDate: async () => (await read()).committer.date,
    authoredDate: async () => (await read()).author.date,
    parents: async (page: PageArguments) =>
      connection(
        (await read()).parents.map((parent): object => commitNode(asker, repository, parent)),
        page,
      ),
    checkSuites: (page: PageArguments) => connection(suitesOf(asker, repository, sha), page),
    statusCheckRollup:
      state === undefined
        ? null
        : { id: `SCR_${sha}`, state, contexts: (page: PageArguments) => connection(contexts, page) },
  };
}
