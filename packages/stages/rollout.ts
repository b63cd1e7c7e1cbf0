import { runSmoke } from "#smoke";
import type { Environment, FactBody } from "#machine";
import { planRollout, requireCapabilities, type Observation, type RolloutStep } from "#targets";

import { artifactOf, attended, required, type StageContext } from "./context.ts";
import type { Rollout, Verdict } from "./rollout-context.ts";
import { candidateAddress, smokeCommands, smokePlace, smokeScope, type Address } from "./smoke-place.ts";
import { tidied } from "./tidy.ts";
import { openVigil } from "./vigil.ts";
import { isHeld, watchTraffic, type WatchPlan } from "./watch.ts";

/** A step of staging that was put back meanwhile is another step: what was done before is undone, so it is done again. */
export function inRound({ record, facts }: StageContext["driver"], name: string): string {
  if (record.state !== "staging") return name;
  const undone = facts.filter((fact) => fact.type === "traffic-reverted" && fact.environment === "staging").length;
  return undone === 0 ? name : `${name} (${undone + 1})`;
}

/** What serves: the revision with the most traffic that is not the candidate. */
export function servingBefore(observation: Observation, candidate: string): string | undefined {
  const others = observation.revisions.filter(({ version }) => version !== candidate);
  return others.toSorted((a, b) => b.percent - a.percent)[0]?.version;
}

/** Ready before touching (decision 46): the target answers, the previous version is healthy and known. */
export async function beginRollout(context: StageContext, environment: "staging" | "production"): Promise<Rollout> {
  const { driver, config } = context;
  const { plan } = driver.record;
  const settings = config.environments[environment];
  const strategy = environment === "staging" ? plan.stagingStrategy : plan.productionStrategy;
  const target = await context.target(environment);
  requireCapabilities(strategy, target.capabilities);
  const sha = required(driver.record.tag, "the tag").sha;
  const artifact = artifactOf(context, plan.tag, sha);
  const known = driver.record.deployments.get(environment);
  const previous =
    known === undefined
      ? servingBefore(await target.check(strategy === "canary" ? plan.steps : []), plan.tag)
      : known.previous;
  const started = { type: "deployment-started", environment, strategy } as const;
  if (known === undefined) await tidied(context, environment, target);
  if (known === undefined) driver.observe(previous === undefined ? started : { ...started, previous });
  return watched({ context, environment, settings, target, artifact, previous });
}

/** A rollout with its vigil, which is planned for everything that is to be watched. */
export function watched(rollout: Omit<Rollout, "vigil">): Rollout {
  const { settings, context } = rollout;
  const steps = "stepTime" in settings ? settings.stepTime * (context.driver.record.plan.steps.length - 1) : 0;
  return { ...rollout, vigil: openVigil(rollout, settings.watch + steps) };
}

