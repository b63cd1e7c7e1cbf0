import type { Failure } from "#machine";
import type { DevelopmentSettings, GateContext } from "./context.ts";

const pollEveryMs = 100;
/** Of one question whether the application is ready. */
const healthTimeoutMs = 2_000;

/** Who asks, and what people are told when nobody answers. */
export interface Asked extends Pick<GateContext, "clock" | "fetch" | "signal"> {
  /** How it came to run. */
  readonly how: string;
  readonly advice: string;
  readonly redirect?: "manual";
  readonly lastWords?: () => string;
}

/** Waits until `url` answers 2xx; the reason when it did not in time. */
export async function healthyOr(
  url: string,
  { timeout, health }: Pick<DevelopmentSettings, "timeout" | "health">,
  { clock, fetch, signal, how, advice, redirect, lastWords = () => "" }: Asked,
): Promise<Failure | undefined> {
  const until = clock.now() + timeout;
  let last = "it never answered";
  while (clock.now() < until) {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(healthTimeoutMs)]);
    try {
      const response = await fetch(url, { signal: limit, ...(redirect === undefined ? {} : { redirect }) });
      await response.body?.cancel();
      if (response.ok) return undefined;
      last = `it answered ${response.status}`;
    } catch {
      signal.throwIfAborted();
    }
    await clock.sleep(pollEveryMs, signal);
  }
  const words = lastWords();
  return {
    title: `The application was not healthy within ${Math.round(timeout / 1000)} s`,
    detail: `GET ${health}: ${last}. ${how}${words === "" ? "" : `\nIts last lines:\n${words}`}`,
    suggestion: advice,
  };
}
