import type { ReleaseRecord } from "#machine";

import { artifactOf, attended, failRelease, required, type StageContext, type StageEnd } from "../context.ts";
import { restoreStaging } from "../rollback/restore-staging.ts";
import { inRound } from "../rollout/in-round.ts";
import { smokeFact } from "../rollout/smoke-at.ts";

/** What staging showed is believed for so long after a wait (decision 22). */
export const believedForMs = 60 * 60_000;
const healthTries = 3;

/**
 * Whether staging has to be looked at again: the release left a queue or a window more than an hour after its last smoke
 * tests there. By the record alone, so that every process of a run finds the same.
 */
export function owesRecheck({ plan, smoke, queued, touched }: ReleaseRecord): boolean {
  const last = smoke.findLast(({ environment, status }) => environment === "staging" && status === "passed");
  if (plan.releaseType !== "standard" || touched.has("production") || last === undefined) return false;
  if (queued?.leftAt === undefined || queued.seq < last.seq) return false;
  return Date.parse(queued.leftAt) - Date.parse(last.at) > believedForMs;
}

/**
 * Staging once more, before production: it serves this version, is healthy, and passes its smoke tests. Another release
 * may have been there meanwhile; then this one is put there again. What fails ends the release.
 */
export async function recheckStaging(context: StageContext): Promise<StageEnd | undefined> {
  const { driver, say } = context;
  const round = required(driver.record.queued, "the wait").round;
  say("staging is checked again: it was verified more than an hour ago");
  await driver.takeEnvironment("staging");
  const problem = (await serveAgain(context, round)) ?? (await smokeAgain(context, round));
  if (problem === undefined) {
    driver.giveBackEnvironment("staging");
    return undefined;
  }
  if (driver.record.state === "staging") await restoreStaging(context);
  return failRelease(driver, {
    failureReason: problem,
    actionableFixSuggestions: [
      "Staging was fine when the release began to wait: what has changed there since?",
      "Fix forward and release the next version. Example: --version=patch",
    ],
  });
}

async function serveAgain(context: StageContext, round: number): Promise<string | undefined> {
  const { driver, clock, config } = context;
  const { tag } = driver.record.plan;
  const target = await context.target("staging");
  const artifact = artifactOf(context, tag, required(driver.record.tag, "the tag").sha);
  const seen = async () => (await target.observe()).revisions.find(({ version }) => version === tag);
  await driver.step(
    inRound(driver, `staging-serve-again-${round}`),
    () =>
      attended(context, async (signal) => {
        if ((await seen())?.percent === 100) return null;
        await target.prepare(artifact, signal);
        await target.shift(artifact, 100, signal);
        return null;
      }),
    {
      touches: "staging",
      facts: () => [{ type: "traffic-shifted", environment: "staging", version: tag, percent: 100 }],
    },
  );
  return attended(context, async (signal) => {
    for (let tries = 1; (await seen())?.healthy !== true; tries += 1) {
      if (tries === healthTries) return `${healthTries} health checks of ${tag} in staging failed after the wait`;
      await clock.sleep(config.environments.staging.healthEvery, signal);
    }
    return undefined;
  });
}

async function smokeAgain(context: StageContext, round: number): Promise<string | undefined> {
  const { url } = await (await context.target("staging")).observe();
  const result = await smokeFact(context, "staging", `staging again ${round}`, { url, headers: {} });
  return result.status === "passed"
    ? undefined
    : `Smoke tests failed in staging after the wait: ${result.failedTests.join(", ")}`;
}
