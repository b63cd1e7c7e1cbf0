import type { AllowList } from "#gates";
import type { Git } from "#git";

import { configAt } from "./open.ts";

/**
 * The findings that may stay, as the protected target branch has them now: whoever writes the branch under release cannot
 * excuse what the gate finds there (decision 52). Empty where that branch has no configuration.
 */
export async function allowListOf(git: Git, targetBranch: string): Promise<AllowList> {
  const ref = `refs/remotes/origin/${targetBranch}`;
  const sha = await git.resolve(ref);
  if (sha === undefined) return { entries: [], from: targetBranch };
  const { config } = await configAt(git, sha);
  return { entries: config.gates.securityAllow, from: `${targetBranch} at ${sha.slice(0, 7)}` };
}
