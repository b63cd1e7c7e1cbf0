import {
  buildChangelog,
  findKnownAuthors,
  knownAuthorsArguments,
  logArguments,
  parseLog,
  readingOf,
  type Changelog,
  type ChangelogOptions,
  type ParsedCommit,
  type Preset,
} from "#changelog";
import { changelogStyle, type Config } from "#config";
import type { Git } from "#git";

/** What a release brings: the commits after the tag before it, and who of their authors was known by then. */
export interface ReleaseRange {
  readonly previousTag: string | undefined;
  readonly commits: readonly ParsedCommit[];
  readonly knownAuthors: ReadonlySet<string> | undefined;
}

/** Reads the range up to `until`, each history once. */
export async function readRange(
  git: Pick<Git, "log">,
  {
    previousTag,
    until,
    preset,
  }: { readonly previousTag: string | undefined; readonly until: string; readonly preset: Preset | undefined },
): Promise<ReleaseRange> {
  const range = previousTag === undefined ? until : `${previousTag}..${until}`;
  const commits = await parseLog(git.log(logArguments(range)), preset === undefined ? undefined : readingOf(preset));
  const knownAuthors =
    previousTag === undefined || commits.length === 0
      ? undefined
      : await findKnownAuthors(commits, git.log(knownAuthorsArguments(previousTag)));
  return { previousTag, commits, knownAuthors };
}

/** The notes of a range by the configuration, and the preset that the range was read with. */
export function notesOf(
  { previousTag, commits, knownAuthors }: ReleaseRange,
  { version, date, repositoryUrl }: Pick<ChangelogOptions, "version" | "date" | "repositoryUrl">,
  { settings, preset }: { readonly settings: Config["changelog"]; readonly preset: Preset | undefined },
): Changelog {
  return buildChangelog(commits, {
    version,
    date,
    ...changelogStyle(settings, preset),
    ...(repositoryUrl === undefined ? {} : { repositoryUrl }),
    ...(previousTag === undefined ? {} : { previousTag }),
    ...(knownAuthors === undefined ? {} : { knownAuthors }),
  });
}
