import { highest, prereleaseVersions, resolveVersion, type Bump, type Prereleases } from "#changelog";
import type { Config } from "#config";
import type { Git } from "#git";

import type { ReleaseRange } from "./release-notes.ts";
import type { StartCommand } from "../commands/start-command.ts";

/** The version of a release, and the tag whose commits it goes on from. */
export interface ChosenVersion {
  readonly version: string;
  /** The last released tag; of a pre-release the one before it, where the release contains that. */
  readonly previousTag: string | undefined;
  readonly warnings: readonly string[];
}

/** The version that was asked for, or a fault that says which one would do. `since` is the range after the last release. */
export function chooseVersion(
  command: StartCommand,
  {
    since,
    bump,
    tags,
    config,
  }: {
    readonly since: ReleaseRange;
    readonly bump: Bump | undefined;
    readonly tags: Awaited<ReturnType<Git["tags"]>>;
    readonly config: Config;
  },
): ChosenVersion {
  const { previousTag } = since;
  const prereleases = knownPrereleases(since, tags, config);
  const { version, warnings } = resolveVersion({
    asked: command.version,
    last: previousTag?.slice(1),
    commits: bump,
    allowLower: command.allowLowerVersion === true,
    prereleases,
  });
  const before = highest(prereleases.contained);
  return { version, warnings, previousTag: version.includes("-") && before !== undefined ? `v${before}` : previousTag };
}

function knownPrereleases(
  { commits }: ReleaseRange,
  tags: Awaited<ReturnType<Git["tags"]>>,
  { versions }: Config,
): Prereleases {
  const taken = prereleaseVersions(tags.map(({ name }) => name));
  const shaOf = new Map(tags.map(({ name, sha }) => [name, sha]));
  const inRange = new Set(commits.map(({ commit }) => commit.sha));
  return {
    word: versions.prerelease === false ? undefined : versions.prerelease,
    taken,
    contained: taken.filter((version) => inRange.has(shaOf.get(`v${version}`) ?? "")),
  };
}