/** Drives the strategy's steps; every mutation is a durable step. Ends with a verdict when the version has to go back. */
export async function runRollout(rollout: Rollout): Promise<Verdict | undefined> {
  const { context, environment, settings } = rollout;
  const { driver, clock } = context;
  const deployment = required(driver.record.deployments.get(environment), "the deployment");
  const steps = driver.record.plan.steps;
  const stepTimeMs = "stepTime" in settings ? settings.stepTime : 0;
  const startedAt = Date.parse(deployment.startedAt);
  let workMs = 0;
  for (const step of planRollout({ strategy: deployment.strategy, steps, stepTimeMs })) {
    const before = clock.now();
    const verdict = await runStep(rollout, step);
    if (step.do === "prepare" || step.do === "shift") workMs += clock.now() - before;
    if (verdict !== undefined) return verdict;
    const limitMs = "deploymentTimeout" in settings ? settings.deploymentTimeout : Number.POSITIVE_INFINITY;
    if (workMs > limitMs) {
      return {
        trigger: "deployment-timeout",
        reason: `Deploying took ${Math.round(workMs / 1000)} s, more than ${limitMs / 1000} s`,
        evidence: [],
      };
    }
  }
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

async function prepare({ context, environment, target, artifact }: Rollout): Promise<null> {
  context.say(`${environment}: ${artifact.version} is starting`);
  await attended(context, (signal) => target.prepare(artifact, signal));
  return null;
}

async function shift({ context, environment, target, artifact }: Rollout, percent: number): Promise<null> {
  await attended(context, (signal) => target.shift(artifact, percent, signal));
  context.say(`${environment}: ${percent} % of traffic on ${artifact.version}`);
  return null;
}

/** Before more users meet the version: while somebody holds it, it is watched at the share that it has. */
async function whileHeld(rollout: Rollout, percent: number): Promise<Verdict | undefined> {
  const { context, environment } = rollout;
  const known = context.driver.record.deployments.get(environment)?.percent ?? 0;
  if (known >= percent || !isHeld(context)) return undefined;
  return watchAt(rollout, { point: `hold before ${percent} percent`, forMs: 0 });
}

async function runStep(rollout: Rollout, step: RolloutStep): Promise<Verdict | undefined> {
  const { context, environment, target, artifact } = rollout;
  const { driver } = context;
  switch (step.do) {
    case "prepare":
      await driver.step(inRound(driver, `${environment}-prepare`), () => prepare(rollout), { touches: environment });
      return undefined;
    case "shift": {
      const verdict = await whileHeld(rollout, step.percent);
      if (verdict !== undefined) return verdict;
      await rollout.vigil.begin();
      await driver.step(inRound(driver, `${environment}-shift-${step.percent}`), () => shift(rollout, step.percent), {
        touches: environment,
        facts: () => [{ type: "traffic-shifted", environment, version: artifact.version, percent: step.percent }],
      });
      rollout.vigil.shifted(step.percent);
      return undefined;
    }
    case "smoke":
      return smokeAt(rollout, step);
    case "watch":
      return watchAt(rollout, { point: `${step.percent}%`, forMs: step.forMs });
    case "finish":
      await driver.step(inRound(driver, `${environment}-finish`), () => target.finish(artifact).then(() => null), {
        touches: environment,
      });
      return undefined;
  }
}

type SmokeStep = Extract<RolloutStep, { do: "smoke" }>;

/** The smoke tests against one revision or the public address. A failure is a verdict at once (decision 11). */
async function smokeAt(rollout: Rollout, { on, percent }: SmokeStep): Promise<Verdict | undefined> {
  const point = `${percent}%`;
  const { environment, target } = rollout;
  const observation = await target.observe();
  const address =
    on === "candidate"
      ? candidateAddress(rollout.settings.smoke, observation, rollout.artifact)
      : { url: observation.url, headers: {} };
  const result = await smokeFact(rollout.context, environment, point, address);
  if (result.status === "passed") return undefined;
  const failed = result.checks.filter(({ status }) => status === "failed");
  return {
    trigger: "smoke-test-failure",
    reason: `Smoke tests failed at ${point} in ${environment}: ${result.failedTests.join(", ")}`,
    evidence: failed.map(({ category, name, detail }) => `${category}: ${name}: ${detail ?? "failed"}`),
  };
}

type SmokeFinished = Extract<FactBody, { type: "smoke-finished" }>;

/** Runs the smoke tests once a point; the result is a fact, so that a resumed run need not repeat them. */
export async function smokeFact(
  context: StageContext,
  environment: Environment,
  point: string,
  address: Address,
): Promise<SmokeFinished> {
  const { driver, config, clock, env, say } = context;
  let finished: SmokeFinished | undefined;
  await driver.step(
    inRound(driver, `${environment}-smoke-${point}`),
    () =>
      attended(context, async (signal) => {
        const own = environment === "development" ? {} : config.environments[environment].env;
        const result = await runSmoke(config.smoke, {
          ...smokePlace(config, environment, { env, headers: address.headers }),
          ...(await smokeScope(context, driver.record, point)),
          ...(await smokeCommands(context, { sha: driver.record.gatedSha, own })),
          baseUrl: address.url,
          clock,
          signal,
        });
        finished = { type: "smoke-finished", environment, point, ...context.scrub.value(result) };
        const all = result.categoriesPassed + result.categoriesFailed;
        say(
          `${environment}: smoke tests at ${point} ${result.status} (${result.categoriesPassed} of ${all} categories)`,
        );
        return { status: result.status };
      }),
    { facts: () => (finished === undefined ? [] : [finished]) },
  );
  const result = driver.record.smoke.findLast((run) => run.environment === environment && run.point === point);
  return required(result, `the smoke result at ${point}`);
}

/** Watches health and metrics; a recorded result is not measured again. */
export async function watchAt(rollout: Rollout, plan: WatchPlan): Promise<Verdict | undefined> {
  const { context, environment } = rollout;
  const { driver, clock } = context;
  const before = clock.now();
  // A verdict is latched together with what was seen; staging fails and a finished rollback escalates without one.
  const latches = driver.record.state === "production" || driver.record.state === "production_canary";
  const percentage = plan.point.endsWith("%") ? Number.parseFloat(plan.point) : undefined;
  let verdict: Verdict | undefined;
  let seen: Extract<FactBody, { type: "watched" }> | undefined;
  await driver.step(
    inRound(driver, `${environment}-watch-${plan.point}`),
    async () => {
      const result = await watchTraffic(rollout, plan);
      ({ watched: seen, verdict } = result);
      return { status: result.watched.status };
    },
    {
      facts: () => [
        ...(seen === undefined ? [] : [seen]),
        ...(verdict === undefined || !latches ? [] : [{ type: "verdict" as const, ...verdict }]),
        ...(percentage === undefined || !latches || seen === undefined
          ? []
          : [
              {
                type: "canary-step" as const,
                environment,
                percentage,
                smokeTests: "passed" as const,
                healthChecks: seen.healthChecks,
                durationMs: clock.now() - before,
              },
            ]),
      ],
    },
  );
  return verdict ?? latched(rollout, plan);
}

/** What a watch that was recorded before a death had found. */
function latched({ context, environment }: Rollout, plan: WatchPlan): Verdict | undefined {
  const { record } = context.driver;
  const known = record.watches.findLast((watch) => watch.environment === environment && watch.point === plan.point);
  if (known?.status !== "failed") return undefined;
  const trigger = record.verdict?.trigger ?? "error-rate-spike";
  return { trigger, reason: known.evidence[0] ?? "The watch failed", evidence: known.evidence };
}
