import { withdrawAutoMerge } from "./review/auto-merge.ts";
import type { StageContext, StageEnd } from "./context.ts";
import { restoreStaging } from "./rollback/restore-staging.ts";
import { settle } from "./settle.ts";

/** The release ended before production: its context is kept, people are told, the branch goes only where that is wanted. */
export async function failed(context: StageContext): Promise<StageEnd> {
  const { driver, config } = context;
  await restoreStaging(context);
  await withdrawAutoMerge(context);
  if (config.onFailure.deleteBranch && driver.record.branchHead !== undefined && driver.record.merge === undefined) {
    await driver.step("delete-branch", () => deleteBranch(context));
  }
  return settle(context, "failed");
}

/** Deletes the release branch only while it holds nothing but our own commit: others' commits are never dropped. */
async function deleteBranch({ driver, git, say }: StageContext): Promise<string> {
  const { branchHead, plan } = driver.record;
  const ref = `refs/heads/${plan.releaseBranch}`;
  const outcome = await git.push([{ ref, to: undefined, expect: branchHead ?? "absent" }]);
  if (outcome.state === "applied") return "deleted";
  say(`${plan.releaseBranch} was kept: ${outcome.reason}`);
  return "kept";
}
