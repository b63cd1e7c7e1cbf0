export type { Commit, Footer, Merge, ParsedCommit, Person, Reference, Revert } from "./commit.ts";
export { logArguments, logFormat, readCommits } from "./git-log.ts";
export { lintCommit, type MessageProblem } from "./lint.ts";
export { parseCommit } from "./parse-commit.ts";
export { defaultCommitTypes, type CommitType } from "./commit-types.ts";
export {
  buildChangelog,
  parseLog,
  type Changelog,
  type ChangelogOptions,
  type Ledger,
  type LedgerLine,
} from "./build-changelog.ts";
export type { Bump } from "./bump.ts";
export { findKnownAuthors, knownAuthorsArguments, type Contributor } from "./contributors.ts";
export { changelogsOf, releaseTags, type HistoryOptions } from "./history.ts";
export { readingOf, type Preset, type Reading } from "./preset-rules.ts";
export type { SquashStyle } from "./squash.ts";
export type { Entry } from "./entry.ts";
export type { Group } from "./groups.ts";
export { highest, prereleaseVersions, type Prereleases } from "./prereleases.ts";
export { lastReleaseTag, requireVersionForm, resolveVersion, type VersionQuestion } from "./versions.ts";
export { markRolledBack, readSection, updateChangelogFile, type RolledBack } from "./changelog-file.ts";
export { bumpVersionFiles, versionFilePaths } from "./version-files.ts";
export { appendGroups } from "./append.ts";
