import type { FactBody } from "#machine";
import { requireCapabilities, type RolloutStep } from "#targets";

import { whileMeasured } from "./baseline.ts";
import { artifactOf, attended, required, type StageContext } from "../context.ts";
import { inTime } from "./deploy-time.ts";
import { showBeginning } from "./deployment-view.ts";
import { recordHotfixServed } from "./hotfix-served.ts";
import { inRound } from "./in-round.ts";
import { isHeld } from "./held.ts";
import { readyBefore } from "./ready.ts";
import { tryDeploying } from "./retry-deployment.ts";
import type { Rollout, Verdict } from "./rollout-context.ts";
import { stepsOf } from "./rollout-steps.ts";
import { smokeAt } from "./smoke-at.ts";
import { tidied } from "./tidy.ts";
import { openVigil } from "./vigil.ts";
import { watchAt } from "./watch-at.ts";

/** Nothing is touched before the environment is ready for it. */
export async function beginRollout(context: StageContext, environment: "staging" | "production"): Promise<Rollout> {
  const { driver, config } = context;
  const { plan } = driver.record;
  const settings = config.environments[environment];
  const strategy = environment === "staging" ? plan.stagingStrategy : plan.productionStrategy;
  const target = await context.target(environment);
  requireCapabilities(strategy, target, settings.rolling);
  const sha = required(driver.record.tag, "the tag").sha;
  const artifact = artifactOf(context, plan.tag, sha);
  const known = driver.record.deployments.get(environment);
  const previous =
    known === undefined
      ? await readyBefore(context, { environment, target, settings }, strategy === "canary" ? plan.steps : [])
      : known.previous;
  const started = { type: "deployment-started", environment, strategy } as const;
  if (known === undefined) await tidied(context, environment, target);
  if (known === undefined) driver.observe(previous === undefined ? started : { ...started, previous });
  return watched({ context, environment, settings, target, artifact, previous });
}

/** A rollout with its vigil. */
export function watched(begun: Omit<Rollout, "vigil" | "work">): Rollout {
  const rollout = { ...begun, work: { ms: 0 } };
  return { ...rollout, vigil: openVigil(rollout) };
}

/** Drives the strategy's steps; every mutation is a durable step. Ends with a verdict when the version has to go back. */
export async function runRollout(rollout: Rollout): Promise<Verdict | undefined> {
  const { context, environment } = rollout;
  const { driver, clock } = context;
  const deployment = required(driver.record.deployments.get(environment), "the deployment");
  const startedAt = Date.parse(deployment.startedAt);
  for (const step of stepsOf(rollout)) {
    const verdict = await runStep(rollout, step);
    if (verdict !== undefined) return verdict;
  }
  recordHotfixServed(rollout);
  if (driver.record.deployments.get(environment)?.status !== undefined) return undefined;
  driver.observe({
    type: "deployment-finished",
    environment,
    status: "passed",
    strategy: deployment.strategy,
    healthChecks: "passing",
    deploymentDurationMs: clock.now() - startedAt,
  });
  return undefined;
}

type Prepare = Extract<RolloutStep, { do: "prepare" }>;
type Shift = Extract<RolloutStep, { do: "shift" }>;

/** The version starts while what serves is measured: its facts. */
async function prepare(rollout: Rollout, { count }: Prepare): Promise<readonly FactBody[]> {
  const { context, environment, target, artifact } = rollout;
  context.say(`${environment}: ${artifact.version} is starting`);
  const start = (limit: AbortSignal) => tryDeploying(context, limit, () => target.prepare(artifact, limit, count));
  // What people see of it is made beside it, and whatever becomes of that, the version starts.
  const shown = showBeginning(rollout);
  const facts = await attended(context, (signal) =>
    whileMeasured(rollout, () => inTime(rollout, signal, start), signal),
  );
  await shown;
  return facts;
}

async function shift(rollout: Rollout, { percent, batch }: Shift): Promise<null> {
  const { context, environment, target, artifact } = rollout;
  const move = (limit: AbortSignal) =>
    batch === undefined
      ? target.shift(artifact, percent, limit)
      : required(target.instances, "what runs instances").replace(artifact, { ...batch, percent }, limit);
  await attended(context, (signal) =>
    inTime(rollout, signal, (limit) => tryDeploying(context, limit, () => move(limit))),
  );
  const by = batch === undefined ? "" : `${batch.count} of ${target.instances?.total} instances, `;
  context.say(`${environment}: ${by}${percent} % of traffic on ${artifact.version}`);
  return null;
}

/** Before more users meet the version: while somebody holds it, it is watched at the share that it has. */
async function whileHeld(rollout: Rollout, percent: number): Promise<Verdict | undefined> {
  const { context, environment } = rollout;
  const known = context.driver.record.deployments.get(environment)?.percent ?? 0;
  if (known >= percent || !isHeld(context)) return undefined;
  return watchAt(rollout, { point: `hold before ${percent} percent`, forMs: 0, doubt: "ask" });
}

async function runStep(rollout: Rollout, step: RolloutStep): Promise<Verdict | undefined> {
  const { context, environment, target, artifact } = rollout;
  const { driver } = context;
  context.tell?.();
  switch (step.do) {
    case "prepare": {
      let measured: readonly FactBody[] = [];
      const effect = async () => {
        measured = await prepare(rollout, step);
        return null;
      };
      const facts = () => measured;
      await driver.step(inRound(driver, `${environment}-prepare`), effect, { touches: environment, facts });
      return undefined;
    }
    case "shift": {
      const verdict = await whileHeld(rollout, step.percent);
      if (verdict !== undefined) return verdict;
      await rollout.vigil.begin();
      await driver.step(inRound(driver, `${environment}-shift-${step.percent}`), () => shift(rollout, step), {
        touches: environment,
        facts: () => [{ type: "traffic-shifted", environment, version: artifact.version, percent: step.percent }],
      });
      rollout.vigil.shifted(step.percent);
      return undefined;
    }
    case "smoke":
      return smokeAt(rollout, step);
    case "watch":
      return watchAt(rollout, { point: `${step.percent}%`, forMs: step.forMs, doubt: "ask" });
    case "finish":
      await driver.step(inRound(driver, `${environment}-finish`), () => target.finish(artifact).then(() => null), {
        touches: environment,
      });
      return undefined;
  }
}
