import type { Sample } from "../port.ts";
import type { Ask, Series } from "./client.ts";
import { type Growth, Ledger } from "./growth.ts";
import { expand, type Names, type Queries } from "./queries.ts";

const MAX_MS = Number.MAX_SAFE_INTEGER;

/** One bin, or several that had to be taken together. */
export interface Tally {
  /** The scrape before the first one that counts here; requests of the tally are younger. */
  readonly fromMs: number;
  readonly sample: Sample;
  /** ms → requests that took no longer, by the edge of their bucket; empty when no bucket was told. */
  readonly latencies: ReadonlyMap<number, number>;
  /** The longest time between two scrapes. */
  readonly gapMs: number;
  /** More errors or slow requests were counted than requests. */
  readonly excess: boolean;
}

/** How far back is asked: what nobody asked for yet, and before it what may have come late. */
export interface Range {
  readonly newMs: number;
  readonly oldMs: number;
}

/** What is asked of one version, by kind. */
export interface Told {
  readonly groups: readonly [requests: readonly Series[], errors: readonly Series[], latency: readonly Series[]];
  readonly warnings: readonly string[];
  /** Samples that are no number. */
  readonly notNumbers: number;
}

/** What one version did, from its counters. */
export class Side {
  readonly names: Names;
  readonly #queries: Queries;
  readonly #ask: Ask;
  readonly #slowMs: number;
  readonly #ledger = new Ledger();
  #open: readonly (readonly Growth[])[] = [[], [], []];

  constructor(names: Names, { queries, ask, slowMs }: { queries: Queries; ask: Ask; slowMs: number }) {
    this.names = names;
    this.#queries = queries;
    this.#ask = ask;
    this.#slowMs = slowMs;
  }

  /** Asks for the samples of a range before `atMs`. Changes nothing. */
  async ask(atMs: number, { newMs, oldMs }: Range, signal: AbortSignal): Promise<Told> {
    const { requests, errors, latency = [] } = this.#queries;
    const groups: Series[][] = [];
    const warnings = new Set<string>();
    // One after the other: a source that is away is asked once, and not once for each query.
    for (const selectors of [requests, errors, latency]) {
      const found: Series[] = [];
      for (const selector of selectors) {
        const answer = await this.#ask(`${expand(selector, this.names)}[${newMs + oldMs}ms]`, atMs, signal);
        for (const series of answer.series) found.push(series);
        for (const warning of answer.warnings) warnings.add(warning);
      }
      groups.push(found);
    }
    const [first = [], second = [], third = []] = groups;
    const samples = [first, second, third].flat().flatMap((series) => series.samples);
    return {
      groups: [first, second, third],
      warnings: [...warnings],
      notNumbers: samples.filter(([at, value]) => at > atMs - newMs && !Number.isFinite(value)).length,
    };
  }

  start({ groups }: Told): void {
    this.#ledger.start(groups);
  }

  /** Whether Prometheus never knew anything of this version. */
  get isUnknown(): boolean {
    return this.#ledger.isEmpty;
  }

  take({ groups }: Told): void {
    const grown = this.#ledger.take(groups);
    this.#open = this.#open.map((open, group) => [...open, ...(grown[group] ?? [])]);
  }

  /** Whether a scrape up to `untilMs` waits to be told. */
  hasUntil(untilMs: number): boolean {
    return this.#open[0]?.some(({ atMs }) => atMs <= untilMs) === true;
  }

  /** What was scraped up to `untilMs` and not told yet. */
  tell(untilMs: number): Tally {
    const [requests = [], errors = [], latency = []] = this.#open.map((open) =>
      open.filter(({ atMs }) => atMs <= untilMs),
    );
    this.#open = this.#open.map((open) => open.filter(({ atMs }) => atMs > untilMs));
    const latencies = byEdge(latency);
    let slow = 0;
    for (const [ms, count] of latencies) if (ms > this.#slowMs) slow += count;
    const counted = { requests: sum(requests), errors: sum(errors), slow: Math.round(slow) };
    const [errorsAtMost, slowAtMost] = [counted.errors, counted.slow].map((n) => Math.min(n, counted.requests));
    return {
      fromMs: requests.reduce((least, { fromMs }) => Math.min(least, fromMs), untilMs),
      sample: { requests: counted.requests, errors: errorsAtMost ?? 0, slow: slowAtMost ?? 0 },
      latencies,
      gapMs: requests.reduce((most, { fromMs, atMs }) => Math.max(most, atMs - fromMs), 0),
      excess: counted.errors > counted.requests,
    };
  }
}

function sum(growths: readonly Growth[]): number {
  return Math.round(growths.reduce((all, { by }) => all + by, 0));
}

/** Buckets are cumulative: each holds what the ones below it hold. */
function byEdge(growths: readonly Growth[]): ReadonlyMap<number, number> {
  const upTo = new Map<number, number>();
  for (const { labels, by } of growths) {
    const ms = edgeMs(labels["le"]);
    if (ms !== undefined) upTo.set(ms, (upTo.get(ms) ?? 0) + by);
  }
  let below = 0;
  return new Map(
    [...upTo]
      .toSorted(([a], [b]) => a - b)
      .map(([ms, count]) => {
        const here = Math.max(0, count - below);
        below = Math.max(below, count);
        return [ms, here];
      }),
  );
}

/** The edge of a bucket in ms, from its label `le` in seconds; `undefined` when there is none. */
export function edgeMs(le: string | undefined): number | undefined {
  if (le === "+Inf") return MAX_MS;
  const ms = Math.round(Number(le) * 1e6) / 1000;
  return le === undefined || Number.isNaN(ms) ? undefined : ms;
}
