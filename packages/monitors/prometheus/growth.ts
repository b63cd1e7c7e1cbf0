import type { Series } from "./client.ts";

/** By how much a counter grew from one scrape to the next; requests in between belong to it. */
export interface Growth {
  readonly labels: Series["labels"];
  readonly fromMs: number;
  readonly atMs: number;
  readonly by: number;
}

interface Last {
  readonly atMs: number;
  readonly value: number;
}

/**
 * The counters of one version, by selector. A counter that fell began anew at 0, as that of a process that was started
 * again does. NaN is no value: it is left out, and the next value covers it.
 */
export class Ledger {
  readonly #last = new Map<string, Last>();
  /** What is scraped, by its labels `job` and `instance`. */
  readonly #places = new Set<string>();

  /** Values from which counting starts. */
  start(groups: readonly (readonly Series[])[]): void {
    for (const [group, all] of groups.entries()) {
      for (const { labels, samples } of all) {
        const sample = samples.findLast(([, value]) => Number.isFinite(value));
        if (sample === undefined) continue;
        this.#last.set(keyOf(group, labels), { atMs: sample[0], value: sample[1] });
        this.#places.add(placeOf(labels));
      }
    }
  }

  /** Whether nothing of this version was ever scraped. */
  get isEmpty(): boolean {
    return this.#places.size === 0;
  }

  /** What each group of series grew by; samples that were taken before are passed over. */
  take(groups: readonly (readonly Series[])[]): readonly (readonly Growth[])[] {
    const known = new Set(this.#places);
    const begunAt = firstSeen(groups);
    const grown = groups.map((all, group) =>
      all.flatMap(({ labels, samples }) => {
        const key = keyOf(group, labels);
        const place = placeOf(labels);
        const finite = samples.filter(([, value]) => Number.isFinite(value));
        const [first] = finite;
        if (first === undefined) return [];
        // A new counter of a process that was scraped before started at 0, as did all of a version that was never seen;
        // of a process that is new to us nobody knows what it counted before.
        const fromZero = known.size === 0 || known.has(place) || first[0] > (begunAt.get(place) ?? 0);
        const start = this.#last.get(key) ?? { atMs: first[0] - (fromZero ? 1 : 0), value: fromZero ? 0 : first[1] };
        this.#places.add(place);
        return this.#grow(key, start, { labels, samples: finite });
      }),
    );
    return grown;
  }

  #grow(key: string, start: Last, { labels, samples }: Series): readonly Growth[] {
    let last = start;
    const growths: Growth[] = [];
    for (const [atMs, value] of samples) {
      if (atMs <= last.atMs) continue;
      growths.push({ labels, fromMs: last.atMs, atMs, by: value >= last.value ? value - last.value : value });
      last = { atMs, value };
    }
    this.#last.set(key, last);
    return growths;
  }
}

function firstSeen(groups: readonly (readonly Series[])[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (const { labels, samples } of groups.flat()) {
    const first = samples[0]?.[0] ?? Infinity;
    const place = placeOf(labels);
    seen.set(place, Math.min(first, seen.get(place) ?? Infinity));
  }
  return seen;
}

function placeOf(labels: Series["labels"]): string {
  return JSON.stringify([labels["job"], labels["instance"]]);
}

function keyOf(group: number, labels: Series["labels"]): string {
  return JSON.stringify([group, ...Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}
