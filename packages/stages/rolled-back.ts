import { asFault } from "#faults";
import type { RollbackPhase } from "#machine";
import type { Target } from "#targets";

import { required, type StageContext, type StageEnd } from "./context.ts";
import { showDeployment } from "./deployment-view.ts";
import { revertInGit } from "./git-revert.ts";
import { openIncidentIssue, suspect } from "./incident-issue.ts";
import { revertTraffic } from "./revert-traffic.ts";
import { settle } from "./settle.ts";
import type { Rollout } from "./rollout-context.ts";
import { servingBefore, watched } from "./rollout.ts";
import { smokeFact } from "./smoke-at.ts";
import { watchAt } from "./watch-at.ts";

/** Traffic first, then proof, then rest. Every phase may be entered again after a death. */
export async function rolledBack(context: StageContext): Promise<StageEnd> {
  const { driver } = context;
  await driver.takeEnvironment("production");
  const rollout = await rolloutToUndo(context);
  for (;;) {
    const { phase } = required(driver.record.rollback, "the rollback");
    if (phase === "rollback_completed") break;
    if (phase === "escalation") break;
    context.tell?.();
    await phases[phase](context, rollout);
  }
  await suspect(context);
  await openIncidentIssue(context);
  await driver.step("git-revert", () => revertInGit(context, rollout.previous), {
    facts: (result) => [{ type: "git-reverted", ...result }],
  });
  const { tag, plan } = driver.record;
  await showDeployment(context, {
    state: "failure",
    sha: tag?.sha ?? plan.baseSha,
    description: `rolled back, ${rollout.previous ?? "the previous version"} serves`,
  });
  return settle(context, "rolled_back");
}

/** The environment as the rollback finds it; works without the process that deployed. */
async function rolloutToUndo(context: StageContext): Promise<Rollout> {
  const { driver, config } = context;
  const { plan, deployments, tag } = driver.record;
  const target = await context.target("production");
  const version = plan.rollback?.from ?? plan.tag;
  const to =
    plan.rollback?.to ?? deployments.get("production")?.previous ?? servingBefore(await target.observe(), version);
  const sha = tag?.sha ?? plan.baseSha;
  return watched({
    context,
    environment: "production",
    settings: config.environments.production,
    target,
    // The watch after a rollback looks at the version that serves again.
    artifact: { version: to ?? version, sha, export: (directory) => context.git.exportTree(sha, directory) },
    previous: to,
  });
}

type Working = Exclude<RollbackPhase, "rollback_completed" | "escalation">;

const phases: { readonly [P in Working]: (context: StageContext, rollout: Rollout) => Promise<void> } = {
  async rollback_triggered({ driver }) {
    enter(
      driver,
      "traffic_reversion",
      driver.record.verdict?.reason ?? driver.record.plan.rollback?.reason ?? "asked for",
    );
    await Promise.resolve();
  },

  async traffic_reversion(context, { target, previous }) {
    const { driver, clock } = context;
    const startedAt = clock.now();
    try {
      await revertTraffic(context, target, previous);
    } catch (thrown) {
      const fault = asFault(thrown);
      if (fault.code === "bug") throw thrown;
      return escalate(context, `Traffic could not be reverted: ${fault.message}`, previous);
    }
    driver.observe({
      type: "traffic-reverted",
      environment: "production",
      to: required(previous, "the previous version"),
      status: "passed",
      durationMs: clock.now() - startedAt,
    });
    return enter(driver, "smoke_test_verification", "traffic is back");
  },

  async smoke_test_verification(context, { target, previous }) {
    const { url } = await target.observe();
    const result = await smokeFact(context, "production", "rollback", { url, headers: {} });
    if (result.status === "passed") return enter(context.driver, "health_monitoring", "smoke tests passed");
    return escalate(context, `Smoke tests failed after the rollback: ${result.failedTests.join(", ")}`, previous);
  },

  async health_monitoring(context, rollout) {
    const { driver, clock, config } = context;
    const startedAt = clock.now();
    const verdict = await watchAt(rollout, { point: "rollback", forMs: config.rollback.watch, doubt: "give-up" });
    const seen = driver.record.watches.findLast(({ point }) => point === "rollback");
    if (verdict !== undefined && verdict.trigger !== "not-proved") {
      return escalate(context, `Health did not return after the rollback: ${verdict.reason}`, rollout.previous);
    }
    if (verdict !== undefined)
      driver.observe({ type: "warned", message: `Not proved healthy after the rollback: ${verdict.reason}` });
    driver.observe({
      type: "health-validated",
      ...(seen?.errorRatio === undefined ? {} : { errorRatio: seen.errorRatio }),
      healthChecks: seen?.healthChecks ?? "failing",
      stabilizationDurationMs: clock.now() - startedAt,
    });
    return enter(driver, "rollback_completed", "health is stable");
  },
};

function enter(driver: StageContext["driver"], to: RollbackPhase, reason: string): void {
  driver.decide({ type: "rollback-moved", to, reason });
}

async function escalate(context: StageContext, reason: string, version: string | undefined): Promise<void> {
  const { driver, target, say, scrub } = context;
  const platform = await target("production");
  const manualSteps = version === undefined ? [] : platform.manual(version);
  const shows = scrub.value([...(await shownBy(platform)), ...peopleOf(context)]);
  say(`ESCALATION: ${reason}`);
  driver.decide({ type: "escalated", reason, manualSteps: [...manualSteps], shows });
  enter(driver, "escalation", reason);
  await driver.flush();
  context.tell?.();
}

/** What the platform says of itself now; that it says nothing is worth knowing too. */
export async function shownBy(platform: Target): Promise<readonly string[]> {
  try {
    const { revisions, url } = await platform.observe();
    const shown = revisions.map(
      ({ version, percent, healthy }) => `${version}: ${percent} % of traffic, ${healthy ? "healthy" : "not healthy"}`,
    );
    return [`${platform.environment} at ${url}`, ...shown];
  } catch (thrown) {
    return [`${platform.environment} does not answer: ${asFault(thrown).message}`];
  }
}

/** Who is called, by the configuration. */
export function peopleOf({ config: { roles, notify } }: StageContext): readonly string[] {
  const room = notify.warRoom === undefined ? [] : [`war room: ${notify.warRoom}`];
  return [`on call: ${named(roles.onCall)}`, `technical lead: ${named(roles.technicalLead)}`, ...room];
}

function named(holders: readonly string[]): string {
  return holders.length === 0 ? "nobody is named" : holders.join(", ");
}
