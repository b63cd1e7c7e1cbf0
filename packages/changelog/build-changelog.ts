import { ReleaseFault } from "#faults";
import { bumpOfRank, rankOf, type Bump } from "./bump.ts";
import { classify, type Fate, type HiddenCause } from "./classify.ts";
import type { ParsedCommit } from "./commit.ts";
import { defaultTable, typeTable, type CommitType } from "./commit-types.ts";
import { contributorsOf, type Contributor } from "./contributors.ts";
import { toEntry, type Entry } from "./entry.ts";
import { groupEntries, type Group } from "./groups.ts";
import { linksOf } from "./links.ts";
import { readCommits } from "./git-log.ts";
import { ticketTest } from "./references.ts";
import { parseCommit } from "./parse-commit.ts";
import type { Reading } from "./preset-rules.ts";
import { sectionMarkdown } from "./section.ts";
import type { SquashStyle } from "./squash.ts";
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
  /** Addresses (lower case) of all who contributed before (`findKnownAuthors`); tells who is new. */
  readonly knownAuthors?: ReadonlySet<string>;
  /** Address of a ticket with `{id}` in it, such as `https://acme.atlassian.net/browse/{id}`. */
  readonly ticketUrl?: string;
  /** Keys before the dash that make a ticket (`SHOP` of `SHOP-3`); default: any. */
  readonly ticketKeys?: readonly string[];
  /** Default `title`. */
  readonly squash?: SquashStyle;
  /** How the team reads messages (`readingOf`), where it does so otherwise; the commits were parsed with it. */
  readonly reading?: Reading;
  /** Whether commits without a type are listed, under a heading of their own; default true. */
  readonly listUnconventional?: boolean;
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
  /** `hidden`, by why. */
  readonly hiddenBy: { readonly [C in HiddenCause]: number };
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

/** A range of a `git log` stream, parsed. In memory as a whole: reverts and merges meet their targets in it. */
export async function parseLog(log: AsyncIterable<Uint8Array>, reading?: Reading): Promise<readonly ParsedCommit[]> {
  const parsed: ParsedCommit[] = [];
  for await (const commits of readCommits(log)) for (const commit of commits) parsed.push(parseCommit(commit, reading));
  return parsed;
}

/**
 * The notes of one version from its commits, newest first as git tells them. The same commits give the same text.
 * No commit gets lost: each is in the notes, hidden with a reason, or unconventional, and the ledger says which.
 */
export function buildChangelog(parsed: readonly ParsedCommit[], options: ChangelogOptions): Changelog {
  const types = options.types === undefined ? defaultTable : typeTable(options.types);
  const isTicket = ticketTest(options.ticketKeys);
  const fates = classify(parsed, types, options);
  const ledger = ledgerOf(fates);
  const listed = fates.filter((fate) => fate.kind === "listed");
  const changes = listed.flatMap((fate) => fate.changes);
  const entries = listed.flatMap((fate) => fate.changes.map((change) => toEntry(change, fate.pullRequest, isTicket)));
  const groups = groupEntries(entries, types);
  const untyped =
    entries.length > 0 && options.listUnconventional === false
      ? []
      : fates
          .filter((fate) => fate.kind === "unconventional")
          .map(({ commit }) => toEntry(commit, commit.pullRequest, isTicket));
  const contributors = contributorsOf(parsed, options.knownAuthors);
  const links = options.repositoryUrl === undefined ? undefined : linksOf(options.repositoryUrl);
  return {
    markdown: sectionMarkdown({ options, groups, untyped, contributors, links, ledger }),
    ledger,
    groups,
    bump: bumpOfRank(changes.reduce((most, change) => Math.max(most, rankOf(change, types)), 0)),
    breaking: entries.filter((entry) => entry.breaking),
    contributors,
    warnings: warningsOf(ledger, untyped.length > 0),
  };
}

function ledgerOf(fates: readonly Fate[]): Ledger {
  const inNotes: LedgerLine[] = [];
  const hidden: LedgerLine[] = [];
  const unconventional: LedgerLine[] = [];
  const hiddenBy = { type: 0, revert: 0, merge: 0, repeat: 0 };
  for (const fate of fates) {
    if (fate.kind === "hidden") hiddenBy[fate.cause] += 1;
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
    hiddenBy,
    lists: { inNotes, hidden, unconventional },
  };
}
