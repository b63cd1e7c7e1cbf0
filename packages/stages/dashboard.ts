import type { Picture, Site } from "#dashboard";

import type { Workplace } from "./open.ts";
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
  return {
    read: createNewsReader({
      every: () => journal.every(),
      live: () => journal.live(),
      overdue: async (releases) =>
        (await overdueReviews(workplace, releases)).map(({ release, due, url }) => ({ release, due, url })),
      now: () => surroundings.clock.now(),
    }),
    site: ({ releases, overdue, asOf }, refreshMs) =>
      siteOf({
        repository: forge.repository,
        webUrl: forge.webUrl,
        releases,
        overdue,
        sprint: period === "sprint" ? { kind: period, ...sprint } : undefined,
        now: asOf,
        refreshMs,
      }),
  };
}

/** How often the journal is looked at while it is followed; a push and a build of Pages come on top. */
const pollMs = 10_000;
/** How often an open page of a published site asks for a newer one. */
const refreshMs = 20_000;
/** A release whose driver is dead moves no more and waits for nobody. */
const quietMs = 30 * 60_000;

/** What is told of each push. */
export interface Published {
  readonly sha: string;
  readonly files: number;
}

/**
 * Pushes the dashboard to a branch: once, or with `follow` whenever something moved, until no release moves by itself or
 * none has for half an hour.
 */
export async function publishDashboard(
  workplace: Workplace,
  { branch, follow }: { readonly branch: string; readonly follow: boolean },
  onPublished: (published: Published) => void,
): Promise<void> {
  const { publishSite } = await import("#dashboard");
  const { clock, signal } = workplace.surroundings;
  const { read, site } = await openDashboard(workplace);
  let last: { readonly version: string; readonly at: number } | undefined;
  for (;;) {
    const picture = await read();
    if (picture.version !== last?.version) {
      const made = site(picture, refreshMs);
      const sha = await publishSite(workplace.git, made, { branch, at: new Date(picture.asOf).toISOString() });
      onPublished({ sha, files: made.size });
      last = { version: picture.version, at: picture.asOf };
    }
    if (!follow || !picture.isMoving || picture.asOf - last.at > quietMs) return;
    await clock.sleep(pollMs, signal);
  }
}
