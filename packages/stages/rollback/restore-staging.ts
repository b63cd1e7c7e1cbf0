import type { Fact, ReleaseRecord } from "#machine";
import type { Target } from "#targets";

import { attended, type StageContext } from "../context.ts";
import { inRound } from "../rollout/in-round.ts";

/**
 * Staging returns to its last good version when a release fails after touching it (decision 34), by whatever road it
 * failed: its own verdict, an abort, a time-out, or a death. Does nothing when that was done, or was never needed.
 */
export async function restoreStaging(context: StageContext): Promise<void> {
  const { driver, clock, say } = context;
  const previous = owedToStaging(driver);
  if (previous === undefined) return;
  await driver.takeEnvironment("staging");
  const target = await context.target("staging");
  const startedAt = clock.now();
  const { to } = await driver.step(
    inRound(driver, "restore-staging"),
    async () => {
      const other = await takenOver(context, target, previous);
      if (other !== undefined) return { to: other };
      await attended(context, (signal) => target.rollback(previous, signal));
      return { to: previous };
    },
    {
      touches: "staging",
      facts: (done) => [
        {
          type: "traffic-reverted",
          environment: "staging",
          to: done.to,
          status: "passed",
          durationMs: clock.now() - startedAt,
        },
      ],
    },
  );
  driver.giveBackEnvironment("staging");
  say(to === previous ? `staging is back on ${to}` : `staging stays on ${to}, which came after`);
}

/** The version of another release that has staging to itself: while this one waited, it gave the environment away. */
async function takenOver({ driver }: StageContext, target: Target, previous: string): Promise<string | undefined> {
  const serving = (await target.observe()).revisions.find(({ percent }) => percent === 100)?.version;
  return serving === driver.record.plan.tag || serving === previous ? undefined : serving;
}

/** The version that staging has to go back to when this release fails; `undefined` when there is nothing to put back. */
export function owedToStaging({
  record,
  facts,
}: {
  readonly record: ReleaseRecord;
  readonly facts: readonly Fact[];
}): string | undefined {
  if (!record.touched.has("staging") || isRestored(facts)) return undefined;
  return record.deployments.get("staging")?.previous;
}

/** Whether nothing touched staging since it was put back. */
function isRestored(facts: readonly Fact[]): boolean {
  const last = facts.findLast(
    (fact) =>
      (fact.type === "traffic-reverted" && fact.environment === "staging") ||
      (fact.type === "step-intended" && fact.touches === "staging" && !/\/restore-staging/.test(fact.step)),
  );
  return last?.type === "traffic-reverted";
}
