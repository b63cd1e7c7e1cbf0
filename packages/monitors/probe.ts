import { z } from "zod";

import { ReleaseFault } from "#faults";

import type { Bin, Clock, Monitor, MonitorOptions, Reading, Watch } from "./port.ts";
import { BIN_MS, Prober } from "./prober.ts";
import { parseSettings } from "./settings.ts";

/** Nothing new for this long beyond the time-out of a probe: the prober itself is stuck. */
const STALE_AFTER_MS = 10_000;

const settingsSchema = z.strictObject({
  /** Requests a second, to each version. */
  rate: z.number().positive().max(100).default(1),
  /** Paths asked in turn. */
  paths: z.array(z.string().startsWith("/")).min(1).default(["/"]),
  /** No answer within this time is an error, and slow. */
  timeoutMs: z.number().int().positive().max(60_000).default(5000),
  /** At most so many unanswered requests to each version; more are not sent, and said so. */
  maxOpen: z.number().int().positive().default(5),
});

/** A second, and the answers of what was sent in it. */
export function seenAfterMs(settings: Readonly<Record<string, unknown>>): number {
  return BIN_MS + probingOf(settings).timeoutMs;
}

function probingOf(settings: Readonly<Record<string, unknown>>): z.infer<typeof settingsSchema> {
  return parseSettings("probe", settingsSchema, settings, '{rate: 1, paths: ["/", "/api/products"]}');
}

/** Asks both versions itself, at a steady rate: evidence for services that few clients use. */
export function createMonitor(settings: Readonly<Record<string, unknown>>, options: MonitorOptions): Monitor {
  const probing = probingOf(settings);
  return {
    name: "probe",
    measures: ["errors", "latency"],
    begin: async ({ canary, baseline, slowMs, signal }) => {
      if (baseline !== undefined) for (const version of [canary, baseline]) requirePin(version, options);
      const staleAfterMs = probing.timeoutMs + STALE_AFTER_MS;
      return new ProbeWatch({
        canary: new Prober(canary, probing, options),
        baseline: baseline === undefined ? undefined : new Prober(baseline, probing, options),
        clock: options.clock,
        slowMs,
        staleAfterMs,
        signal,
      });
    },
  };
}

/** Without it the balancer would choose who answers, and the errors of one version would be counted for the other. */
function requirePin(version: string, { headersFor }: MonitorOptions): void {
  if (Object.keys(headersFor(version)).length > 0) return;
  throw new ReleaseFault(
    "config",
    `The monitor "probe" cannot ask ${version} alone: the target names no header for it`,
    {
      hint: 'Let the target pin requests to a version (docs/targets.md), or use another monitor, like monitor: "prometheus".',
    },
  );
}

interface ProbeWatchOptions {
  readonly canary: Prober;
  readonly baseline: Prober | undefined;
  readonly clock: Clock;
  readonly slowMs: number;
  readonly staleAfterMs: number;
  readonly signal: AbortSignal;
}

class ProbeWatch implements Watch {
  readonly #options: ProbeWatchOptions;
  readonly #probers: readonly Prober[];
  readonly #ended = new AbortController();
  readonly #running: Promise<unknown>;
  readonly #sinceMs: number;
  #from = 0;

  constructor(options: ProbeWatchOptions) {
    const { canary, baseline, clock, signal } = options;
    this.#options = options;
    this.#probers = baseline === undefined ? [canary] : [canary, baseline];
    this.#sinceMs = clock.now();
    const over = AbortSignal.any([signal, this.#ended.signal]);
    this.#running = Promise.all(this.#probers.map((prober) => prober.run(this.#sinceMs, over)));
  }

  read(): Promise<Reading> {
    const from = this.#from;
    const passed = Math.floor((this.#options.clock.now() - this.#sinceMs) / BIN_MS);
    const to = Math.min(passed, ...this.#probers.map((prober) => prober.completeBins()));
    if (to <= from) return Promise.resolve(this.#nothingNew());
    this.#from = to;
    const { canary, baseline, slowMs } = this.#options;
    const bins = Array.from({ length: to - from }, (_, index): Bin => {
      const bin = from + index;
      const nobody = { requests: 0, errors: 0, slow: 0 };
      return { t: bin * BIN_MS, canary: canary.sample(bin, slowMs), baseline: baseline?.sample(bin, slowMs) ?? nobody };
    });
    const p95Ms = canary.p95Ms(from, to);
    const data = { bins, ...(p95Ms === undefined ? {} : { p95Ms }) };
    let skipped = 0;
    for (const prober of this.#probers) {
      prober.forget(to);
      skipped += prober.takeSkipped();
    }
    if (skipped > 0) {
      const reason = `${skipped} probes were not sent: too many still wait for an answer, or this process was asleep`;
      return Promise.resolve({ state: "partial", ...data, reason });
    }
    if (bins.every((bin) => bin.canary.requests + bin.baseline.requests === 0)) {
      return Promise.resolve({ state: "no-data", reason: "no probe was due" });
    }
    return Promise.resolve({ state: "data", ...data });
  }

  async end(): Promise<void> {
    this.#ended.abort();
    await this.#running;
  }

  #nothingNew(): Reading {
    const ageMs = this.#options.clock.now() - this.#sinceMs - this.#from * BIN_MS;
    if (ageMs > this.#options.staleAfterMs)
      return { state: "stale", ageMs, reason: `no probe was settled for ${Math.round(ageMs / 1000)} s` };
    return { state: "no-data", reason: "no second is complete since the last read" };
  }
}
