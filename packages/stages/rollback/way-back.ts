import { asFault } from "#faults";
import type { RollbackPhase } from "#machine";

import { required, type StageContext } from "../context.ts";
import { escalate } from "./escalate.ts";
import { revertTraffic } from "./revert-traffic.ts";
import type { Rollout } from "../rollout/rollout-context.ts";
import { servingBefore } from "../rollout/ready.ts";
import { watched } from "../rollout/rollout.ts";
import { smokeFact } from "../rollout/smoke-at.ts";
import { watchAt } from "../rollout/watch-at.ts";

/**
 * Traffic back, then proof, then rest; or people are called. Returns the version that serves again. Every phase may be
 * entered again after a death.
 */
export async function wayBack(context: StageContext): Promise<string | undefined> {
  const rollout = await rolloutToUndo(context);
  try {
    return await walk(context, rollout);
  } finally {
    // A monitor that asks by itself would go on for as long as this process lives.
    await rollout.vigil.end();
  }
}

async function walk(context: StageContext, rollout: Rollout): Promise<string | undefined> {
  const { driver } = context;
  for (;;) {
    const { phase } = required(driver.record.rollback, "the rollback");
    if (phase === "rollback_completed" || phase === "escalation") return rollout.previous;
    context.tell?.();
    try {
      await phases[phase](context, rollout);
    } catch (thrown) {
      const fault = asFault(thrown);
      // A process that is stopped calls nobody: the next one goes on here.
      if (fault.code === "bug" || context.signal.aborted) throw thrown;
      await escalate(context, `${broken[phase]}: ${fault.message}`, rollout.previous);
    }
  }
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

/** What the platform kept from happening. */
const broken: { readonly [P in Working]: string } = {
  rollback_triggered: "The rollback could not begin",
  traffic_reversion: "Traffic could not be reverted",
  smoke_test_verification: "Smoke tests could not run after the rollback",
  health_monitoring: "Health could not be watched after the rollback",
};

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
    await revertTraffic(context, target, previous);
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
