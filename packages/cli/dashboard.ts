import path from "node:path";

import { createNewsReader, publishSite, serveSite, siteOf, writeSite, type Picture, type SiteInput } from "#dashboard";
import { exitCode } from "#faults";
import { overdueReviews, type Workplace } from "#stages";

/** What `release dashboard` does: writes the site, serves it live, or pushes it to the branch of a host of pages. */
export type DashboardWanted =
  | { readonly kind: "build"; readonly out: string }
  | { readonly kind: "serve"; readonly port: number }
  | { readonly kind: "publish"; readonly branch: string; readonly follow: boolean };

/** How often the journal is looked at while somebody looks on, and while a job publishes. */
const servePollMs = 1000;
const publishPollMs = 10_000;
/** How often an open page of a published site asks for a newer one. */
const publishedRefreshMs = 20_000;

export async function dashboard(
  workplace: Workplace,
  { wanted }: { readonly wanted: DashboardWanted },
  print: (text: string) => void,
): Promise<number> {
  switch (wanted.kind) {
    case "build": {
      const folder = path.resolve(workplace.surroundings.cwd, wanted.out);
      await writeSite(siteOf(inputOf(workplace, await readerOf(workplace)())), folder);
      // Not by `path`: the bundler would take a path that ends in a known name for a file of ours.
      print(`${folder}${path.sep}index.html\n`);
      return exitCode.ok;
    }
    case "serve":
      return serve(workplace, wanted.port, print);
    case "publish":
      return publish(workplace, wanted, print);
  }
}

/** Reads the journal: each call gives what there is now, and reads as little as it can. */
function readerOf(workplace: Workplace): () => Promise<Picture> {
  const { journal, surroundings } = workplace;
  return createNewsReader({
    every: () => journal.every(),
    live: () => journal.live(),
    overdue: async (releases) =>
      (await overdueReviews(workplace, releases)).map(({ release, due, url }) => ({ release, due, url })),
    now: () => surroundings.clock.now(),
  });
}

function inputOf({ forge }: Workplace, { releases, overdue, asOf }: Picture, refreshMs?: number): SiteInput {
  return { repository: forge.repository, webUrl: forge.webUrl, releases, overdue, now: asOf, refreshMs };
}

/** Until it is stopped. */
async function serve(workplace: Workplace, port: number, print: (text: string) => void): Promise<number> {
  const { clock, signal, say } = workplace.surroundings;
  const server = await serveSite({
    read: readerOf(workplace),
    site: (picture) => siteOf(inputOf(workplace, picture, servePollMs)),
    port,
    pollMs: servePollMs,
    sleep: (ms) => clock.sleep(ms, signal),
    signal,
    say,
  });
  print(`${server.address}\n`);
  await server.ended;
  return exitCode.ok;
}

/** Once; with `follow` again whenever something moved, until no release moves by itself. */
async function publish(
  workplace: Workplace,
  { branch, follow }: Extract<DashboardWanted, { kind: "publish" }>,
  print: (text: string) => void,
): Promise<number> {
  const { clock, signal } = workplace.surroundings;
  const read = readerOf(workplace);
  let published: string | undefined;
  for (;;) {
    const picture = await read();
    if (picture.version !== published) {
      const site = siteOf(inputOf(workplace, picture, publishedRefreshMs));
      const sha = await publishSite(workplace.git, site, { branch, at: new Date(picture.asOf).toISOString() });
      print(`${branch} is ${sha.slice(0, 7)}: ${site.size} files\n`);
      published = picture.version;
    }
    if (!follow || !picture.isMoving) return exitCode.ok;
    await clock.sleep(publishPollMs, signal);
  }
}
