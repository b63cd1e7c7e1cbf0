import { setTimeout as pause } from "node:timers/promises";

import type { Clock } from "../port.ts";

/** Time that passes only when told to; between steps, real answers may arrive. */
export class ManualClock implements Clock {
  #now = 0;
  #sleepers: { readonly atMs: number; readonly wake: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(new Error("aborted"));
      const sleeper = { atMs: this.#now + ms, wake: resolve };
      this.#sleepers.push(sleeper);
      signal?.addEventListener("abort", () => {
        this.#sleepers = this.#sleepers.filter((one) => one !== sleeper);
        reject(new Error("aborted"));
      });
    });
  }

  /** Lets `ms` pass; `settled` waits for what each moment set in motion. */
  async pass(ms: number, settled: () => Promise<void>): Promise<void> {
    const untilMs = this.#now + ms;
    for (;;) {
      await settled();
      const next = this.#sleepers.toSorted((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined || next.atMs > untilMs) break;
      this.#now = Math.max(this.#now, next.atMs);
      this.#sleepers = this.#sleepers.filter((one) => one !== next);
      next.wake();
    }
    this.#now = untilMs;
    await settled();
  }
}

/** Time and requests that a test can wait for. */
export interface ProbedWorld {
  readonly clock: ManualClock;
  readonly fetch: typeof fetch;
  /** Waits until no request is under way, but for `hanging` ones. */
  readonly settled: () => Promise<void>;
  hanging: number;
}

/** A clock that stands, and a `fetch` whose requests are counted. */
export function world(): ProbedWorld {
  const clock = new ManualClock();
  let open = 0;
  const counted: typeof fetch = async (...request) => {
    open += 1;
    try {
      const response = await fetch(...request);
      const body = await response.arrayBuffer();
      return new Response(body, { status: response.status });
    } finally {
      open -= 1;
    }
  };
  const made: ProbedWorld = {
    clock,
    fetch: counted,
    hanging: 0,
    settled: async () => {
      for (let quiet = 0; quiet < 5; quiet = open > made.hanging ? 0 : quiet + 1)
        await pause(open > made.hanging ? 2 : 0);
    },
  };
  return made;
}
