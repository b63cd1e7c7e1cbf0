import { familiesOf, historiesOf, historyOf, openMetrics, type Kept, type Period } from "#history";
import type { Told } from "#report";

import { findingsBy, type Finding } from "./findings.ts";
import { framed, shared, type Frame } from "./frame.ts";
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
  /** What people wrote down about releases that are over, oldest first. */
  readonly findings?: readonly Finding[];
  /** How the team divides its time besides months and quarters; absent: not at all. */
  readonly sprint?: Extract<Period, { kind: "sprint" }> | undefined;
  /** Moment of the data, ms since the epoch: every page shows its age. */
  readonly now: number;
  /** How often an open page asks for news, in ms. */
  readonly refreshMs?: number | undefined;
  /** What was measured before: with the same one again, only what is new is measured. */
  readonly kept?: Kept;
}

/** The files of a site by their path; each is made when it is asked for. */
export type Site = ReadonlyMap<string, () => string>;

/** The whole site: pages that need no script and load nothing from elsewhere, and the data that they show. */
export function siteOf(input: SiteInput): Site {
  const { repository, releases, now, refreshMs, sprint, kept } = input;
  const periods: readonly Period[] = [
    { kind: "month" },
    { kind: "quarter" },
    ...(sprint === undefined ? [] : [sprint]),
  ];
  const histories = historiesOf(releases, { now, periods, ...(kept === undefined ? {} : { kept }) });
  const [history = historyOf(releases, { now })] = histories;
  const told = new Map(releases.map((release) => [release.id, release]));
  const rows = history.releases.flatMap((measures) => {
    const release = told.get(measures.id);
    return release === undefined ? [] : [historyRow(release, measures)];
  });
  const found = findingsBy(input.findings ?? []);
  const moving = { asOf: now, refreshMs };
  const site = new Map([...shared].map(([path, text]) => [path, () => text]));
  const add = (path: string, frame: Omit<Frame, "root" | "repository">, body: () => string): void => {
    const root = path.includes("/") ? "../" : "";
    site.set(path, () => framed({ ...frame, root, repository }, body()));
  };
  add("index.html", { title: "Releases now", here: "Now", ...moving }, () => overview(input, history, rows));
  for (const { path, title, body } of historyPages(rows)) add(path, { title, here: "History", ...moving }, body);
  add("trends.html", { title: "Trends", here: "Trends", ...moving }, () => trends(history, found));
  for (const { path, title, body } of periodPages(histories, found))
    add(path, { title, here: "Periods", ...moving }, body);
  site.set("data.json", () => `${JSON.stringify(history)}\n`);
  site.set("metrics.txt", () => openMetrics(familiesOf(history)));
  site.set("history/rows.json", () =>
    JSON.stringify(rows.map(({ id, words }) => [id, `releases/${part(id)}.html`, ...words])),
  );
  for (const release of releases) {
    const { id, live } = release;
    // Pages of what is over stay the same, byte for byte: they are published once.
    add(`releases/${id}.html`, { title: `Release ${id}`, ...(live ? moving : {}) }, () =>
      releasePage(release, { now, webUrl: input.webUrl, found: found.get(id) }),
    );
  }
  return site;
}
