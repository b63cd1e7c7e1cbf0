import { ReleaseFault } from "#faults";
import type { Observation } from "#targets";

import { attended, type StageContext } from "../context.ts";
import { failuresInARow } from "./look.ts";
import type { Rollout } from "./rollout-context.ts";

/** What serves: the revision with the most traffic that is not the candidate. */
export function servingBefore(observation: Observation, candidate: string): string | undefined {
  const others = observation.revisions.filter(({ version }) => version !== candidate);
  return others.toSorted((a, b) => b.percent - a.percent)[0]?.version;
}

/**
 * Ready before touching (decision 46): the target answers and can give these shares, and what serves before is known and
 * healthy, which is looked at as often as in any watch. A release that would have nothing good to go back to waits for
 * people, but a hotfix and an emergency are there to mend just that. Returns what serves before.
 */
export async function readyBefore(
  context: StageContext,
  { environment, target, settings }: Pick<Rollout, "environment" | "target" | "settings">,
  shares: readonly number[],
): Promise<string | undefined> {
  const { driver, clock, say } = context;
  const { plan, emergency } = driver.record;
  let seen = await target.check(shares);
  for (let looks = 1; ; looks += 1) {
    const previous = servingBefore(seen, plan.tag);
    if (!isIll(seen, previous)) return previous;
    say(`${environment}: ${previous}, which serves, is not healthy, ${looks} in a row`);
    if (looks >= failuresInARow) {
      const fault = nothingGood(environment, previous ?? "", driver.id);
      if (plan.releaseType !== "hotfix" && emergency === undefined) throw fault;
      driver.observe({ type: "warned", message: fault.message });
      return previous;
    }
    await attended(context, (signal) => clock.sleep(settings.healthEvery, signal));
    seen = await target.observe();
  }
}

/** What is kept at 0 % serves nobody, and may be down. */
function isIll({ revisions }: Observation, version: string | undefined): boolean {
  return revisions.some((one) => one.version === version && one.percent > 0 && !one.healthy);
}

function nothingGood(environment: string, previous: string, release: string): ReleaseFault {
  return new ReleaseFault(
    "remote",
    `${environment} is ill already: ${previous}, which serves, is not healthy, so there is nothing good to go back to`,
    {
      hint: `Bring it up first: release redeploy ${environment} --reason="…"   or go on all the same: release resume ${release} --emergency="…"`,
    },
  );
}
