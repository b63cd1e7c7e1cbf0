import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

import { p95Of } from "./percentile.ts";
import type { Bin, Monitor, MonitorOptions, Reading, Sample, Watch } from "./port.ts";
import { parseSettings } from "./settings.ts";

const ANSWER_TIMEOUT_MS = 5000;
/** The platform closes a second at most 10 s late; later than this, it is not counting any more. */
const STALE_AFTER_MS = 15_000;

const settingsSchema = z.strictObject({
  /** The directory of the `local` target whose counters are read. */
  directory: z.string().min(1),
  /** Names the client of a request that has no trace; one without it is known by its address. */
  clientHeader: z
    .string()
    .regex(/^[\w-]+$/, "must be the name of a request header, like x-client-id")
    .toLowerCase()
    .default("x-client-id"),
});

const addressSchema = z.object({ adminPort: z.number().int(), token: z.string() });

const cell = z.object({ requests: z.number(), errors: z.number(), slow: z.number() });
const countersSchema = z.object({
  /** Names the platform's process: another one began counting anew. */
  instance: z.string(),
  /** The platform's clock, ms since the epoch. */
  now: z.number(),
  upTo: z.number(),
  bins: z.array(z.object({ t: z.number(), versions: z.record(z.string(), cell) })),
  latencies: z.record(z.string(), z.array(z.tuple([z.number(), z.number()]))),
  // A platform that was started by an older version does not say.
  crowded: z.boolean().default(false),
});
type Counters = z.infer<typeof countersSchema>;

type Ask = (fromMs: number, slowMs: number) => Promise<Counters>;

/** A second, and the one in which the platform closes it. */
export const seenAfterMs = (): number => 2000;

/** Reads what the platform of the `local` target counted of its clients' requests: 1-s bins, error units told apart. */
export function createMonitor(settings: Readonly<Record<string, unknown>>, { fetch }: MonitorOptions): Monitor {
  const { directory, clientHeader } = parseSettings(
    "proxy",
    settingsSchema,
    settings,
    "{directory: .release-command/production}",
  );
  const ask: Ask = async (fromMs, slowMs) => {
    const { adminPort, token } = addressSchema.parse(
      JSON.parse(await readFile(join(directory, "platform.json"), "utf8")),
    );
    const response = await fetch(
      `http://127.0.0.1:${adminPort}/counters?from=${fromMs}&slowMs=${slowMs}&client=${clientHeader}`,
      {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
      },
    );
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return countersSchema.parse(await response.json());
  };
  return {
    name: "proxy",
    measures: ["errors", "latency"],
    begin: async ({ canary, baseline, slowMs }) => {
      const first = await attempt(() => ask(Number.MAX_SAFE_INTEGER, slowMs));
      return new ProxyWatch(ask, { canary, baseline, slowMs }, "failed" in first ? undefined : first.value);
    },
  };
}

interface Watched {
  readonly canary: string;
  readonly baseline: string | undefined;
  readonly slowMs: number;
}

class ProxyWatch implements Watch {
  readonly #ask: Ask;
  readonly #watched: Watched;
  #origin: { readonly instance: string; readonly sinceMs: number } | undefined;
  #fromMs = 0;
  /** What was lost or is doubtful since the last reading that could be given. */
  #lost: string | undefined;

  constructor(ask: Ask, watched: Watched, first: Counters | undefined) {
    this.#ask = ask;
    this.#watched = watched;
    if (first !== undefined) this.#start(first);
  }

  async read(): Promise<Reading> {
    const answer = await attempt(() => this.#ask(this.#fromMs, this.#watched.slowMs));
    if ("failed" in answer)
      return { state: "error", reason: `the platform's counters cannot be read: ${answer.failed}` };
    const counters = answer.value;
    if (this.#origin === undefined) {
      this.#start(counters);
      return { state: "no-data", reason: "the platform answers for the first time since the watch began" };
    }
    if (counters.instance !== this.#origin.instance) {
      this.#lost = "the platform was restarted; what it counted before is lost";
      this.#origin = { ...this.#origin, instance: counters.instance };
    }
    return this.#reading(counters, this.#origin.sinceMs);
  }

  end(): Promise<void> {
    return Promise.resolve();
  }

  /** The first whole second after now: what was counted before belongs to nobody's watch. */
  #start({ instance, now }: Counters): void {
    this.#fromMs = Math.ceil(now / 1000) * 1000;
    this.#origin = { instance, sinceMs: this.#fromMs };
  }

  #reading({ now, upTo, bins, latencies, crowded }: Counters, sinceMs: number): Reading {
    const ageMs = now - this.#fromMs;
    if (bins.length === 0 && ageMs > STALE_AFTER_MS) {
      return { state: "stale", ageMs, reason: `the newest complete second is ${Math.round(ageMs / 1000)} s old` };
    }
    if (bins.length === 0) return { state: "no-data", reason: "no second is complete since the last read" };
    if ((bins[0]?.t ?? 0) > this.#fromMs) this.#lost ??= "the last read was too long ago; older seconds are lost";
    if (crowded) this.#lost ??= "so many clients fail that not all are told apart: some count once a second";
    this.#fromMs = upTo;
    const { canary, baseline } = this.#watched;
    const sides = bins.map(({ t, versions }): Bin => {
      const of = (version: string | undefined): Sample =>
        (version === undefined ? undefined : versions[version]) ?? nothing;
      return { t: t - sinceMs, canary: of(canary), baseline: of(baseline) };
    });
    const p95Ms = p95Of(new Map(latencies[canary] ?? []));
    const data = { bins: sides, ...(p95Ms === undefined ? {} : { p95Ms }) };
    if (this.#lost !== undefined) {
      const reason = this.#lost;
      this.#lost = undefined;
      return { state: "partial", ...data, reason };
    }
    const requests = sides.reduce((sum, bin) => sum + bin.canary.requests + bin.baseline.requests, 0);
    if (requests === 0) return { state: "no-data", reason: "no client sent a request to either version" };
    return { state: "data", ...data };
  }
}

const nothing: Sample = { requests: 0, errors: 0, slow: 0 };

async function attempt<T>(effect: () => Promise<T>): Promise<{ readonly value: T } | { readonly failed: string }> {
  try {
    return { value: await effect() };
  } catch (thrown) {
    return { failed: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
