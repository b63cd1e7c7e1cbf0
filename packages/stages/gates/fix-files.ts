import type { ReleasePlan } from "#machine";

import type { Ports } from "../context.ts";
import { beforeOurCommit } from "../initiated.ts";

/** The files that a hotfix changes, without those of our own commit: its changelog and version are about no test. */
export async function filesOfFix(
  { git }: Pick<Ports, "git">,
  plan: ReleasePlan,
  gatedSha: string,
): Promise<readonly string[]> {
  return git.changedFiles(plan.baseSha, await beforeOurCommit({ git, driver: { record: { plan } } }, gatedSha));
}
