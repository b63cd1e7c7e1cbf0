import { fateOf } from "./rollback/confirm-rollback.ts";
import { addressOf, showDeployment } from "./rollout/deployment-view.ts";
import { moveTo, type StageContext, type StageEnd } from "./context.ts";
import { pendingVerdict, waitForAnswer } from "./rollout/question.ts";
import { owesRecheck, recheckStaging } from "./jobs/recheck-staging.ts";
import { revertTraffic } from "./rollback/revert-traffic.ts";
import type { Rollout, Verdict } from "./rollout/rollout-context.ts";
import { beginRollout, runRollout } from "./rollout/rollout.ts";
import { watchAt } from "./rollout/watch-at.ts";
import { refuseOvertaken, waitForTurn } from "./queue/turn.ts";

/** The new version meets its users, step by step. Whatever speaks against it takes the traffic back at once. */
export async function production(context: StageContext): Promise<StageEnd> {
  const { driver } = context;
  const early = await beforeProduction(context);
  if (early !== undefined) return early;
  await driver.takeEnvironment("production");
  const rollout = await beginRollout(context, "production");
  const overtaken = refuseOvertaken(context, rollout.previous);
  if (overtaken !== undefined) return overtaken;
  const verdict = driver.record.verdict ?? pendingVerdict(driver.record) ?? (await verify(rollout));
  if (verdict !== undefined) return goBack(rollout, verdict);
  const { previous } = rollout;
  await showDeployment(context, {
    environment: "production",
    state: "success",
    sha: rollout.artifact.sha,
    description: `${driver.record.plan.tag} serves all traffic`,
    environmentUrl: await addressOf(rollout),
    other: previous === undefined ? undefined : { version: previous, state: "inactive" },
  });
  return moveTo(driver, "completed", "production verified");
}

/** Nothing holds back what is in production already: it goes on, or back. */
async function beforeProduction(context: StageContext): Promise<StageEnd | undefined> {
  const { driver } = context;
  if (driver.record.touched.has("production") || driver.record.verdict !== undefined) return undefined;
  const waits = await waitForTurn(context, "production");
  if (waits !== undefined) return waits;
  return owesRecheck(driver.record) ? recheckStaging(context) : undefined;
}

async function verify(rollout: Rollout): Promise<Verdict | undefined> {
  try {
    return (await runRollout(rollout)) ?? (await watchServing(rollout));
  } finally {
    await rollout.vigil.end();
  }
}

/** A hotfix is decided by its metrics after a shorter time; its health is checked for as long as any other's (decision 38). */
async function watchServing(rollout: Rollout): Promise<Verdict | undefined> {
  const { context, settings } = rollout;
  const isHotfix = context.driver.record.plan.releaseType === "hotfix";
  const forMs = isHotfix ? Math.min(settings.watch, context.config.hotfix.watch) : settings.watch;
  const verdict = await watchAt(rollout, { point: "production", forMs, doubt: "ask" });
  if (verdict !== undefined || forMs === settings.watch) return verdict;
  return watchAt(rollout, { point: "health", forMs: settings.watch - forMs, doubt: "ignore" });
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
