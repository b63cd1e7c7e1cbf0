import type { DashboardRelease, Overdue } from "./site.ts";

/** What the dashboard reads; of the journal, and of the code host. */
export interface Source {
  /** Every release, live and archived. */
  readonly every: () => Promise<readonly DashboardRelease[]>;
  readonly live: () => Promise<readonly DashboardRelease[]>;
  readonly overdue: (releases: readonly DashboardRelease[]) => Promise<readonly Overdue[]>;
  /** ms since the epoch. */
  readonly now: () => number;
}

/** Everything at one moment. */
export interface Picture {
  readonly releases: readonly DashboardRelease[];
  readonly overdue: readonly Overdue[];
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
export function createNewsReader({ every, live, overdue, now }: Source): () => Promise<Picture> {
  let whole:
    | { readonly at: number; readonly releases: readonly DashboardRelease[]; readonly overdue: readonly Overdue[] }
    | undefined;
  return async () => {
    const asOf = now();
    const isFresh = whole !== undefined && asOf - whole.at < wholeEveryMs;
    const moving = isFresh ? await live() : [];
    if (whole === undefined || !isFresh || idsOf(moving) !== idsOf(whole.releases.filter((one) => one.live))) {
      const releases = await every();
      whole = { at: asOf, releases, overdue: await overdue(releases) };
    } else whole = { ...whole, releases: [...whole.releases.filter((one) => !one.live), ...moving] };
    return {
      ...whole,
      asOf,
      version: versionOf(whole.releases, whole.overdue),
      isMoving: whole.releases.some(isMoving),
    };
  };
}

const idsOf = (releases: readonly DashboardRelease[]): string =>
  releases
    .map(({ id }) => id)
    .toSorted()
    .join();

function versionOf(releases: readonly DashboardRelease[], overdue: readonly Overdue[]): string {
  const heads = releases.filter(({ live }) => live).map(({ id, record }) => `${id}@${record.lastSeq}`);
  return [releases.length, ...heads.toSorted(), ...overdue.map(({ release }) => release)].join();
}

const isMoving = ({ live, record }: DashboardRelease): boolean => live && record.suspended === undefined;
