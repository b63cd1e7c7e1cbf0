import { aftermathOf, type Aftermath } from "./dora.ts";
import { measuresIn } from "./measures.ts";
import { periodsOf, stretchAt, windowOf } from "./periods.ts";
import { measure, measuredOnce, undoings, type Kept, type Measured } from "./release.ts";
import type { History, HistoryOptions, Period, ReleaseMeasures, Told } from "./types.ts";
import { undeliveredOf } from "./undelivered.ts";

/** Everything that is measured, from what is recorded of the releases and of nothing else. */
export function historyOf(releases: readonly Told[], options: HistoryOptions): History {
  return countedBy(counted(releases, options), options.period ?? { kind: "month" });
}

/**
 * The same by each of these periods, measured once. `kept` has what was measured of releases that are over: who gives the
 * same one again pays for what is new.
 */
export function historiesOf(
  releases: readonly Told[],
  { now, periods, kept }: { readonly now: number; readonly periods: readonly Period[]; readonly kept?: Kept },
): readonly History[] {
  const all = counted(releases, { now }, kept);
  return periods.map((period) => countedBy(all, period));
}

interface CountedAll extends Omit<History, "period" | "periods"> {
  readonly concluded: readonly Measured[];
  readonly after: Aftermath;
  readonly fromMs: number;
  readonly toMs: number;
}

function counted(releases: readonly Told[], options: HistoryOptions, kept?: Kept): CountedAll {
  const { now } = options;
  const undoing = undoings(releases);
  const all = releases
    .map((told) => measuredOnce(told, { now, undoneBy: undoneBy(told, undoing), kept }))
    .toSorted(({ release: a }, { release: b }) => (a.startedAt < b.startedAt ? 1 : -1));
  const after = aftermathOf(all);
  const { fromMs, toMs } = bounds(all, options);
  const inside = all.filter(({ release: { startedAt, concludedAt } }) =>
    concludedAt === null ? Date.parse(startedAt) < toMs : within(concludedAt, fromMs, toMs),
  );
  const concluded = inside.filter(({ release }) => release.concludedAt !== null);
  return {
    schema: 1,
    at: new Date(now).toISOString(),
    overall: measuresIn(windowOf(fromMs, toMs), concluded, after),
    releases: inside.map(({ release }) => release),
    undelivered: undeliveredOf(
      releases,
      new Set(all.filter(({ release }) => release.undoneBy !== null).map(({ release }) => release.id)),
    ),
    concluded,
    after,
    fromMs,
    toMs,
  };
}

function countedBy({ concluded, after, fromMs, toMs, ...rest }: CountedAll, period: Period): History {
  const byPeriod = Map.groupBy(concluded, ({ release }) => nameOf(period, release.concludedAt));
  const periods = periodsOf(period, fromMs, toMs).map((stretch) => {
    const window = windowOf(Math.max(stretch.fromMs, fromMs), Math.min(stretch.toMs, toMs));
    return { name: stretch.name, ...measuresIn(window, byPeriod.get(stretch.name) ?? [], after) };
  });
  return { ...rest, period, periods };
}

/** What is measured of one release by itself, without those that came after it. */
export function releaseOf(told: Told, now: number): ReleaseMeasures {
  return measure(told, now, null).release;
}

function undoneBy({ record }: Told, undoing: ReturnType<typeof undoings>): string | null {
  if (record.state !== "completed" || record.plan.rollback !== undefined || record.plan.redeploy !== undefined)
    return null;
  return undoing.get(record.plan.tag)?.id ?? null;
}

/** By default from the first release until now, what was recorded this very moment included. */
function bounds(all: readonly Measured[], { now, from, to }: HistoryOptions) {
  const moments = all.map(({ release }) => Date.parse(release.concludedAt ?? release.startedAt));
  const toMs = to ?? moments.reduce((latest, ms) => Math.max(latest, ms), now) + 1;
  const first = all.at(-1)?.release.startedAt;
  const fromMs = from ?? (first === undefined ? now : Date.parse(first));
  return { fromMs: Math.min(fromMs, toMs), toMs };
}

function within(at: string, fromMs: number, toMs: number): boolean {
  const ms = Date.parse(at);
  return ms >= fromMs && ms < toMs;
}

const nameOf = (period: Period, at: string | null): string => stretchAt(period, Date.parse(at ?? "")).name;
