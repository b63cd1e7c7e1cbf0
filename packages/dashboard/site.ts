import type { Told } from "#report";

import { undoneBy } from "./figures.ts";
import { framed, type Frame } from "./frame.ts";
import { part } from "./html.ts";
import { historyPages } from "./history-pages.ts";
import { overview } from "./overview.ts";
import { releasePage } from "./release-page.ts";
import { historyRow } from "./rows.ts";

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
  /** Moment of the data, ms since the epoch: every page shows its age. */
  readonly now: number;
  /** How often an open page asks for news, in ms. */
  readonly refreshMs?: number | undefined;
}

/** The files of a site by their path; each is made when it is asked for. */
export type Site = ReadonlyMap<string, () => string>;

/** The whole site: pages that need no script and load nothing, and the data that they show. */
export function siteOf(input: SiteInput): Site {
  const { repository, releases, now, refreshMs } = input;
  const undone = undoneBy(releases);
  const newest = releases.toSorted((a, b) => b.record.openedAt.localeCompare(a.record.openedAt));
  const rows = newest.map((release) => {
    const { plan } = release.record;
    return historyRow(release, plan.redeploy === undefined ? undone.get(plan.tag) : undefined);
  });
  const moving = { asOf: now, refreshMs };
  const site = new Map<string, () => string>();
  const add = (path: string, frame: Omit<Frame, "root" | "repository">, body: () => string): void => {
    const root = path.includes("/") ? "../" : "";
    site.set(path, () => framed({ ...frame, root, repository }, body()));
  };
  add("index.html", { title: "Releases now", here: "Now", ...moving }, () => overview(input, rows));
  for (const { path, title, body } of historyPages(rows)) add(path, { title, here: "History", ...moving }, body);
  site.set("history/rows.json", () =>
    JSON.stringify(rows.map(({ id, words }) => [id, `releases/${part(id)}.html`, ...words])),
  );
  for (const release of newest) {
    const { id, live } = release;
    // Pages of what is over stay the same, byte for byte: they are published once.
    add(`releases/${id}.html`, { title: `Release ${id}`, ...(live ? moving : {}) }, () =>
      releasePage(release, { now, webUrl: input.webUrl }),
    );
  }
  return site;
}
