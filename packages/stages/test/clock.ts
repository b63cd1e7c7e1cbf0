import type { StageClock } from "../context.ts";

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock whose time passes only when everybody sleeps: hours take milliseconds, and the same ones each time. */
export function virtualClock(startMs: number): StageClock {
  let now = startMs;
  let sleepers: readonly Sleeper[] = [];
  let isDue = false;
  const pass = () => {
    isDue = false;
    const [first] = sleepers.toSorted((a, b) => a.at - b.at);
    if (first === undefined) return;
    sleepers = sleepers.filter((one) => one !== first);
    now = Math.max(now, first.at);
    first.wake();
    arrange();
  };
  const arrange = () => {
    if (isDue || sleepers.length === 0) return;
    isDue = true;
    setImmediate(pass);
  };
  return {
    now: () => now,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      await new Promise<void>((resolve, reject) => {
        const stop = () => {
          sleepers = sleepers.filter((one) => one !== sleeper);
          reject(signal?.reason instanceof Error ? signal.reason : new Error("stopped"));
        };
        const wake = () => {
          signal?.removeEventListener("abort", stop);
          resolve();
        };
        const sleeper = { at: now + ms, wake };
        sleepers = [...sleepers, sleeper];
        signal?.addEventListener("abort", stop, { once: true });
        arrange();
      });
    },
  };
}
