import { addCounts, type Bin, concurrentBaseline, type Counts } from "./counts.ts";

/** What was seen of a version that nobody complained about. `at` in ms since the epoch. */
export interface PastInterval {
  readonly at: number;
  readonly counts: Counts;
}

/** What is usual at an hour of a day of the week (UTC). Plain JSON. */
export interface UsualModel {
  readonly errors: Rhythm;
  readonly slow: Rhythm;
}

/** A ratio, and how many times as much is usual at each hour and on each weekday from Sunday. */
interface Rhythm {
  readonly overall: number;
  readonly hours: readonly number[];
  readonly weekdays: readonly number[];
}

/** Hits that are taken to have been as always: a factor is believed as far as more than these speak for it. */
const PRIOR_HITS = 10;

const hourOf = (at: number) => new Date(at).getUTCHours();
const weekdayOf = (at: number) => new Date(at).getUTCDay();

/** Learns from past intervals. The order of the rows makes no difference. */
export function learnUsual(rows: readonly PastInterval[]): UsualModel {
  return {
    errors: rhythmOf(rows, (counts) => counts.errors),
    slow: rhythmOf(rows, (counts) => counts.slow),
  };
}

function rhythmOf(rows: readonly PastInterval[], hitsOf: (counts: Counts) => number): Rhythm {
  const sum = (of: (row: PastInterval) => number, some = rows) => some.reduce((before, row) => before + of(row), 0);
  const overall = (sum((row) => hitsOf(row.counts)) + 0.5) / (sum((row) => row.counts.requests) + 1);
  const factors = (count: number, cellOf: (at: number) => number, usual: (at: number) => number) =>
    Array.from({ length: count }, (_, cell) => {
      const some = rows.filter(({ at }) => cellOf(at) === cell);
      const expected = sum((row) => row.counts.requests * usual(row.at), some);
      return (sum((row) => hitsOf(row.counts), some) + PRIOR_HITS) / (expected + PRIOR_HITS);
    });
  const hours = factors(24, hourOf, () => overall);
  const weekdays = factors(7, weekdayOf, (at) => overall * (hours[hourOf(at)] ?? 1));
  return { overall, hours, weekdays };
}

/** Ratios of failed and of slow requests that are usual at `at`. */
export function usualAt({ errors, slow }: UsualModel, at: number): { readonly errors: number; readonly slow: number } {
  const ratio = ({ overall, hours, weekdays }: Rhythm) =>
    Math.min(1, overall * (hours[hourOf(at)] ?? 1) * (weekdays[weekdayOf(at)] ?? 1));
  return { errors: ratio(errors), slow: ratio(slow) };
}

/**
 * The bin with its odd requests: where both versions together fail (or are slow) more than is usual at `at`, those that
 * failed (or were slow, whichever exceeds it more). The score looks at both together, so it cannot take sides: which
 * of the odd requests met the canary is left to chance if it is no worse.
 */
export function markOdd(bin: Bin, model: UsualModel, at: number): Bin {
  const baseline = concurrentBaseline(bin);
  if (baseline === undefined) return bin;
  const both = addCounts(bin.canary, baseline);
  const usual = usualAt(model, at);
  const excess = { errors: both.errors / usual.errors, slow: both.slow / usual.slow };
  const kind = excess.errors >= excess.slow ? "errors" : "slow";
  const isOdd = excess[kind] > both.requests;
  const marked = (counts: Counts): Counts => ({ ...counts, odd: isOdd ? counts[kind] : 0 });
  return { ...bin, canary: marked(bin.canary), baseline: marked(baseline) };
}
