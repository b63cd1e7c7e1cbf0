import { cp } from "node:fs/promises";
import path from "node:path";

import { realClock } from "#http";
import { openLocalPlatform, type Observation } from "#targets";

import type { WorldOptions } from "../../packages/testbed/index.ts";

/** Told of every moment at which a death leaves something else behind. */
export type OnMoment = (name: string) => Promise<void>;

/** What runs in one environment of a crash world; it can be put back to any moment. */
export interface Place {
  /** Remembers all of it below a directory that is there. */
  remember(directory: string): Promise<Remembered>;
  /** For people and for comparison: what has which share, like `v1.0.0 100 %`. */
  serving(): Promise<readonly string[]>;
  /** What else is there, without times, ports and process ids. */
  left(): Promise<readonly string[]>;
  /** Who is told of the moments inside one effect, at which the platform is about to be changed and was; nobody by default. */
  tell(onMoment: OnMoment | undefined): Promise<void>;
  end(): Promise<void>;
}

/** A moment of a place. */
export interface Remembered {
  /** How many versions had traffic. */
  readonly sharing: number;
  restore(): Promise<void>;
}

/** A place of production other than the local platform: opened before the world, whose first version is deployed to it. */
export interface Elsewhere extends Place {
  readonly config: NonNullable<WorldOptions["config"]>;
}

/** The local platform of an environment. It counts its writes, and each of them is whole: it has no moments of its own. */
export async function localPlace(home: string): Promise<Place> {
  const platform = await openLocalPlatform(home, { port: 0, clock: realClock, signal: new AbortController().signal });
  return {
    async remember(directory) {
      await copyTrees(home, directory);
      const moment = await platform.snapshot();
      return {
        sharing: moment.revisions.filter(({ percent }) => percent > 0).length,
        async restore() {
          await copyTrees(directory, home);
          await platform.restore(moment);
        },
      };
    },
    serving: async () =>
      (await platform.snapshot()).revisions
        .filter(({ parked }) => !parked)
        .map(({ version, percent, instances }) => `${version} ${percent} %${instances === 1 ? "" : ` on ${instances}`}`)
        .toSorted(),
    left: async () => [],
    tell: async () => {},
    // It goes with the world.
    end: async () => {},
  };
}

/** The trees of deployed versions: the platform removes those that a later moment does not need. */
async function copyTrees(from: string, to: string): Promise<void> {
  await cp(path.join(from, "versions"), path.join(to, "versions"), { recursive: true, force: false }).catch(
    (thrown: NodeJS.ErrnoException) => {
      if (thrown.code !== "ENOENT") throw thrown;
    },
  );
}

/** The shares that a target reads from its platform, as `serving` tells them. */
export function sharesOf({ revisions }: Observation): readonly string[] {
  return revisions.map(({ version, percent }) => `${version} ${percent} %`).toSorted();
}

/** How many versions have traffic. */
export function sharingOf({ revisions }: Observation): number {
  return revisions.filter(({ percent }) => percent > 0).length;
}

/**
 * The configuration of a place of production with these settings. A machine with too much to do answers late, and that is
 * nothing that a version did: only what never comes is a failure.
 */
export function patient(settings: Readonly<Record<string, unknown>>): NonNullable<WorldOptions["config"]> {
  return [
    ...Object.entries({ ...settings, healthEvery: "200ms" }).map(
      ([name, value]) => [["environments", "production", name], value] as const,
    ),
    [["smoke", "timeout"], "20s"],
  ];
}
