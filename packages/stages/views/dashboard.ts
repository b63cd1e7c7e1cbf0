import type { Picture, Site } from "#dashboard";
import type { Kept } from "#history";

import type { Workplace } from "../open.ts";
import { overdueReviews } from "./overdue.ts";

/** The dashboard of a repository. */
export interface DashboardHere {
  /** What there is now; reads as little as it can. */
  readonly read: () => Promise<Picture>;
  /** The site of it. `refreshMs`: how often an open page asks for news. */
  readonly site: (picture: Picture, refreshMs?: number) => Site;
}

/** Opens the dashboard of a repository. Only reads. Its pages are loaded here and nowhere else: no release needs them. */
export async function openDashboard(workplace: Workplace): Promise<DashboardHere> {
  const { createNewsReader, siteOf } = await import("#dashboard");
  const { forge, journal, local, surroundings } = workplace;
  const { period, sprint } = local.config.metrics;
  const kept: Kept = new WeakMap();
  return {
    read: createNewsReader({
      every: () => journal.every(),
      live: () => journal.live(),
      overdue: async (releases) =>
        (await overdueReviews(workplace, releases)).map(({ release, due, url }) => ({ release, due, url })),
      findings: async () =>
        (await journal.notes()).flatMap(({ release, kind, text, by, at }) =>
          kind === "root-cause" || kind === "false-positive" ? [{ release, kind, text, by, at }] : [],
        ),
      now: () => surroundings.clock.now(),
    }),
    site: ({ releases, overdue, findings, asOf }, refreshMs) =>
      siteOf({
        repository: forge.repository,
        webUrl: forge.webUrl,
        releases,
        overdue,
        findings,
        sprint: period === "sprint" ? { kind: period, ...sprint } : undefined,
        now: asOf,
        refreshMs,
        kept,
      }),
  };
}
