import type { History } from "#history";

import { environments } from "./environments.ts";
import { glance } from "./glance.ts";
import { html, part, link, moment, wideTable } from "./html.ts";
import { doraTable, tiles } from "./numbers.ts";
import { releaseCard } from "./release-card.ts";
import { historyHead, type HistoryRow } from "./rows.ts";
import type { Overdue, SiteInput } from "./site.ts";

/** Releases shown on the first page; the history has all. */
const newestShown = 10;

/** The first page: what is in flight, what serves where, the numbers, the newest releases. */
export function overview(
  { releases, now, webUrl, overdue }: SiteInput,
  history: History,
  rows: readonly HistoryRow[],
): string {
  const live = releases
    .filter((release) => release.live)
    .toSorted((a, b) => b.record.openedAt.localeCompare(a.record.openedAt));
  const measured = new Map(history.releases.map((one) => [one.id, one]));
  const flights = live.flatMap(({ id, record }) => {
    const measures = measured.get(id);
    return measures === undefined ? [] : [{ record, measures }];
  });
  const cards = live.map(({ id, record }) => releaseCard(record, { now, webUrl, page: `releases/${part(id)}.html` }));
  return `<section aria-labelledby="live"><h2 id="live">In flight (${live.length})</h2>
${glance(flights, now)}${cards.join("\n") || '<p class="calm">No release is running. Start one: <code data-copy="c">release start --version=auto</code></p>'}
</section>
${overdueList(overdue)}${environments(releases, history.undelivered, webUrl)}<section aria-labelledby="newest"><h2 id="newest">Newest releases</h2>
${newest(rows)}
</section>
<section aria-labelledby="numbers"><h2 id="numbers">Numbers</h2>
${numbers(history)}
</section>`;
}

function overdueList(overdue: readonly Overdue[]): string {
  if (overdue.length === 0) return "";
  const items = overdue.map(
    ({ release, due, url }) => `<li>${link(url, `Hotfix ${release}`)}, due ${moment(due)}</li>`,
  );
  return `<section aria-labelledby="overdue"><h2 id="overdue">Overdue reviews (${overdue.length})</h2>
<ul>${items.join("")}</ul>
</section>
`;
}

function numbers({ overall }: History): string {
  if (overall.counts.attempts === 0) return "<p>There are none before the first release has ended.</p>";
  return `${tiles(overall)}
<h3>DORA's five</h3>
${doraTable(overall)}
<p><a href="trends.html">All numbers, and how they moved</a></p>`;
}

function newest(rows: readonly HistoryRow[]): string {
  if (rows.length === 0) return "<p>No release yet.</p>";
  const cells = rows
    .slice(0, newestShown)
    .map(({ id, cells: rest }): [string, ...string[]] => [
      `<a href="releases/${part(id)}.html">${html(id)}</a>`,
      ...rest,
    ]);
  return `${wideTable("Newest releases", historyHead, cells)}
<p><a href="history/index.html">All ${rows.length} in the history</a></p>`;
}
