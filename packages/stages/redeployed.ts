import { asFault, ReleaseFault } from "#faults";
import { EnvironmentBusyError } from "#journal";
import { redeployTable, type RedeployPhase, type RedeployPlan } from "#machine";
import type { Observation } from "#targets";

import { artifactOf, attended, required, type StageContext, type StageEnd } from "./context.ts";
import { inTime } from "./rollout/deploy-time.ts";
import { showDeployment } from "./rollout/deployment-view.ts";
import { lastGood } from "./commands/last-good.ts";
import { callPeople } from "./rollback/escalate.ts";
import type { Rollout } from "./rollout/rollout-context.ts";
import { servingBefore } from "./rollout/ready.ts";
import { watched } from "./rollout/rollout.ts";
import { settle } from "./settle.ts";
import { smokeFact } from "./rollout/smoke-at.ts";
import { watchAt } from "./rollout/watch-at.ts";

/** The version comes up, is proved, and is watched for a while. Every phase may be entered again after a death. */
export async function redeployed(context: StageContext, { environment, sha }: RedeployPlan): Promise<StageEnd> {
  const { driver } = context;
  const against = phaseOf(context) === "called_off" ? undefined : await whatSpeaksAgainst(context, environment);
  if (against !== undefined) enter(context, "called_off", against);
  if (phaseOf(context) === "called_off") context.say(`nothing was touched: ${against ?? "it was called off"}`);
  await work(context, { environment, sha });
  if (phaseOf(context) !== "redeployed") return settle(context, "failed");
  const { tag } = driver.record.plan;
  if (environment === "production")
    await showDeployment(context, { environment, state: "success", sha, description: `${tag} serves again` });
  return settle(context, "redeployed");
}

/** A release that came first, or ended meanwhile, says what is to serve; once something is touched the lease is ours. */
async function whatSpeaksAgainst(
  { driver, journal }: StageContext,
  environment: RedeployPlan["environment"],
): Promise<string | undefined> {
  const { touched, redeploy, plan } = driver.record;
  const isUntouched = redeploy?.phase === "bring_up" && !touched.has(environment);
  try {
    await driver.takeEnvironment(environment);
  } catch (thrown) {
    if (isUntouched && thrown instanceof EnvironmentBusyError) return thrown.message;
    throw thrown;
  }
  const version = isUntouched ? lastGood(await journal.every(), environment)?.version : plan.tag;
  return version === plan.tag ? undefined : `the last good version of ${environment} is ${version ?? "none"} now`;
}

async function work(context: StageContext, again: Omit<RedeployPlan, "reason">): Promise<void> {
  if (isOver(phaseOf(context))) return;
  const rollout = await rolloutOf(context, again);
  try {
    for (let phase = phaseOf(context); !isOver(phase); phase = phaseOf(context)) {
      context.tell?.();
      await phases[phase](context, rollout);
    }
  } finally {
    await rollout.vigil.end();
  }
}

async function rolloutOf(context: StageContext, { environment, sha }: Omit<RedeployPlan, "reason">): Promise<Rollout> {
  return watched({
    context,
    environment,
    settings: context.config.environments[environment],
    target: await context.target(environment),
    artifact: artifactOf(context, context.driver.record.plan.tag, sha),
    // Nothing serves beside it that it could be compared with.
    previous: undefined,
  });
}

type Working = "bring_up" | "smoke_test_verification" | "health_monitoring";

