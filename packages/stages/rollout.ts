import { runSmoke } from "#smoke";
import type { Environment, FactBody, ReleaseRecord } from "#machine";
import { requireCapabilities, type Observation, type RolloutStep } from "#targets";

import { fateOf, isDismissed } from "./confirm-rollback.ts";
import { artifactOf, attended, required, type StageContext } from "./context.ts";
import { tryDeploying } from "./retry-deployment.ts";
import type { Rollout, Verdict } from "./rollout-context.ts";
import { stepsOf } from "./rollout-steps.ts";
import { candidateAddress, smokeCommands, smokePlace, smokeScope, type Address } from "./smoke-place.ts";
import { tidied } from "./tidy.ts";
import { openVigil } from "./vigil.ts";
import { whileMeasured } from "./baseline.ts";
import type { WatchPlan } from "./course.ts";
import { inTime } from "./deploy-time.ts";
import { halt } from "./halt.ts";
import { recordHotfixServed } from "./hotfix-served.ts";
import { isHeld } from "./look.ts";
import { dispositionOf } from "./question.ts";
import { watchTraffic } from "./watch.ts";

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
  requireCapabilities(strategy, target, settings.rolling);
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
export function watched(begun: Omit<Rollout, "vigil" | "work">): Rollout {
  const rollout = { ...begun, work: { ms: 0 } };
  let watchMs = rollout.settings.watch;
  for (const step of stepsOf(rollout)) if (step.do === "watch") watchMs += step.forMs;
  return { ...rollout, vigil: openVigil(rollout, watchMs) };
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
  return attended(context, (signal) => {
    const start = (limit: AbortSignal) =>
      tryDeploying(context, limit, () => target.prepare(artifact, limit, count));
    return whileMeasured(rollout, () => inTime(rollout, signal, start), signal);
  });
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

type SmokeStep = Extract<RolloutStep, { do: "smoke" }>;

/**
 * The smoke tests against one revision or the public address. A failure is a verdict at once, or halts: then they run
 * again at this share after each `promote`, and have to be green (decision 11).
 */
async function smokeAt(rollout: Rollout, { on, percent }: SmokeStep): Promise<Verdict | undefined> {
  const { context, environment, target } = rollout;
  for (let round = 1; ; round += 1) {
    const point = round === 1 ? `${percent}%` : `${percent}% (${round})`;
    const observation = await target.observe();
    const address =
      on === "candidate"
        ? candidateAddress(rollout.settings.smoke, observation, rollout.artifact)
        : { url: observation.url, headers: {} };
    const result = await smokeFact(context, environment, point, address);
    if (result.status === "passed" || isDismissed(context.driver.record, result)) return undefined;
    const failed = smokeVerdict(environment, result);
    if (dispositionOf(rollout, failed, percent) === "go-back") return failed;
    const isRetried = context.driver.record.smoke.some((run) => run.point === `${percent}% (${round + 1})`);
    const verdict = isRetried ? undefined : await halt(rollout, failed, percent);
    if (verdict !== undefined) return verdict;
  }
}

function smokeVerdict(environment: Environment, { checks, failedTests, point }: SmokeResult): Verdict {
  const failed = checks.filter(({ status }) => status === "failed");
  return {
    trigger: "smoke-test-failure",
    reason: `Smoke tests failed at ${point} in ${environment}: ${failedTests.join(", ")}`,
    evidence: failed.map(({ category, name, detail }) => `${category}: ${name}: ${detail ?? "failed"}`),
  };
}

type SmokeFinished = Extract<FactBody, { type: "smoke-finished" }>;
type SmokeResult = ReleaseRecord["smoke"][number];

/** Runs the smoke tests once a point; the result is a fact, so that a resumed run need not repeat them. */
export async function smokeFact(
  context: StageContext,
  environment: Environment,
  point: string,
  address: Address,
): Promise<SmokeResult> {
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
  let fate: FactBody | undefined;
  let seen: Extract<FactBody, { type: "watched" }> | undefined;
  await driver.step(
    inRound(driver, `${environment}-watch-${plan.point}`),
    async () => {
      const result = await watchTraffic(rollout, plan);
      ({ watched: seen, verdict } = result);
      if (verdict !== undefined && latches) fate = await fateOf(context, verdict);
      return { status: result.watched.status };
    },
    {
      facts: () => [
        ...(seen === undefined ? [] : [seen]),
        ...(fate === undefined ? [] : [fate]),
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
  if (known?.status !== "failed" || isDismissed(record, known)) return undefined;
  const trigger = record.verdict?.trigger ?? "error-rate-spike";
  return { trigger, reason: known.evidence[0] ?? "The watch failed", evidence: known.evidence };
}
