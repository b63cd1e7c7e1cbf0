import { ReleaseFault } from "#faults";
import type { Client } from "./client.ts";
import { HostFault, isStatus } from "./host-fault.ts";
import type { MergeMethod } from "./port.ts";
import { readPullRequest } from "./pull-requests.ts";
import { routes } from "./routes.ts";

export interface Merge {
  readonly sha: string;
  readonly by: string;
}

/** GitHub computes mergeability in the background; right after a push to the base it says 405 for a moment. */
const settlingMs = [2_000, 5_000];

export interface Order {
  readonly number: number;
  readonly head: string;
  readonly title: string;
  readonly method: MergeMethod;
}

/** Merges at exactly this head; see the port. */
export async function ensureMerged(client: Client, order: Order): Promise<Merge> {
  const { number, head } = order;
  const before = await look(client, number);
  if (before.merge !== undefined) return before.merge;
  refuseUnlessReady(client, { number, head }, before);
  for (const waitMs of [...settlingMs, undefined]) {
    const refused = await tryMerge(client, order);
    // Also after a success: the answer does not say who it was.
    const after = await look(client, number);
    if (after.merge !== undefined) return after.merge;
    if (refused !== undefined && !isSettling(refused)) throw explained(client, number, refused);
    if (waitMs === undefined) throw refusal(client, number, refused?.reason ?? "it is still shown as open");
    await client.sleep(waitMs);
  }
  throw refusal(client, number, "it is still shown as open");
}

/** Puts it into the merge queue; see the port. */
export async function ensureQueued(client: Client, number: number, head: string): Promise<void> {
  const before = await look(client, number);
  if (before.merge !== undefined || (await isQueued(client, number))) return;
  refuseUnlessReady(client, { number, head }, before);
  try {
    await client.graphql(
      "mutation Enqueue($id: ID!, $head: GitObjectID!) { enqueuePullRequest(input: { pullRequestId: $id, expectedHeadOid: $head }) { mergeQueueEntry { id } } }",
      { id: before.id, head },
    );
  } catch (thrown) {
    // The answer of an earlier try may have been lost: what is there counts.
    if (await isQueued(client, number)) return;
    if (thrown instanceof ReleaseFault) throw thrown;
    throw refusal(client, number, thrown instanceof Error ? thrown.message : "unknown error", thrown);
  }
}

async function isQueued(client: Client, number: number): Promise<boolean> {
  const { owner, repo: name } = client.at;
  const query =
    "query Queued($owner: String!, $name: String!, $number: Int!) { repository(owner: $owner, name: $name) { pullRequest(number: $number) { isInMergeQueue } } }";
  const { repository } = await client.graphql<{
    readonly repository: { readonly pullRequest: { readonly isInMergeQueue: boolean } | null } | null;
  }>(query, { owner, name, number });
  return repository?.pullRequest?.isInMergeQueue === true;
}

type Look = Awaited<ReturnType<typeof look>>;

/** Throws what a person has to settle when it cannot be merged at this head any more. */
export function refuseUnlessReady(client: Client, { number, head }: Pick<Order, "number" | "head">, now: Look): void {
  if (now.closed) throw refusal(client, number, "it was closed without being merged");
  if (now.head !== head) throw refusal(client, number, `its head is ${now.head}, not ${head} that was tested`);
}

/** Where a pull request stands now. */
export async function look(client: Client, number: number) {
  const found = await readPullRequest(client, number);
  const { merged, merge_commit_sha: sha, merged_by: by } = found;
  const merge = merged && sha !== null ? { sha, by: by?.login ?? "ghost" } : undefined;
  return { id: found.node_id, merge, closed: found.state === "closed", head: found.head.sha };
}

async function tryMerge(client: Client, { number, head, title, method }: Order): Promise<HostFault | undefined> {
  try {
    const wanted = { pull_number: number, sha: head, commit_title: title, merge_method: method };
    await client.request(routes.mergePullRequest, { ...client.at, ...wanted });
    return undefined;
  } catch (thrown) {
    if (thrown instanceof HostFault) return thrown;
    throw thrown;
  }
}

function isSettling(fault: HostFault): boolean {
  return isStatus(fault, 405) && /base branch was modified|not mergeable yet|try again/i.test(fault.reason);
}

function explained(client: Client, number: number, fault: HostFault): ReleaseFault {
  return isStatus(fault, 405, 409, 422) ? refusal(client, number, fault.reason, fault) : fault;
}

function refusal(client: Client, number: number, reason: string, cause?: unknown): ReleaseFault {
  return new ReleaseFault("policy", `Pull request #${number} of ${client.repository} cannot be merged: ${reason}`, {
    hint: `Open ${client.webUrl}/pull/${number}, settle what GitHub asks for, then continue with \`release resume\`.`,
    cause,
  });
}
