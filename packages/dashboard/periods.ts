import type { History, PeriodMeasures, ReleaseMeasures } from "#history";

import { wordsOf } from "#report";

import { troubles, type Found } from "./findings.ts";
import { html, part, wideTable } from "./html.ts";
import { detailTables, doraTable, shareText, tiles, timeText } from "./numbers.ts";

const dayMs = 86_400_000;
const kinds = { month: "Months", quarter: "Quarters", sprint: "Sprints" } as const;

/** One page: a list of periods, or the report of one. */
export interface PeriodPage {
  readonly path: string;
  readonly title: string;
  readonly body: () => string;
}

/** A report of each period in which something ended, and the list of them. Made to be printed. */
export function periodPages(histories: readonly History[], found: ReadonlyMap<string, Found>): readonly PeriodPage[] {
  const reports = histories.flatMap((history) => {
    const days = Map.groupBy(history.releases, ({ concludedAt }) => concludedAt?.slice(0, 10));
    return told(history).map((period) => ({
      path: `periods/${fileOf(history, period)}`,
      title: nameOf(history, period),
      body: () => report(releasesIn(period, days), period, found),
    }));
  });
  return [{ path: "periods/index.html", title: "Periods", body: () => list(histories) }, ...reports];
}

const told = ({ periods }: History): readonly PeriodMeasures[] =>
  periods.filter(({ counts }) => counts.attempts > 0).toReversed();

const fileOf = ({ period: { kind } }: History, { name }: PeriodMeasures): string => `${kind}-${name}.html`;

function nameOf({ period: { kind } }: History, { name }: PeriodMeasures): string {
  return kind === "sprint" ? `Sprint from ${name}` : name;
}

function list(histories: readonly History[]): string {
  const some = histories.filter((history) => told(history).length > 0);
  if (some.length === 0) return "<p>There are none before the first release has ended.</p>";
  return some
    .map((history) => {
      const { kind } = history.period;
      const rows = told(history).map((period): [string, ...string[]] => [
        `<a href="${part(fileOf(history, period))}">${html(nameOf(history, period))}</a>`,
        String(period.counts.attempts),
        String(period.counts.completed),
        shareText(period.success),
        shareText(period.dora.changeFailRate),
        timeText(period.cycleTimeMs.median),
        timeText(period.dora.changeLeadTimeMs.median),
      ]);
      const head = [
        "Period",
        "Attempts",
        "Completed",
        "Still good",
        "Change fail rate",
        "Cycle time, median",
        "Lead time, median",
      ];
      return `<section aria-labelledby="${kind}"><h2 id="${kind}">${kinds[kind]}</h2>
${wideTable(kinds[kind], head, rows)}
</section>`;
    })
    .join("\n");
}

type Days = ReadonlyMap<string | undefined, readonly ReleaseMeasures[]>;

/** The releases that concluded in it, newest first. */
function releasesIn({ window: { from, to } }: PeriodMeasures, days: Days): readonly ReleaseMeasures[] {
  const found: ReleaseMeasures[] = [];
  for (let ms = Date.parse(`${from.slice(0, 10)}T00:00:00Z`); ms < Date.parse(to); ms += dayMs)
    found.push(...(days.get(new Date(ms).toISOString().slice(0, 10)) ?? []));
  return found
    .filter(({ concludedAt }) => concludedAt !== null && concludedAt >= from && concludedAt < to)
    .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

function report(
  releases: readonly ReleaseMeasures[],
  period: PeriodMeasures,
  found: ReadonlyMap<string, Found>,
): string {
  const { window, counts } = period;
  const rows = releases.map((one): [string, ...string[]] => [
    `<a href="../releases/${part(one.id)}.html">${html(one.id)}</a>`,
    one.undoneBy === null ? html(wordsOf(one.outcome)) : `completed, rolled back later by ${html(one.undoneBy)}`,
    html(wordsOf(one.type)),
    (one.concludedAt ?? "").slice(0, 10),
    html(one.by),
    one.cycleMs === null ? "–" : timeText(one.cycleMs),
    html(one.rollback?.reason ?? one.failure?.reason ?? ""),
  ]);
  return `<p>${html(window.from.slice(0, 10))} to ${html(window.to.slice(0, 10))}, the end not included: ${counts.completed} completed, ${counts.failed} failed, ${counts.rolledBack} rolled back, ${counts.undone} taken back later; attempts in all: ${counts.attempts}, hotfixes among them: ${counts.hotfixes}, retries: ${counts.retries}.</p>
${tiles(period)}
<section aria-labelledby="dora"><h2 id="dora">DORA</h2>
${doraTable(period)}
</section>
${detailTables(period)}
${troubles(releases, found, { root: "../", atMost: 200 })}
<section aria-labelledby="list"><h2 id="list">Releases</h2>
${wideTable("Releases", ["Release", "Outcome", "Type", "Concluded", "By", "Cycle time", "Why"], rows)}
</section>`;
}
