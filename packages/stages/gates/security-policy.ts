import type { SecurityPolicy } from "#gates";
import type { Git } from "#git";

import { configAt } from "../open.ts";

/**
 * The findings that may stay and the score that blocks, as the protected target branch has them now: whoever writes the
 * branch under release cannot excuse what the gate finds there (decision 52). Empty where that branch has no configuration.
 */
export async function securityPolicyOf(git: Git, targetBranch: string): Promise<SecurityPolicy> {
  const ref = `refs/remotes/origin/${targetBranch}`;
  const sha = await git.resolve(ref);
  if (sha === undefined) return { entries: [], from: targetBranch };
  const { security, securityAllow } = (await configAt(git, sha)).config.gates;
  const from = `${targetBranch} at ${sha.slice(0, 7)}`;
  return { entries: securityAllow, ...(security === undefined ? {} : { blockAt: security.blockAt }), from };
}
