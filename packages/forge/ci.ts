import type { Client } from "./client.ts";
import { ownCheck, stateOf } from "./checks.ts";
import { askGraph } from "./graph.ts";
import type { CiCheck, Forge } from "./port.ts";
import type { Page } from "./review-query.ts";

export const ciQuery = `query Ci($owner: String!, $name: String!, $sha: GitObjectID!, $after: String) {
  repository(owner: $owner, name: $name) { object(oid: $sha) { ... on Commit { statusCheckRollup {
    contexts(first: 100, after: $after) {
      nodes {
        kind: __typename
        ... on CheckRun { name status conclusion url: detailsUrl checkSuite { workflowRun { event file { path } } } }
        ... on StatusContext { context state url: targetUrl }
      }
      pageInfo { hasNextPage endCursor }
    }
  } } } }
}`;

type RawCheck =
  | {
      readonly kind: "CheckRun";
      readonly name: string;
      readonly status: string;
      readonly conclusion: string | null;
      readonly url: string | null;
      readonly checkSuite: {
        readonly workflowRun: { readonly event: string; readonly file: { readonly path: string } | null } | null;
      };
    }
  | { readonly kind: "StatusContext"; readonly context: string; readonly state: string; readonly url: string | null };

interface Answer {
  readonly object: { readonly statusCheckRollup?: { readonly contexts: Page<RawCheck> } | null } | null;
}

/** See the port. */
export async function ciChecks(
  client: Client,
  sha: string,
  { ownWorkflow }: NonNullable<Parameters<Forge["ciChecks"]>[1]> = {},
): Promise<readonly CiCheck[]> {
  const all: RawCheck[] = [];
  let after: string | null = null;
  do {
    const question = { query: ciQuery, variables: { sha, after } };
    const repository: Answer = await askGraph<Answer>(client, "the checks", question);
    const contexts = repository.object?.statusCheckRollup?.contexts;
    all.push(...(contexts?.nodes ?? []).filter((node) => node !== null));
    after = contexts?.pageInfo.hasNextPage === true ? contexts.pageInfo.endCursor : null;
  } while (after !== null);
  return all
    .filter((check) => isOfTheCommit(check, ownWorkflow))
    .map((check) => ({
      name: check.kind === "CheckRun" ? check.name : check.context,
      state: stateOf(check),
      ...(check.url === null ? {} : { url: check.url }),
    }));
}

/** Events that mean the commit itself. By any other a workflow only happens to run on it: ours that releases it, for one. */
const ofCommit = new Set(["push", "pull_request", "pull_request_target", "merge_group", "dynamic"]);

function isOfTheCommit(check: RawCheck, ownWorkflow: string | undefined): boolean {
  if (check.kind === "CheckRun" && check.name === ownCheck) return false;
  const run = check.kind === "CheckRun" ? check.checkSuite.workflowRun : null;
  if (run === null) return true;
  return ofCommit.has(run.event) && (ownWorkflow === undefined || run.file?.path !== ownWorkflow);
}