const phases: { readonly [P in Working]: (context: StageContext, rollout: Rollout) => Promise<void> } = {
  async bring_up(context, rollout) {
    const { environment, target, artifact } = rollout;
    const { version } = artifact;
    const isTouched = () => context.driver.record.touched.has(environment);
    try {
      // What a death left half done may look right and lack its end.
      if (isTouched() || !serves(await target.observe(), version)) await bringUp(context, rollout);
      else context.say(`${environment}: ${version} has all traffic and is healthy; nothing is touched`);
    } catch (thrown) {
      const fault = asFault(thrown);
      if (fault.code === "bug" || context.signal.aborted) throw thrown;
      return escalate(context, rollout, `${version} could not be brought up: ${fault.message}`);
    }
    return enter(
      context,
      "smoke_test_verification",
      isTouched() ? `${version} has all traffic` : `${version} served already, nothing was touched`,
    );
  },

  async smoke_test_verification(context, rollout) {
    const { environment, target } = rollout;
    const { url } = await target.observe();
    const result = await smokeFact(context, environment, "redeploy", { url, headers: {} });
    if (result.status === "failed")
      return escalate(context, rollout, `Smoke tests failed: ${result.failedTests.join(", ")}`);
    const isTouched = context.driver.record.touched.has(environment);
    return enter(context, isTouched ? "health_monitoring" : "redeployed", "smoke tests passed");
  },

  async health_monitoring(context, rollout) {
    const { driver, clock, config } = context;
    const { environment } = rollout;
    const verdict = await watchAt(rollout, { point: "redeploy", forMs: config.rollback.watch, doubt: "give-up" });
    if (verdict !== undefined && verdict.trigger !== "not-proved")
      return escalate(context, rollout, `It is not healthy: ${verdict.reason}`);
    if (verdict !== undefined)
      driver.observe({ type: "warned", message: `Not proved healthy after the re-deploy: ${verdict.reason}` });
    const { strategy, startedAt } = required(driver.record.deployments.get(environment), "the deployment");
    driver.observe({
      type: "deployment-finished",
      environment,
      status: "passed",
      strategy,
      healthChecks: "passing",
      deploymentDurationMs: clock.now() - Date.parse(startedAt),
    });
    return enter(context, "redeployed", "health is stable");
  },
};

/** Up from its own tree, all traffic, confirmed by reading the platform: each act makes the same thing so when it is done again. */
async function bringUp(context: StageContext, rollout: Rollout): Promise<void> {
  const { driver, say } = context;
  const { environment, target, artifact } = rollout;
  const { version } = artifact;
  if (!driver.record.deployments.has(environment)) {
    const previous = servingBefore(await target.observe(), version);
    const started = { type: "deployment-started", environment, strategy: "blue-green" } as const;
    driver.observe(previous === undefined ? started : { ...started, previous });
  }
  await driver.step(
    "bring-up",
    async () => {
      say(`${environment}: ${version} is starting`);
      await attended(context, (signal) =>
        inTime(rollout, signal, async (limit) => {
          await target.prepare(artifact, limit);
          await target.shift(artifact, 100, limit);
          await target.finish(artifact);
        }),
      );
      if (serves(await target.observe(), version)) return { to: version };
      throw new ReleaseFault("remote", `${version} does not have all traffic, or is not healthy`, {
        hint: `By hand: ${target.manual(version).join("; ")}`,
      });
    },
    { touches: environment, facts: () => [{ type: "traffic-shifted", environment, version, percent: 100 }] },
  );
  say(`${environment}: all traffic is on ${version}`);
}

function serves({ revisions }: Observation, wanted: string): boolean {
  return revisions.some(({ version, percent, healthy }) => version === wanted && percent === 100 && healthy);
}

function phaseOf({ driver }: StageContext): RedeployPhase {
  return required(driver.record.redeploy, "the re-deploy").phase;
}

function isOver(phase: RedeployPhase): phase is Exclude<RedeployPhase, Working> {
  return redeployTable[phase].length === 0;
}

function enter({ driver }: StageContext, to: RedeployPhase, reason: string): void {
  driver.decide({ type: "redeploy-moved", to, reason });
}

function escalate(context: StageContext, { target, artifact }: Rollout, reason: string): Promise<void> {
  const manualSteps = target.manual(artifact.version);
  return callPeople(context, target, {
    reason,
    manualSteps,
    moved: { type: "redeploy-moved", to: "escalation", reason },
  });
}
