import type { Finding } from "./findings.ts";
import type { DashboardRelease, Overdue } from "./site.ts";

/** What the dashboard reads; of the journal, and of the code host. */
export interface Source {
  /** Every release, live and archived. */
  readonly every: () => Promise<readonly DashboardRelease[]>;
  readonly live: () => Promise<readonly DashboardRelease[]>;
  readonly overdue: (releases: readonly DashboardRelease[]) => Promise<readonly Overdue[]>;
  /** What people wrote down about releases that are over, oldest first. */
  readonly findings: () => Promise<readonly Finding[]>;
  /** ms since the epoch. */
  readonly now: () => number;
}

/** Everything at one moment. */
export interface Picture {
  readonly releases: readonly DashboardRelease[];
  readonly overdue: readonly Overdue[];
  readonly findings: readonly Finding[];
  /** When it was read, ms since the epoch. */
  readonly asOf: number;
  /** The same for two pictures of the same facts. */
  readonly version: string;
  /** Whether a release is under way that waits for nobody: more facts are to come. */
  readonly isMoving: boolean;
}

/** The archive only grows when a live release ends; it is read once more this often all the same. */
const wholeEveryMs = 60_000;

/** A function that reads what there is now. The whole journal is read at first, when the set of live releases changes, and once a minute. */
export function createNewsReader({ every, live, overdue, findings, now }: Source): () => Promise<Picture> {
  let whole: (Pick<Picture, "releases" | "overdue" | "findings"> & { readonly at: number }) | undefined;
  return async () => {
    const asOf = now();
    const isFresh = whole !== undefined && asOf - whole.at < wholeEveryMs;
    const moving = isFresh ? await live() : [];
    if (whole === undefined || !isFresh || idsOf(moving) !== idsOf(whole.releases.filter((one) => one.live))) {
      const releases = sameAgain(await every(), whole?.releases ?? []);
      whole = { at: asOf, releases, overdue: await overdue(releases), findings: await findings() };
    } else whole = { ...whole, releases: [...whole.releases.filter((one) => !one.live), ...moving] };
    return {
      ...whole,
      asOf,
      version: versionOf(whole),
      isMoving: whole.releases.some(isMoving),
    };
  };
}

/** A release whose facts are the ones that are known stays the very same object: what was measured of it counts on. */
function sameAgain(read: readonly DashboardRelease[], known: readonly DashboardRelease[]): readonly DashboardRelease[] {
  const byId = new Map(known.map((release) => [release.id, release]));
  return read.map((release) => {
    const before = byId.get(release.id);
    return before !== undefined && before.live === release.live && endOf(before) === endOf(release) ? before : release;
  });
}

/** Each fact carries the digest of the one before, so the last one stands for all. */
function endOf({ facts, record: { lastSeq } }: DashboardRelease): string {
  return `${lastSeq} ${JSON.stringify(facts.at(-1))}`;
}

const idsOf = (releases: readonly DashboardRelease[]): string =>
  releases
    .map(({ id }) => id)
    .toSorted()
    .join();

function versionOf({ releases, overdue, findings }: Pick<Picture, "releases" | "overdue" | "findings">): string {
  const heads = releases.filter(({ live }) => live).map(({ id, record }) => `${id}@${record.lastSeq}`);
  return [releases.length, findings.length, ...heads.toSorted(), ...overdue.map(({ release }) => release)].join();
}

const isMoving = ({ live, record }: DashboardRelease): boolean => live && record.suspended === undefined;
