import { ReleaseFault } from "#faults";
import type { Client } from "./client.ts";
import { look, refuseUnlessReady, type Order } from "./merging.ts";

// A variable may not be called `method`: the client keeps that name for itself.
const enable = `mutation EnableAutoMerge($id: ID!, $head: GitObjectID!, $way: PullRequestMergeMethod!, $title: String!) {
  enablePullRequestAutoMerge(input: { pullRequestId: $id, expectedHeadOid: $head, mergeMethod: $way, commitHeadline: $title }) {
    pullRequest { id }
  }
}`;

const disable = `mutation DisableAutoMerge($id: ID!) {
  disablePullRequestAutoMerge(input: { pullRequestId: $id }) { pullRequest { id } }
}`;

const enabled = `query AutoMerge($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) { autoMergeRequest { enabledAt } } }
}`;

/** Has GitHub merge at this head once the rules are met; see the port. */
export async function ensureAutoMerge(client: Client, order: Order): Promise<string | undefined> {
  const { number, head, method, title } = order;
  const before = await look(client, number);
  if (before.merge !== undefined || (await isEnabled(client, number))) return undefined;
  refuseUnlessReady(client, { number, head }, before);
  try {
    await client.graphql(enable, { id: before.id, head, way: method.toUpperCase(), title });
    return undefined;
  } catch (thrown) {
    if (thrown instanceof ReleaseFault) throw thrown;
    return thrown instanceof Error ? thrown.message : "unknown error";
  }
}

/** GitHub merges it no more by itself; see the port. */
export async function ensureNoAutoMerge(client: Client, number: number): Promise<void> {
  const { id, merge, closed } = await look(client, number);
  if (merge !== undefined || closed || !(await isEnabled(client, number))) return;
  try {
    await client.graphql(disable, { id });
  } catch (thrown) {
    // The answer of an earlier try may have been lost, or it was merged in this very moment: what is there counts.
    if (!(await isEnabled(client, number))) return;
    if (thrown instanceof ReleaseFault) throw thrown;
    const reason = thrown instanceof Error ? thrown.message : "unknown error";
    throw new ReleaseFault("remote", `Auto-merge of pull request #${number} could not be switched off: ${reason}`, {
      hint: `Switch it off on ${client.webUrl}/pull/${number}, then continue with \`release resume\`.`,
      cause: thrown,
    });
  }
}

async function isEnabled(client: Client, number: number): Promise<boolean> {
  const { owner, repo: name } = client.at;
  const { repository } = await client.graphql<{
    readonly repository: { readonly pullRequest: { readonly autoMergeRequest: object | null } | null } | null;
  }>(enabled, { owner, name, number });
  return (repository?.pullRequest?.autoMergeRequest ?? null) !== null;
}
