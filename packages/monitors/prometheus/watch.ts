import { ReleaseFault } from "#faults";

import { p95Of } from "../percentile.ts";
import type { Bin, Clock, Condition, Reading, Sample, Watch } from "../port.ts";
import { requireBaseline } from "./baseline.ts";
import { conditionOf } from "./condition.ts";
import type { Ask } from "./client.ts";
import { expand, type Names, type Queries } from "./queries.ts";
import { Side, type Range, type Tally, type Told } from "./side.ts";

/** Intervals after which the scrapes of a bin are stored: Prometheus gives a scrape up after one interval at the latest. */
export const LAG_SCRAPES = 1;
/** A scrape that a slow store shows so many intervals late still counts, in the next bin. */
const LATE_SCRAPES = 4;
/** How far back the last value before the beginning is looked for: that one scrape fails just then must not matter. */
const LOOK_BACK_MS = 300_000;
/** Nothing new for so many intervals: the source does not scrape any more. */
const STALE_AFTER_SCRAPES = 5;
/** A gap of more intervals than this was no late scrape. */
const GAP_SCRAPES = 2.5;
/** So many intervals are asked for at once, after a time without answers. */
const MAX_INTERVALS = 60;

export interface Watching {
  readonly canary: Names;
  readonly baseline: Names | undefined;
  readonly queries: Queries;
  readonly ask: Ask;
  readonly slowMs: number;
  readonly scrapeMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Reads what the counters of both versions grew by, one bin an interval of scraping. */
export class PrometheusWatch implements Watch {
  readonly #watching: Watching;
  readonly #over = new AbortController();
  readonly #signal: AbortSignal;
  readonly #canary: Side;
  readonly #baseline: Side | undefined;
  readonly #beganMs: number;
  /** Bins are counted from here: the first answer. */
  #sinceMs: number | undefined;
  /** The end of what was asked for, and the end of what both versions have told. */
  #askedMs = 0;
  #toldMs = 0;

  constructor(watching: Watching) {
    this.#watching = watching;
    this.#signal = AbortSignal.any([watching.signal, this.#over.signal]);
    this.#canary = new Side(watching.canary, watching);
    this.#baseline = watching.baseline === undefined ? undefined : new Side(watching.baseline, watching);
    this.#beganMs = watching.clock.now();
  }

