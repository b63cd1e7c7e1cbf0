import { p95Of } from "./percentile.ts";
import type { Clock, MonitorOptions, Sample } from "./port.ts";

export const BIN_MS = 1000;

export interface Probing {
  /** Requests a second. */
  readonly rate: number;
  readonly paths: readonly string[];
  readonly timeoutMs: number;
  readonly maxOpen: number;
}

interface Cell {
  requests: number;
  errors: number;
  /** Whole ms → count; the largest number for those that never ended. */
  readonly latencies: Map<number, number>;
}

/** Sends requests to one version at a steady rate and counts what came back, by the second in which they were sent. */
export class Prober {
  readonly #version: string;
  readonly #probing: Probing;
  readonly #options: MonitorOptions;
  readonly #clock: Clock;
  readonly #cells = new Map<number, Cell>();
  /** Bins of the probes that wait for an answer. */
  readonly #open = new Set<{ readonly bin: number }>();
  #nextBin = 0;
  #skipped = 0;

  constructor(version: string, probing: Probing, options: MonitorOptions) {
    this.#version = version;
    this.#probing = probing;
    this.#options = options;
    this.#clock = options.clock;
  }

  /** Probes until `over` is aborted. */
  async run(sinceMs: number, over: AbortSignal): Promise<void> {
    const everyMs = 1000 / this.#probing.rate;
    const under = new Set<Promise<void>>();
    for (let n = 0; !over.aborted; n += 1) {
      this.#nextBin = Math.floor((n * everyMs) / BIN_MS);
      const waitMs = sinceMs + n * everyMs - this.#clock.now();
      if (waitMs > 0) await this.#clock.sleep(waitMs, over).catch(() => undefined);
      if (over.aborted) break;
      // A second late: this process was asleep. Catching up would be a burst, not a steady rate.
      if (waitMs < -BIN_MS || this.#open.size >= this.#probing.maxOpen) {
        this.#skipped += 1;
        continue;
      }
      const probe = this.#probe(n, over);
      under.add(probe);
      void probe.finally(() => under.delete(probe));
    }
    await Promise.all(under);
  }

  /** How many bins, from the first, will not change any more. */
  completeBins(): number {
    return Math.min(this.#nextBin, ...Array.from(this.#open, ({ bin }) => bin));
  }

  sample(bin: number, slowMs: number): Sample {
    const cell = this.#cells.get(bin);
    if (cell === undefined) return { requests: 0, errors: 0, slow: 0 };
    let slow = 0;
    for (const [ms, count] of cell.latencies) if (ms > slowMs) slow += count;
    return { requests: cell.requests, errors: cell.errors, slow };
  }

  /** Over the bins `from` up to, not including, `to`. */
  p95Ms(from: number, to: number): number | undefined {
    const all = new Map<number, number>();
    for (const [bin, { latencies }] of this.#cells) {
      if (bin < from || bin >= to) continue;
      for (const [ms, count] of latencies) all.set(ms, (all.get(ms) ?? 0) + count);
    }
    return p95Of(all);
  }

  /** Forgets the bins before `bin`. */
  forget(bin: number): void {
    for (const old of this.#cells.keys()) if (old < bin) this.#cells.delete(old);
  }

  /** Probes that could not be sent since the last call. */
  takeSkipped(): number {
    const skipped = this.#skipped;
    this.#skipped = 0;
    return skipped;
  }

  async #probe(n: number, over: AbortSignal): Promise<void> {
    const { rate, paths } = this.#probing;
    const ticket = { bin: Math.floor(n / rate) };
    this.#open.add(ticket);
    const startedMs = this.#clock.now();
    const outcome = await this.#ask(paths[n % paths.length] ?? "/", over);
    this.#open.delete(ticket);
    // Ended in the middle: nobody asked any more.
    if (over.aborted) return;
    const tookMs = outcome === "timed-out" ? Number.MAX_SAFE_INTEGER : Math.ceil(this.#clock.now() - startedMs);
    const cell = this.#cells.get(ticket.bin) ?? { requests: 0, errors: 0, latencies: new Map<number, number>() };
    this.#cells.set(ticket.bin, cell);
    cell.requests += 1;
    if (outcome !== "ok") cell.errors += 1;
    cell.latencies.set(tookMs, (cell.latencies.get(tookMs) ?? 0) + 1);
  }

  async #ask(path: string, over: AbortSignal): Promise<"ok" | "error" | "timed-out"> {
    const timeout = new AbortController();
    const answered = new AbortController();
    void this.#clock.sleep(this.#probing.timeoutMs, AbortSignal.any([over, answered.signal])).then(
      () => timeout.abort(),
      () => undefined,
    );
    try {
      const response = await this.#options.fetch(new URL(path, this.#options.url), {
        headers: this.#options.headersFor(this.#version),
        redirect: "manual",
        signal: AbortSignal.any([over, timeout.signal]),
      });
      // To the end: an answer that breaks off is an error too.
      await response.arrayBuffer();
      return response.status >= 500 ? "error" : "ok";
    } catch {
      return timeout.signal.aborted ? "timed-out" : "error";
    } finally {
      answered.abort();
    }
  }
}
