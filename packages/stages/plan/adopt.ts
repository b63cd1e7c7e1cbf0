import { ReleaseFault } from "#faults";

import type { Workplace } from "../open.ts";
import type { StartCommand } from "../commands/start-command.ts";

/** A hotfix branch that is there already, and what was said about it. */
export interface Adoption {
  readonly branch: string;
  /** Its head; `undefined` when there is no such branch. */
  readonly tip: string | undefined;
  /** The released tag that the hotfix repairs, and its commit. */
  readonly base: string;
  readonly baseSha: string;
}

/** Throws an `input` fault where there is nothing that could be adopted. */
export function refuseAdoption({ type, adopt }: Pick<StartCommand, "type" | "adopt">): void {
  if (adopt !== true || type === "hotfix") return;
  throw new ReleaseFault("input", "Only the branch of a hotfix can be adopted", {
    hint: "Example: --type=hotfix --version=2.5.1 --base=v2.5.0 --adopt",
  });
}

/**
 * The head of the branch that a hotfix takes over (decision 29). It must descend from the base tag: else what customers
 * have now would not be in it. Throws a fault when it does not, or when there is nothing to take over.
 */
export async function adoptedHead({ git }: Workplace, { branch, tip, base, baseSha }: Adoption): Promise<string> {
  if (tip === undefined) {
    throw new ReleaseFault("input", `There is no branch ${branch} to adopt`, {
      hint: `Push it first, or leave --adopt out: then it is created from ${base}, and the release waits for the fix.`,
    });
  }
  if (await git.isAncestor(baseSha, tip)) return tip;
  throw new ReleaseFault("policy", `Branch ${branch} does not descend from ${base}: it cannot be adopted`, {
    hint: `Put the fix on a branch from the tag. Example: git rebase --onto ${base} <first commit of the fix>^ ${branch}`,
  });
}
