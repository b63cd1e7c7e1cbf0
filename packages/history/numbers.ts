/** A part of a whole. Of nothing there is no share: `share` is null where `n` is 0. */
export interface Share {
  readonly part: number;
  readonly n: number;
  /** 0–1. */
  readonly share: number | null;
}

/** Where the middle of some values is, and how far their slow end reaches. Null where `n` is 0. */
export interface Spread {
  readonly n: number;
  /** The middle value, or the mean of the two middle ones. */
  readonly median: number | null;
  /** The smallest value that nine of ten do not exceed. */
  readonly p90: number | null;
}

/** How often something was seen, by its name. */
export interface Counted {
  readonly name: string;
  readonly count: number;
}

/** The share that `part` is of `n`. */
export function shareOf(part: number, n: number): Share {
  return { part, n, share: n === 0 ? null : part / n };
}

/** The share of the items that a test holds for. */
export function shareWhere<T>(items: readonly T[], holds: (item: T) => boolean): Share {
  let part = 0;
  for (const item of items) if (holds(item)) part += 1;
  return shareOf(part, items.length);
}

/** Median and 90th percentile (nearest rank). */
export function spreadOf(values: readonly number[]): Spread {
  const n = values.length;
  if (n === 0) return { n, median: null, p90: null };
  const sorted = Float64Array.from(values).toSorted();
  const at = (index: number): number => sorted[index] ?? 0;
  return { n, median: (at((n - 1) >> 1) + at(n >> 1)) / 2, p90: at(Math.ceil(n * 0.9) - 1) };
}

/** Names with how often each was seen, the most frequent first, then by name. */
export function countedOf(names: readonly string[]): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
