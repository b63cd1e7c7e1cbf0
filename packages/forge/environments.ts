import { ReleaseFault } from "#faults";
import type { Client } from "./client.ts";
import { isStatus } from "./host-fault.ts";
import type { Approval, ProtectedEnvironment } from "./port.ts";
import { routes } from "./routes.ts";

/** An environment with everything that a job has to wait for in it; `undefined` when there is none of that name. */
export async function findEnvironment(client: Client, name: string): Promise<ProtectedEnvironment | undefined> {
  const at = { ...client.at, environment_name: name };
  try {
    const { data } = await client.request(routes.readEnvironment, at);
    const rules = data.protection_rules ?? [];
    const waits = rules.flatMap((rule) => ("wait_timer" in rule ? [rule.wait_timer ?? 0] : []));
    return {
      name: data.name,
      reviewers: rules.flatMap((rule) => ("reviewers" in rule ? (rule.reviewers ?? []).map(nameOf) : [])),
      waitMinutes: Math.max(0, ...waits),
      // A kind of rule that we do not know is one that a job may wait for.
      customRules: [...(await appsOf(client, name)), ...rules.flatMap(({ type }) => (known.has(type) ? [] : [type]))],
      anyBranch: data.deployment_branch_policy == null,
    };
  } catch (thrown) {
    if (isStatus(thrown, 404)) return undefined;
    if (isStatus(thrown, 403)) throw unreadable(client, name, thrown);
    throw thrown;
  }
}

const known: ReadonlySet<string> = new Set(["wait_timer", "required_reviewers", "branch_policy"]);

type Reviewer = { readonly login: string } | { readonly slug: string };

function nameOf({ reviewer }: { readonly reviewer?: Reviewer }): string {
  if (reviewer === undefined) return "somebody";
  return "login" in reviewer ? reviewer.login : reviewer.slug;
}

/** Apps that decide too. An older Enterprise Server has no such rules. */
async function appsOf(client: Client, name: string): Promise<readonly string[]> {
  try {
    const { data } = await client.request(routes.listCustomRules, { ...client.at, environment_name: name });
    const rules = data.custom_deployment_protection_rules ?? [];
    return rules.filter(({ enabled }) => enabled).map(({ app }) => app.slug);
  } catch (thrown) {
    if (isStatus(thrown, 404)) return [];
    throw thrown;
  }
}

function unreadable(client: Client, name: string, cause: ReleaseFault & { readonly reason: string }): ReleaseFault {
  return new ReleaseFault(
    "permission",
    `The token may not read environment '${name}' of ${client.repository}: ${cause.reason}`,
    {
      hint: "Give the job that runs this the permission:\npermissions:\n  actions: read",
      cause,
    },
  );
}

/** What people said when a run asked for an environment; nothing for a run that the host does not know any more. */
export async function approvalsOf(client: Client, runId: string): Promise<readonly Approval[]> {
  try {
    const { data } = await client.request(routes.readApprovals, { ...client.at, run_id: Number(runId) });
    return data.flatMap(({ state, user, environments, comment }) =>
      state === "pending"
        ? []
        : [{ state, by: user?.login ?? "somebody", environments: environments.map(({ name }) => name ?? ""), comment }],
    );
  } catch (thrown) {
    if (isStatus(thrown, 404)) return [];
    throw thrown;
  }
}
