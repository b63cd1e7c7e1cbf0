import { runSmoke } from "#smoke";
import type { Environment, FactBody, ReleaseRecord } from "#machine";
import type { RolloutStep } from "#targets";

import { attended, required, type StageContext } from "../context.ts";
import { halt } from "./halt.ts";
import { inRound } from "./in-round.ts";
import { dispositionOf, isSpared } from "./question.ts";
import type { Rollout, Verdict } from "./rollout-context.ts";
import { isWatchedDuringSmoke, ProvedBadError, watchDuringSmoke } from "./smoke-watch.ts";
import { candidateAddress, smokeCommands, smokePlace, smokeScope, type Address } from "./smoke-place.ts";

type SmokeStep = Extract<RolloutStep, { do: "smoke" }>;

/**
 * The smoke tests against one revision or the public address. A failure is a verdict at once, or halts: then they run
 * again at this share after each `promote`, and have to be green (decision 11).
 */
export async function smokeAt(rollout: Rollout, { on, percent }: SmokeStep): Promise<Verdict | undefined> {
  const { context, environment, target } = rollout;
  for (let round = 1; ; round += 1) {
    const point = round === 1 ? `${percent}%` : `${percent}% (${round})`;
    const observation = await target.observe();
    const address =
      on === "candidate"
        ? candidateAddress(rollout.settings.smoke, observation, rollout.artifact)
        : { url: observation.url, headers: {} };
    const watch = isWatchedDuringSmoke(context.driver.record, percent) ? watchDuringSmoke(rollout, point) : undefined;
    const back = (verdict: Verdict) => dispositionOf(rollout, verdict, percent) === "go-back";
    const also = (result: SmokeFinished): readonly FactBody[] => {
      const verdict = result.status === "failed" ? smokeVerdict(environment, result) : undefined;
      return watch === undefined || verdict === undefined || !back(verdict) ? [] : watch.facts(verdict);
    };
    let result: SmokeResult;
    try {
      result = await smokeFact(context, environment, point, {
        ...address,
        also,
        ...(watch === undefined ? {} : { attend: watch.attend }),
      });
    } catch (thrown) {
      if (!(thrown instanceof ProvedBadError)) throw thrown;
      const verdict = context.scrub.value(thrown.verdict);
      context.say(`${environment}: smoke tests at ${point} were stopped: ${verdict.reason}`);
      context.driver.observe(...(watch?.facts(verdict) ?? []));
      return verdict;
    }
    if (result.status === "passed" || isSpared(context.driver.record, result)) return undefined;
    const failed = smokeVerdict(environment, result);
    if (back(failed)) return failed;
    const isRetried = context.driver.record.smoke.some((run) => run.point === `${percent}% (${round + 1})`);
    const verdict = isRetried ? undefined : await halt(rollout, failed, percent);
    if (verdict !== undefined) return verdict;
  }
}

function smokeVerdict(environment: Environment, { checks, failedTests, point }: SmokeFinished): Verdict {
  const failed = checks.filter(({ status }) => status === "failed");
  return {
    trigger: "smoke-test-failure",
    reason: `Smoke tests failed at ${point} in ${environment}: ${failedTests.join(", ")}`,
    evidence: failed.map(({ category, name, detail }) => `${category}: ${name}: ${detail ?? "failed"}`),
  };
}

type SmokeFinished = Extract<FactBody, { type: "smoke-finished" }>;
type SmokeResult = ReleaseRecord["smoke"][number];

interface SmokeWhere extends Address {
  /** How people are listened to while they run. */
  readonly attend?: typeof attended;
  /** What else is recorded with the result. */
  readonly also?: (result: SmokeFinished) => readonly FactBody[];
}

/** Runs the smoke tests once a point; the result is a fact, so that a resumed run need not repeat them. */
export async function smokeFact(
  context: StageContext,
  environment: Environment,
  point: string,
  { attend = attended, also = () => [], ...address }: SmokeWhere,
): Promise<SmokeResult> {
  const { driver, config, clock, env, say } = context;
  let finished: SmokeFinished | undefined;
  await driver.step(
    inRound(driver, `${environment}-smoke-${point}`),
    () =>
      attend(context, async (signal) => {
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
    { facts: () => (finished === undefined ? [] : [finished, ...also(finished)]) },
  );
  const result = driver.record.smoke.findLast((run) => run.environment === environment && run.point === point);
  return required(result, `the smoke result at ${point}`);
}
