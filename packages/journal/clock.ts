import { uptime } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "./port.ts";
import type { Store } from "./store.ts";

/** The machine's clocks: whichever says that more time has passed, since one of them stops while a laptop sleeps. */
export function systemClock(): Clock {
  const startedMs = performance.now();
  const bootedMs = uptime() * 1000;
  return {
    monotonicMs: () => Math.max(performance.now() - startedMs, uptime() * 1000 - bootedMs - 1000),
    sleep: (ms, signal, options) =>
      wait(ms, undefined, { ...(signal === undefined ? {} : { signal }), ref: options?.background !== true }),
  };
}

/** A store with the forge's clock between two looks at it. */
export class ForgeTime {
  readonly store: Store;
  readonly clock: Clock;
  readonly #slowMs: number;
  #anchor = { forgeMs: 0, localMs: 0 };

  constructor(store: Store, clock: Clock, ttlMs: number) {
    this.store = store;
    this.clock = clock;
    this.#slowMs = ttlMs / 4;
  }

  /** Looks at the store and sets the clock by its answer. */
  async look(prefixes: readonly string[]): Promise<Awaited<ReturnType<Store["look"]>>> {
    for (let attempt = 1; ; attempt += 1) {
      // Counted from before the question: a clock that is ahead makes a lease look younger, which is the safe side.
      const localMs = this.clock.monotonicMs();
      const sight = await this.store.look(prefixes);
      this.#anchor = { forgeMs: sight.nowMs, localMs };
      // An answer that took long (a paused process) would put the clock ahead by as much.
      if (this.clock.monotonicMs() - localMs <= this.#slowMs || attempt === 3) return sight;
    }
  }

  /** The forge's clock now. Only after a `look`. */
  nowMs(): number {
    return this.#anchor.forgeMs + (this.clock.monotonicMs() - this.#anchor.localMs);
  }
}
