import { ReleaseFault } from "#faults";
import type { Client } from "./client.ts";
import { HostFault, isStatus } from "./host-fault.ts";
import { readPullRequest } from "./pull-requests.ts";
import { routes } from "./routes.ts";

export interface Merge {
  readonly sha: string;
  readonly by: string;
}

/** GitHub computes mergeability in the background; right after a push to the base it says 405 for a moment. */
const settlingMs = [2_000, 5_000];

/** Merges at exactly this head with a merge commit; see the port. */
export async function ensureMerged(client: Client, number: number, head: string, title: string): Promise<Merge> {
  const before = await look(client, number);
  if (before.merge !== undefined) return before.merge;
  if (before.closed) throw refusal(client, number, "it was closed without being merged");
  if (before.head !== head) throw refusal(client, number, `its head is ${before.head}, not ${head} that was tested`);
  for (const waitMs of [...settlingMs, undefined]) {
    const refused = await tryMerge(client, number, head, title);
    // Also after a success: the answer does not say who it was.
    const after = await look(client, number);
    if (after.merge !== undefined) return after.merge;
    if (refused !== undefined && !isSettling(refused)) throw explained(client, number, refused);
    if (waitMs === undefined) throw refusal(client, number, refused?.reason ?? "it is still shown as open");
    await client.sleep(waitMs);
  }
  throw refusal(client, number, "it is still shown as open");
}

async function look(client: Client, number: number) {
  const { merged, state, head, merge_commit_sha: sha, merged_by: by } = await readPullRequest(client, number);
  const merge = merged && sha !== null ? { sha, by: by?.login ?? "ghost" } : undefined;
  return { merge, closed: state === "closed", head: head.sha };
}

async function tryMerge(client: Client, number: number, head: string, title: string): Promise<HostFault | undefined> {
  try {
    const wanted = { pull_number: number, sha: head, commit_title: title, merge_method: "merge" } as const;
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

function refusal(client: Client, number: number, reason: string, cause?: HostFault): ReleaseFault {
  return new ReleaseFault("policy", `Pull request #${number} of ${client.repository} cannot be merged: ${reason}`, {
    hint: `Open ${client.webUrl}/pull/${number}, settle what GitHub asks for, then continue with \`release resume\`.`,
    cause,
  });
}