  /** Takes the values from which counting starts. */
  async start(): Promise<void> {
    const { clock, queries, ask, slowMs, baseline } = this.#watching;
    const nowMs = clock.now();
    const told = await this.#askSides(nowMs, { newMs: LOOK_BACK_MS, oldMs: 0 });
    const serving = told[1];
    if (serving !== undefined && baseline !== undefined) {
      await requireBaseline({ told: serving, baseline, queries, slowMs }, (query) => ask(query, nowMs, this.#signal));
    }
    for (const [index, side] of this.#sides().entries()) if (told[index] !== undefined) side.start(told[index]);
    this.#sinceMs = this.#askedMs = this.#toldMs = nowMs;
  }

  async read(): Promise<Reading> {
    try {
      if (this.#sinceMs === undefined) {
        await this.start();
        return { state: "no-data", reason: "Prometheus answers for the first time since the watch began" };
      }
      return await this.#readOn();
    } catch (thrown) {
      if (this.#signal.aborted) return { state: "error", reason: "the watch is over" };
      if (!(thrown instanceof ReleaseFault)) throw thrown;
      return { state: "error", reason: thrown.message };
    }
  }

  end(): Promise<void> {
    this.#over.abort();
    return Promise.resolve();
  }

  async #readOn(): Promise<Reading> {
    const { scrapeMs, clock } = this.#watching;
    for (;;) {
      this.#signal.throwIfAborted();
      const nowMs = clock.now();
      const intervals = Math.floor((nowMs - this.#askedMs) / scrapeMs) - LAG_SCRAPES;
      if (intervals < 1) return this.#nothingNew(nowMs);
      const reading = await this.#ask(this.#askedMs + Math.min(intervals, MAX_INTERVALS) * scrapeMs);
      if (reading !== undefined) return reading;
    }
  }

  /** What is new up to `untilMs`, if anything. An answer that fails changes nothing: it is asked for again. */
  async #ask(untilMs: number): Promise<Reading | undefined> {
    const { queries, ask, scrapeMs } = this.#watching;
    const newMs = untilMs - this.#askedMs;
    const told = await this.#askSides(untilMs, { newMs, oldMs: LATE_SCRAPES * scrapeMs });
    const condition = await conditionOf(queries, this.#canary.names, (query) => ask(query, untilMs, this.#signal));
    for (const [index, side] of this.#sides().entries()) if (told[index] !== undefined) side.take(told[index]);
    const pairs = this.#tell(untilMs);
    this.#askedMs = untilMs;
    return pairs.length === 0
      ? undefined
      : this.#reading(pairs, { told, condition: this.#withLatency(condition, pairs) });
  }

  async #askSides(atMs: number, range: Range): Promise<readonly Told[]> {
    const told: Told[] = [];
    for (const side of this.#sides()) told.push(await side.ask(atMs, range, this.#signal));
    return told;
  }

  /** A bin ends where both versions were scraped; one that was not is waited for, and nothing of the other is lost. */
  #tell(untilMs: number): readonly Pair[] {
    const pairs: Pair[] = [];
    for (let endMs = this.#askedMs + this.#watching.scrapeMs; endMs <= untilMs; endMs += this.#watching.scrapeMs) {
      if (!this.#sides().every((side) => side.hasUntil(endMs))) continue;
      pairs.push({ canary: this.#canary.tell(endMs), baseline: this.#baseline?.tell(endMs) });
      this.#toldMs = endMs;
    }
    return pairs;
  }

  #reading(pairs: readonly Pair[], { told, condition }: { told: readonly Told[]; condition: Condition }): Reading {
    const bins = pairs.map(({ canary, baseline }): Bin => {
      const fromMs = Math.min(canary.fromMs, baseline?.fromMs ?? Infinity);
      // A scrape just before the beginning may have been the last one.
      const t = Math.max(0, fromMs - this.#beganMs);
      return { t, canary: canary.sample, baseline: baseline?.sample ?? nothing };
    });
    const p95Ms = p95Of(added(pairs.map(({ canary }) => canary.latencies)));
    const doubts = this.#doubts(pairs, told);
    const data = { bins, ...(p95Ms === undefined ? {} : { p95Ms }), ...condition };
    if (doubts.length > 0) return { state: "partial", ...data, reason: doubts.join("; ") };
    if (bins.every((bin) => bin.canary.requests + bin.baseline.requests === 0)) {
      const reason = "no client sent a request to either version";
      return { state: "no-data", reason, ...condition };
    }
    return { state: "data", ...data };
  }

  #doubts(pairs: readonly Pair[], told: readonly Told[]): readonly string[] {
    const tallies = pairs.flatMap(({ canary, baseline }) => (baseline === undefined ? [canary] : [canary, baseline]));
    const gapMs = Math.max(...tallies.map((tally) => tally.gapMs));
    const notNumbers = told.reduce((all, one) => all + one.notNumbers, 0);
    return [
      ...(gapMs > GAP_SCRAPES * this.#watching.scrapeMs
        ? [`nothing was scraped for ${Math.round(gapMs / 1000)} s; what a process counted that ended in it is lost`]
        : []),
      ...(tallies.some(({ excess }) => excess)
        ? ["more errors were counted than requests: the query of errors matches something else"]
        : []),
      ...(notNumbers > 0 ? [`${notNumbers} samples are no number (NaN)`] : []),
      ...new Set(told.flatMap(({ warnings }) => warnings).map((warning) => `Prometheus warns: ${warning}`)),
    ];
  }

  /** Requests that no bucket counted: how long they took is not known. */
  #withLatency(condition: Condition, pairs: readonly Pair[]): Condition {
    const { queries, slowMs } = this.#watching;
    const answered = pairs.filter(({ canary }) => canary.sample.requests > 0);
    if (queries.latency === undefined || answered.length === 0) return condition;
    const hasEdge = answered.every(({ canary }) => canary.latencies.has(slowMs));
    if (hasEdge) return condition;
    const reason = `its requests are counted, but not in a bucket that ends at ${slowMs} ms`;
    return { ...condition, silent: [...(condition.silent ?? []), { signal: "latency", reason }] };
  }

  #nothingNew(nowMs: number): Reading {
    const { scrapeMs, queries } = this.#watching;
    const ageMs = nowMs - this.#toldMs;
    if (ageMs <= STALE_AFTER_SCRAPES * scrapeMs)
      return { state: "no-data", reason: "no interval is complete since the last read" };
    const unknown = this.#sides().find((side) => side.isUnknown);
    const seconds = Math.round(ageMs / 1000);
    const reason =
      unknown === undefined
        ? `the newest scrape of both versions is ${seconds} s old`
        : `nothing is known of ${unknown.names.version}: no series matches ${queries.requests.map((one) => expand(one, unknown.names)).join(" or ")} since ${seconds} s`;
    return { state: "stale", ageMs, reason };
  }

  #sides(): readonly Side[] {
    return this.#baseline === undefined ? [this.#canary] : [this.#canary, this.#baseline];
  }
}

interface Pair {
  readonly canary: Tally;
  readonly baseline: Tally | undefined;
}

const nothing: Sample = { requests: 0, errors: 0, slow: 0 };

function added(all: readonly ReadonlyMap<number, number>[]): ReadonlyMap<number, number> {
  const sum = new Map<number, number>();
  for (const [ms, count] of all.flatMap((one) => [...one])) sum.set(ms, (sum.get(ms) ?? 0) + count);
  return sum;
}
