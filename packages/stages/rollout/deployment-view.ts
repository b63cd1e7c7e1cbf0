import { asFault } from "#faults";
import { isHostRun, type DeploymentState } from "#forge";

import type { StageContext } from "../context.ts";
import type { Rollout } from "./rollout-context.ts";

interface Shown {
  readonly environment: "staging" | "production";
  readonly state: DeploymentState;
  readonly sha: string;
  readonly description: string;
  /** Where what was deployed can be seen. */
  readonly environmentUrl?: string | undefined;
  /** What another version is from now on: it gave way, or serves again. */
  readonly other?: { readonly version: string; readonly state: "inactive" | "success" } | undefined;
}

/** The host's own deployment object once it is over: a view for people, whose failure stops nothing (decision 25). */
export async function showDeployment(context: StageContext, shown: Shown): Promise<void> {
  const { driver } = context;
  const step = shown.environment === "production" ? "deployment-view" : `deployment-view-${shown.environment}`;
  await driver.step(step, async () => ((await show(context, shown)) ? "shown" : "not shown"));
}

/** A code host that is slow or down keeps no version from starting. */
const beginningWithinMs = 3_000;

/** The same while the version starts, inside the step that starts it: done again after a death, as that is. */
export async function showBeginning({ context, environment, artifact }: Rollout): Promise<void> {
  const { sha, version } = artifact;
  const shown = show(context, { environment, state: "in_progress", sha, description: `${version} is starting` });
  const over = new AbortController();
  const late = context.clock.sleep(beginningWithinMs, over.signal);
  // Stopped meanwhile: whoever starts it says so.
  await Promise.race([shown, late]).catch(() => undefined);
  over.abort();
  await late.catch(() => undefined);
}

/** Where an environment is reached, as its platform says; nothing where it does not. */
export async function addressOf({ target }: Pick<Rollout, "target">): Promise<string | undefined> {
  const url = await target.observe().then(
    (seen) => seen.url,
    () => undefined,
  );
  return url !== undefined && /^https?:\/\//.test(url) ? url : undefined;
}

async function show(context: StageContext, { other, environmentUrl, ...wanted }: Shown): Promise<boolean> {
  const { forge, driver } = context;
  const { tag } = driver.record.plan;
  const run = driver.facts.findLast(({ prev }) => prev !== "")?.run.id ?? "";
  const log = isHostRun(run) ? { logUrl: `${forge.webUrl}/actions/runs/${run}` } : {};
  const { environment } = wanted;
  try {
    const url = environmentUrl === undefined ? {} : { environmentUrl };
    await forge.ensureDeployment({ ...wanted, release: tag, ...log, ...url });
    if (other !== undefined) {
      const { version: release, state } = other;
      const description = state === "inactive" ? `${tag} serves instead` : `serves again instead of ${tag}`;
      await forge.markDeployment({ environment, release, state, description, ...log });
    }
    return true;
  } catch (thrown) {
    if (context.signal.aborted) throw thrown;
    const message = `The deployment could not be shown on the code host: ${asFault(thrown).message}`;
    driver.observe({ type: "warned", message: context.scrub.text(message) });
    return false;
  }
}
