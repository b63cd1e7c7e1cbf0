import { ReleaseFault } from "#faults";

import type { Rollout } from "./rollout-context.ts";

/**
 * Does a part of the deployment in what is left of `deploymentTimeout`; only such work counts, no waiting for evidence or
 * people (decision 37). Throws a `policy` fault when the time is over.
 */
export async function inTime(
  { context, environment, settings, work }: Rollout,
  signal: AbortSignal,
  act: (limit: AbortSignal) => Promise<void>,
): Promise<void> {
  const { clock } = context;
  const limitMs = "deploymentTimeout" in settings ? settings.deploymentTimeout : undefined;
  if (limitMs === undefined) return act(signal);
  const startedAt = clock.now();
  const fault = new ReleaseFault("policy", `Deploying to ${environment} took longer than ${limitMs / 1000} s`, {
    hint: "See what the platform waits for; more time: environments.production.deploymentTimeout.",
  });
  const late = new AbortController();
  const done = new AbortController();
  void clock.sleep(Math.max(0, limitMs - work.ms), done.signal).then(
    () => late.abort(fault),
    () => undefined,
  );
  try {
    await act(AbortSignal.any([signal, late.signal]));
    late.signal.throwIfAborted();
  } catch (thrown) {
    throw late.signal.aborted && !signal.aborted ? fault : thrown;
  } finally {
    done.abort();
    work.ms += clock.now() - startedAt;
  }
}
