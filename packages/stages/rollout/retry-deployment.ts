import { asFault } from "#faults";
import { duration } from "#report";

import type { StageContext } from "../context.ts";

interface Trying extends Pick<StageContext, "clock" | "say"> {
  readonly driver: Pick<StageContext["driver"], "observe">;
  readonly config: Pick<StageContext["config"], "onFailure">;
}

/**
 * Tries an effect on a target again where the configuration wants that, and where the platform is to blame: what a
 * judgement or a person ended is never tried again. Each try is told in the record. The effect must be convergent.
 */
export async function tryDeploying(
  { driver, config, clock, say }: Trying,
  signal: AbortSignal,
  effect: () => Promise<unknown>,
): Promise<void> {
  const { times, delay } = config.onFailure.retry;
  for (let failures = 1; ; failures += 1) {
    try {
      await effect();
      return;
    } catch (thrown) {
      const fault = asFault(thrown);
      if (signal.aborted || fault.code !== "remote" || failures > times) throw thrown;
      const message = `${fault.message}; tried again in ${duration(delay)} (${failures} of ${times})`;
      driver.observe({ type: "warned", message });
      say(message);
      await clock.sleep(delay, signal);
    }
  }
}
