import { asFault, ReleaseFault } from "#faults";
import { LostLeaseError, NewsError } from "#journal";
import type { Target } from "#targets";

import { attended, type StageContext } from "../context.ts";

/** All production traffic to `version`, confirmed by reading the platform. Safe to repeat: a death may leave it done but unrecorded. */
export async function revertTraffic(context: StageContext, target: Target, version: string | undefined): Promise<void> {
  const { driver, clock, say } = context;
  if (version === undefined) {
    const { plan } = driver.record;
    const named = plan.previousTag ?? `of ${plan.tag}`;
    throw new ReleaseFault("policy", `Cannot rollback, previous version ${named} not deployed`, {
      hint: `The first release of an environment has nothing to go back to. By hand: ${target.manual(plan.tag).join("; ")}`,
    });
  }
  const startedAt = clock.now();
  await driver.step(
    "revert-traffic",
    async () => {
      await attended(context, (signal) => target.rollback(version, signal));
      const serving = (await target.observe()).revisions.find((revision) => revision.version === version);
      if (serving?.percent !== 100)
        throw new ReleaseFault("remote", `${version} has ${serving?.percent ?? 0} % of traffic after the rollback`, {
          hint: `By hand: ${target.manual(version).join("; ")}`,
        });
      return { to: version };
    },
    {
      touches: "production",
      // The rollback of a release that is over has no deployment of its own: it is the other record that shifted.
      facts: () =>
        driver.record.deployments.has("production")
          ? [{ type: "traffic-shifted", environment: "production", version: driver.record.plan.tag, percent: 0 }]
          : [],
    },
  );
  say(`production: all traffic is back on ${version} after ${((clock.now() - startedAt) / 1000).toFixed(1)} s`);
}

/**
 * A deployment that broke goes back in the process that saw it, too (decision 16): a fresh runner would cost a minute. What
 * the platform refuses is no fault here, since `rolled_back` tries again and calls people.
 */
export async function revertHere(context: StageContext): Promise<void> {
  const previous = context.driver.record.deployments.get("production")?.previous;
  if (previous === undefined) return;
  try {
    await revertTraffic(context, await context.target("production"), previous);
  } catch (thrown) {
    if (thrown instanceof NewsError || thrown instanceof LostLeaseError) throw thrown;
    const fault = asFault(thrown);
    if (fault.code === "bug" || context.signal.aborted) throw thrown;
    context.say(`traffic is not back yet: ${fault.message}`);
  }
}
