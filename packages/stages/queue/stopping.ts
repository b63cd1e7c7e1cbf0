import type { JournalOptions } from "#journal";

import type { StageClock } from "../context.ts";

/** How long appends and the return of leases may still take once a command was told to stop. */
const graceMs = 5_000;

/** Follows `signal` after a grace: for what must come to its end, so that the next driver need not wait for a lease. */
export function afterGrace(signal: AbortSignal): AbortSignal {
  const late = new AbortController();
  const begin = () => {
    // Keeps no process alive that has nothing else to do.
    setTimeout(() => late.abort(signal.reason), graceMs).unref();
  };
  if (signal.aborted) begin();
  else signal.addEventListener("abort", begin, { once: true });
  return late.signal;
}

/** The same clock, whose every wait ends when `signal` is aborted. */
export function stoppable(clock: StageClock, signal: AbortSignal): StageClock {
  return { now: () => clock.now(), sleep: (ms, own) => clock.sleep(ms, either(own, signal)) };
}

/** The same for a journal's clock. */
export function stoppableJournal(
  clock: NonNullable<JournalOptions["clock"]>,
  signal: AbortSignal,
): NonNullable<JournalOptions["clock"]> {
  return {
    monotonicMs: () => clock.monotonicMs(),
    sleep: (ms, own, options) => clock.sleep(ms, either(own, signal), options),
  };
}

/** The same `fetch`, whose requests end when `signal` is aborted. */
export function stoppableFetch(fetch: typeof globalThis.fetch, signal: AbortSignal): typeof globalThis.fetch {
  return (input, init) => fetch(input, { ...init, signal: either(init?.signal ?? undefined, signal) });
}

function either(own: AbortSignal | undefined, signal: AbortSignal): AbortSignal {
  return own === undefined ? signal : AbortSignal.any([own, signal]);
}
