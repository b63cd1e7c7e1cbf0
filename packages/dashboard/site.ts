import { familiesOf, historyOf, openMetrics, type Period } from "#history";
import type { Told } from "#report";

import { framed, type Frame } from "./frame.ts";
import { part } from "./html.ts";
import { historyPages } from "./history-pages.ts";
import { overview } from "./overview.ts";
import { periodPages } from "./periods.ts";
import { releasePage } from "./release-page.ts";
import { historyRow } from "./rows.ts";
import { trends } from "./trends.ts";

/** A release as the journal has it. */
export interface DashboardRelease extends Told {
  readonly id: string;
  readonly live: boolean;
}

/** A review of a hotfix whose time is over. */
export interface Overdue {
  readonly release: string;
  readonly due: string;
  readonly url: string;
}

/** Everything that the site is made of. */
export interface SiteInput {
  readonly repository: string;
  /** Web address of the repository, where it has one. */
  readonly webUrl?: string;
  readonly releases: readonly DashboardRelease[];
  readonly overdue: readonly Overdue[];
  /** How the team divides its time besides months and quarters; absent: not at all. */
  readonly sprint?: Extract<Period, { kind: "sprint" }> | undefined;
  /** Moment of the data, ms since the epoch: every page shows its age. */
  readonly now: number;
  /** How often an open page asks for news, in ms. */
  readonly refreshMs?: number | undefined;
}

/** The files of a site by their path; each is made when it is asked for. */
export type Site = ReadonlyMap<string, () => string>;

/** The whole site: pages that need no script and load nothing, and the data that they show. */
export function siteOf(input: SiteInput): Site {
  const { repository, releases, now, refreshMs, sprint } = input;
  const periods: readonly Period[] = [
    { kind: "month" },
    { kind: "quarter" },
    ...(sprint === undefined ? [] : [sprint]),
  ];
  const histories = periods.map((period) => historyOf(releases, { now, period }));
  const [history = historyOf(releases, { now })] = histories;
  const told = new Map(releases.map((release) => [release.id, release]));
  const rows = history.releases.flatMap((measures) => {
    const release = told.get(measures.id);
    return release === undefined ? [] : [historyRow(release, measures)];
  });
  const moving = { asOf: now, refreshMs };
  const site = new Map<string, () => string>();
  const add = (path: string, frame: Omit<Frame, "root" | "repository">, body: () => string): void => {
    const root = path.includes("/") ? "../" : "";
    site.set(path, () => framed({ ...frame, root, repository }, body()));
  };
  add("index.html", { title: "Releases now", here: "Now", ...moving }, () => overview(input, history, rows));
  for (const { path, title, body } of historyPages(rows)) add(path, { title, here: "History", ...moving }, body);
  add("trends.html", { title: "Trends", here: "Trends", ...moving }, () => trends(history));
  for (const { path, title, body } of periodPages(histories)) add(path, { title, here: "Periods", ...moving }, body);
  site.set("data.json", () => `${JSON.stringify(history)}\n`);
  site.set("metrics.txt", () => openMetrics(familiesOf(history)));
  site.set("history/rows.json", () =>
    JSON.stringify(rows.map(({ id, words }) => [id, `releases/${part(id)}.html`, ...words])),
  );
  for (const release of releases) {
    const { id, live } = release;
    // Pages of what is over stay the same, byte for byte: they are published once.
    add(`releases/${id}.html`, { title: `Release ${id}`, ...(live ? moving : {}) }, () =>
      releasePage(release, { now, webUrl: input.webUrl }),
    );
  }
  return site;
}
