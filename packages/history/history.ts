import { aftermathOf } from "./dora.ts";
import { measuresIn } from "./measures.ts";
import { periodsOf, stretchAt, windowOf } from "./periods.ts";
import { measure, undoings, type Measured } from "./release.ts";
import type { History, HistoryOptions, Period, ReleaseMeasures, Told } from "./types.ts";
import { undeliveredOf } from "./undelivered.ts";

/** Everything that is measured, from what is recorded of the releases and of nothing else. */
export function historyOf(releases: readonly Told[], options: HistoryOptions): History {
  const { now, period = { kind: "month" } } = options;
  const undoing = undoings(releases);
  const all = releases
    .map((told) => measure(told, now, undoneBy(told, undoing)))
    .toSorted(({ release: a }, { release: b }) => (a.startedAt < b.startedAt ? 1 : -1));
  const after = aftermathOf(all);
  const { fromMs, toMs } = bounds(all, options);
  const inside = all.filter(({ release: { startedAt, concludedAt } }) =>
    concludedAt === null ? Date.parse(startedAt) < toMs : within(concludedAt, fromMs, toMs),
  );
  const concluded = inside.filter(({ release }) => release.concludedAt !== null);
  const byPeriod = Map.groupBy(concluded, ({ release }) => nameOf(period, release.concludedAt));
  return {
    schema: 1,
    at: new Date(now).toISOString(),
    overall: measuresIn(windowOf(fromMs, toMs), concluded, after),
    period,
    periods: periodsOf(period, fromMs, toMs).map((stretch) => {
      const window = windowOf(Math.max(stretch.fromMs, fromMs), Math.min(stretch.toMs, toMs));
      return { name: stretch.name, ...measuresIn(window, byPeriod.get(stretch.name) ?? [], after) };
    }),
    releases: inside.map(({ release }) => release),
    undelivered: undeliveredOf(
      releases,
      new Set(all.filter(({ release }) => release.undoneBy !== null).map(({ release }) => release.id)),
    ),
  };
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
