import { ReleaseFault } from "#faults";
import type { Client } from "./client.ts";
import { HostFault } from "./host-fault.ts";

/** Asks GitHub's GraphQL about our repository. What it refuses is a fault that names what was asked for, never half an answer. */
export async function askGraph<T>(
  client: Client,
  what: string,
  { query, variables }: { readonly query: string; readonly variables: Readonly<Record<string, string | null>> },
): Promise<T> {
  try {
    const { repository } = await client.graphql<{ readonly repository: T }>(query, {
      owner: client.at.owner,
      name: client.at.repo,
      ...variables,
    });
    return repository;
  } catch (thrown) {
    if (thrown instanceof ReleaseFault) throw thrown;
    const reason = thrown instanceof Error ? thrown.message : "unknown error";
    throw new HostFault("remote", `Could not read ${what} of ${client.repository}: ${reason}`, {
      hint: "Check that the token may read issues, pull requests, checks and statuses; then run the command again.",
      cause: thrown,
      status: undefined,
      reason,
    });
  }
}
