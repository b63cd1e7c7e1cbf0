import { ReleaseFault } from "#faults";
import { bumpOfRank, rankOf, type Bump } from "./bump.ts";
import { classify, type Fate } from "./classify.ts";
import type { Commit, ParsedCommit } from "./commit.ts";
import { defaultCommitTypes, typeTable, type CommitType } from "./commit-types.ts";
import { contributorsOf, type Contributor } from "./contributors.ts";
import { toEntry, type Entry } from "./entry.ts";
import { groupEntries, type Group } from "./groups.ts";
import { linksOf } from "./links.ts";
import { parseCommit } from "./parse-commit.ts";
import { sectionMarkdown } from "./section.ts";
import { warningsOf } from "./warnings.ts";

export interface ChangelogOptions {
  /** Without `v`. */
  readonly version: string;
  /** `YYYY-MM-DD`; given, so that the same commits make the same text. */
  readonly date: string;
  readonly repositoryUrl?: string;
  readonly previousTag?: string;
  /** Tag of this version, for the comparison; default `v` + version. */
  readonly tag?: string;
  /** Default: the table of the `conventionalcommits` preset. */
  readonly types?: readonly CommitType[];
  /** Addresses (lower case) of all who contributed before (`collectAuthors`); tells who is new. */
  readonly knownAuthors?: ReadonlySet<string>;
  /** Address of a ticket with `{id}` in it, such as `https://acme.atlassian.net/browse/{id}`. */
  readonly ticketUrl?: string;
}

/** A commit in the ledger, and why it stands there. */
export interface LedgerLine {
  readonly sha: string;
  readonly header: string;
  /** Why it is not in the notes; empty for those that are. */
  readonly reason: string;
}

/** Where every commit went. `commits` is always `inNotes + hidden + unconventional`. */
export interface Ledger {
  readonly commits: number;
  readonly inNotes: number;
  readonly hidden: number;
  readonly unconventional: number;
  readonly lists: {
    readonly inNotes: readonly LedgerLine[];
    readonly hidden: readonly LedgerLine[];
    readonly unconventional: readonly LedgerLine[];
  };
}

export interface Changelog {
  /** The version's section, from its heading to a final line break. */
  readonly markdown: string;
  readonly ledger: Ledger;
  readonly groups: readonly Group[];
  /** What the commits ask for; `undefined` when none asks for a release. */
  readonly bump: Bump | undefined;
  readonly breaking: readonly Entry[];
  readonly contributors: readonly Contributor[];
  readonly warnings: readonly string[];
}

/**
 * The notes of one version from its commits, newest first as git tells them. The same commits give the same text.
 * No commit gets lost: each is in the notes, hidden with a reason, or unconventional, and the ledger says which.
 */
export async function buildChangelog(
  commits: AsyncIterable<Commit> | Iterable<Commit>,
  options: ChangelogOptions,
): Promise<Changelog> {
  const parsed: ParsedCommit[] = [];
  for await (const commit of commits) parsed.push(parseCommit(commit));
  return changelogOf(parsed, options);
}

/** The same for commits that are parsed already. */
function changelogOf(parsed: readonly ParsedCommit[], options: ChangelogOptions): Changelog {
  const types = typeTable(options.types ?? defaultCommitTypes);
  const fates = classify(parsed, types);
  const ledger = ledgerOf(fates);
  const listed = fates.filter((fate) => fate.kind === "listed");
  const entries = listed.map(({ commit, pullRequest }) => toEntry(commit, pullRequest));
  const groups = groupEntries(entries, types);
  const basic =
    entries.length > 0
      ? []
      : fates.filter((fate) => fate.kind === "unconventional").map(({ commit }) => toEntry(commit, commit.pullRequest));
  const contributors = contributorsOf(parsed, options.knownAuthors);
  const links = options.repositoryUrl === undefined ? undefined : linksOf(options.repositoryUrl);
  return {
    markdown: sectionMarkdown({ options, groups, basic, contributors, links }),
    ledger,
    groups,
    bump: bumpOfRank(listed.reduce((most, { commit }) => Math.max(most, rankOf(commit, types)), 0)),
    breaking: entries.filter((entry) => entry.breaking),
    contributors,
    warnings: warningsOf(parsed, ledger),
  };
}

function ledgerOf(fates: readonly Fate[]): Ledger {
  const inNotes: LedgerLine[] = [];
  const hidden: LedgerLine[] = [];
  const unconventional: LedgerLine[] = [];
  for (const fate of fates) {
    const { commit, header } = fate.commit;
    if (fate.kind === "hidden") hidden.push({ sha: commit.sha, header, reason: fate.reason });
    else if (fate.kind === "listed") inNotes.push({ sha: commit.sha, header, reason: "" });
    else unconventional.push({ sha: commit.sha, header, reason: "does not follow Conventional Commits" });
  }
  if (inNotes.length + hidden.length + unconventional.length !== fates.length) {
    throw new ReleaseFault("bug", "The changelog's ledger does not close", {
      hint: "Report this with the commit range.",
    });
  }
  return {
    commits: fates.length,
    inNotes: inNotes.length,
    hidden: hidden.length,
    unconventional: unconventional.length,
    lists: { inNotes, hidden, unconventional },
  };
}
