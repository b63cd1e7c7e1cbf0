import { asFault } from "#faults";
import type { Journal } from "#journal";
import type { Environment, ReleaseRecord } from "#machine";
import type { Target } from "#targets";

import { attended, type StageContext } from "../context.ts";
import { configHere, openTarget, type Surroundings } from "../open.ts";

const environments = ["staging", "production"] as const satisfies readonly Environment[];

/** Takes down what was kept long enough, before a rollout. That it cannot be taken down stops no release. */
export async function tidied(context: StageContext, environment: Environment, target: Target): Promise<void> {
  try {
    await attended(context, (signal) => target.tidy(signal));
  } catch (thrown) {
    context.signal.throwIfAborted();
    context.say(`${environment}: ${leftUp(thrown)}`);
  }
}

/** The same at a look of the watchdog, where nobody drives a release: not all targets tell two hands apart. */
export async function tidyTargets(
  {
    surroundings,
    journal,
  }: {
    readonly surroundings: Pick<Surroundings, "cwd" | "env" | "clock" | "signal" | "say">;
    readonly journal: Pick<Journal, "environmentHolder">;
  },
  releases: readonly { readonly record: Pick<ReleaseRecord, "touched" | "restored"> }[],
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
