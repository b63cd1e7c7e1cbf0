import { asFault } from "#faults";
import type { StoredRelease } from "#journal";
import type { Target } from "#targets";

import { attended, type StageContext } from "./context.ts";
import { configHere, openTarget, type Workplace } from "./open.ts";

const environments = ["staging", "production"] as const;
type Deployed = (typeof environments)[number];

/** Takes down what was kept long enough, before a rollout. That it cannot be taken down stops no release. */
export async function tidied(context: StageContext, environment: Deployed, target: Target): Promise<void> {
  try {
    await attended(context, (signal) => target.tidy(signal));
  } catch (thrown) {
    context.signal.throwIfAborted();
    context.say(`${environment}: ${leftUp(thrown)}`);
  }
}

/** The same at a look of the watchdog, where nobody drives a release: not all targets tell two hands apart. */
export async function tidyTargets(
  { surroundings, journal }: Workplace,
  releases: readonly StoredRelease[],
): Promise<void> {
  const { cwd: workDirectory, env, clock, signal, say } = surroundings;
  const { config } = await configHere(workDirectory);
  for (const environment of environments) {
    if (releases.some(({ record: { touched, restored } }) => touched.has(environment) && !restored.has(environment)))
      continue;
    if ((await journal.environmentHolder(environment)) !== undefined) continue;
    // Where nothing is said of it, nothing is deployed to it.
    if (Object.keys(config.environments[environment].settings).length === 0) continue;
    try {
      const target = await openTarget(config, environment, { workDirectory, env, clock, signal });
      await target.tidy(signal);
    } catch (thrown) {
      signal.throwIfAborted();
      say(`${environment}: ${leftUp(thrown)}`);
    }
  }
}

function leftUp(thrown: unknown): string {
  return `a version that was rolled back may be up for longer than it should: ${asFault(thrown).message}`;
}
