import type { Client } from "./client.ts";
import { isStatus } from "./host-fault.ts";
import type { MergeMethod } from "./port.ts";
import { routes } from "./routes.ts";

/** What the rulesets of a branch ask for. Protection of the older kind comes with the review state itself. */
export interface BranchRules {
  readonly approvals: number;
  readonly checks: readonly RequiredCheck[];
  /** The only ways of merging that are allowed; of all rules that say something, what they agree on. */
  readonly mergeMethods: readonly MergeMethod[];
}

export interface RequiredCheck {
  readonly name: string;
  /** The only app whose verdict counts. */
  readonly appId?: number;
}

/** Best first: a merge commit keeps the gated commit in the history, the others write new ones. */
export const mergeMethods: readonly MergeMethod[] = ["merge", "squash", "rebase"];

/** What a linear history leaves. */
export const linear: readonly MergeMethod[] = ["squash", "rebase"];

const none: BranchRules = { approvals: 0, checks: [], mergeMethods };

/** The rules of a branch; none where the host has no rulesets or the token may not read them: merging will still be refused there. */
export async function readRules(client: Client, branch: string): Promise<BranchRules> {
  try {
    const { data } = await client.request(routes.readRules, { ...client.at, branch, per_page: 100 });
    const approvals = data.flatMap((rule) =>
      rule.type === "pull_request" ? [rule.parameters?.required_approving_review_count ?? 0] : [],
    );
    const checks = data.flatMap((rule) =>
      rule.type === "required_status_checks" ? (rule.parameters?.required_status_checks ?? []) : [],
    );
    const allowed = data.map((rule) => {
      if (rule.type === "required_linear_history") return linear;
      return (rule.type === "pull_request" ? rule.parameters?.allowed_merge_methods : undefined) ?? mergeMethods;
    });
    return {
      mergeMethods: mergeMethods.filter((method) => allowed.every((some) => some.includes(method))),
      approvals: Math.max(0, ...approvals),
      checks: checks.map(({ context, integration_id: appId }) => ({
        name: context,
        ...(appId === undefined ? {} : { appId }),
      })),
    };
  } catch (thrown) {
    if (isStatus(thrown, 403, 404)) return none;
    throw thrown;
  }
}
