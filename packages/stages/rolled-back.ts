import type { StageContext, StageEnd } from "./context.ts";
import { showDeployment } from "./rollout/deployment-view.ts";
import { revertInGit } from "./rollback/git-revert.ts";
import { attachReport } from "./records/report-file.ts";
import { openIncidentIssue, suspect } from "./rollback/incident-issue.ts";
import { settle } from "./settle.ts";
import { wayBack } from "./rollback/way-back.ts";

/** Traffic first, then proof, then rest. Every phase may be entered again after a death. */
export async function rolledBack(context: StageContext): Promise<StageEnd> {
  const { driver } = context;
  await driver.takeEnvironment("production");
  const previous = await wayBack(context);
  await suspect(context);
  await openIncidentIssue(context);
  await driver.step("git-revert", () => revertInGit(context, previous), {
    facts: (result) => [{ type: "git-reverted", ...result }],
  });
  const { tag, plan } = driver.record;
  await showDeployment(context, {
    environment: "production",
    state: "failure",
    sha: tag?.sha ?? plan.baseSha,
    description: `rolled back, ${previous ?? "the previous version"} serves`,
    other: previous === undefined ? undefined : { version: previous, state: "success" },
  });
  if (plan.rollback !== undefined) await attachReport(context, plan.rollback.from);
  return settle(context, "rolled_back");
}
