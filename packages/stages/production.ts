import { fateOf, pendingVerdict, waitForAnswer } from "./confirm-rollback.ts";
import { showDeployment } from "./deployment-view.ts";
import { moveTo, type StageContext, type StageEnd } from "./context.ts";
import { revertTraffic } from "./revert-traffic.ts";
import type { Rollout, Verdict } from "./rollout-context.ts";
import { beginRollout, runRollout, watchAt } from "./rollout.ts";

/** The new version meets its users, step by step. Whatever speaks against it takes the traffic back at once. */
export async function production(context: StageContext): Promise<StageEnd> {
  const { driver } = context;
  await driver.takeEnvironment("production");
  const rollout = await beginRollout(context, "production");
  const verdict = driver.record.verdict ?? pendingVerdict(driver.record) ?? (await verify(rollout));
  if (verdict !== undefined) return goBack(rollout, verdict);
  await showDeployment(context, {
    state: "success",
    sha: rollout.artifact.sha,
    description: `${driver.record.plan.tag} serves all traffic`,
  });
  return moveTo(driver, "completed", "production verified");
}

async function verify(rollout: Rollout): Promise<Verdict | undefined> {
  const { settings, vigil } = rollout;
  try {
    return (await runRollout(rollout)) ?? (await watchAt(rollout, { point: "production", forMs: settings.watch }));
  } finally {
    await vigil.end();
  }
}

/** The verdict is latched in the record first; then traffic goes back here, in the process that saw the failure (decision 16). */
async function goBack(rollout: Rollout, verdict: Verdict): Promise<StageEnd> {
  const { context } = rollout;
  const { driver } = context;
  if (driver.record.verdict === undefined && pendingVerdict(driver.record) === undefined)
    driver.decide(await fateOf(context, verdict));
  await waitForAnswer(context);
  if (driver.record.verdict === undefined) driver.decide({ type: "verdict", ...verdict });
  context.say(`going back: ${verdict.reason}`);
  // Without a version to go back to, or with a platform that refuses, `rolled_back` tries again and escalates.
  if (rollout.previous !== undefined) await revertTraffic(context, rollout.target, rollout.previous);
  context.tell?.();
  return moveTo(driver, "rolled_back", verdict.reason);
}
