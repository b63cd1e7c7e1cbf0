import type { Fact, ReleaseRecord } from "#machine";

import { attended, type StageContext } from "./context.ts";
import { inRound } from "./rollout.ts";

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
  await driver.step(
    inRound(driver, "restore-staging"),
    async () => {
      await attended(context, (signal) => target.rollback(previous, signal));
      return { to: previous };
    },
    {
      touches: "staging",
      facts: () => [
        {
          type: "traffic-reverted",
          environment: "staging",
          to: previous,
          status: "passed",
          durationMs: clock.now() - startedAt,
        },
      ],
    },
  );
  driver.giveBackEnvironment("staging");
  say(`staging is back on ${previous}`);
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
