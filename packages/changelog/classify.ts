import { rankOf } from "./bump.ts";
import type { ParsedCommit } from "./commit.ts";
import { findType, type TypeTable } from "./commit-types.ts";
import { contentOfMerges, type Brought } from "./merges.ts";
import type { Reading } from "./preset-rules.ts";
import { parseCommit } from "./parse-commit.ts";
import { cancelReverts } from "./reverts.ts";
import { squashedCommits, type SquashStyle } from "./squash.ts";

/** What became of one commit. Every commit has exactly one fate: that closes the ledger. */
export type Fate =
  | {
      readonly kind: "listed";
      readonly commit: ParsedCommit;
      /** The changes that it tells: itself, or commits that it squashed. Never empty. */
      readonly changes: readonly ParsedCommit[];
      readonly pullRequest: string | undefined;
    }
  | { readonly kind: "hidden"; readonly commit: ParsedCommit; readonly cause: HiddenCause; readonly reason: string }
  | { readonly kind: "unconventional"; readonly commit: ParsedCommit };

/** Why a commit is not shown: its type, a revert, a merge that tells or is told, or the same change seen before. */
export type HiddenCause = "type" | "revert" | "merge" | "repeat";

/** The fate of each commit of a range, in the same order (newest first, as git tells them). */
export function classify(
  commits: readonly ParsedCommit[],
  types: TypeTable,
  { squash = "title", reading }: { readonly squash?: SquashStyle; readonly reading?: Reading } = {},
): readonly Fate[] {
  const brought = contentOfMerges(commits);
  const { reverted, spent } = cancelReverts(commits);
  const takenBack = new Map<number, number>();
  const titles = new Map<number, ParsedCommit>();
  const voices = mergesThatSpeak(commits, { types, brought, reading }, titles);
  const seen = new Set<string>();

  return commits.map((commit, index) => {
    const hidden = (cause: HiddenCause, reason: string): Fate => ({ kind: "hidden", commit, cause, reason });
    const merge = brought.by.get(index);
    // What reverts a merge reverts all that it brought; merges come before their content, so theirs is known here.
    const reverter = reverted.get(index) ?? (merge === undefined ? undefined : takenBack.get(merge));
    if (reverter !== undefined) {
      takenBack.set(index, reverter);
      return hidden("revert", `reverted by ${short(commits[reverter])}`);
    }
    if (spent.has(index)) return hidden("revert", "reverts a commit of this range");
    if (commit.commit.parents.length > 1 && !voices.has(index)) return mergeFate(commit, brought.commits.get(index));
    const told = titles.get(index) ?? commit;
    const squashed = squashedCommits(told, types, reading);
    // What breaks its readers is told, however its header is written.
    if (told.type === undefined && squashed.length === 0 && !told.breaking) {
      if (merge !== undefined && voices.has(merge))
        return hidden("merge", `told by its merge, ${short(commits[merge])}`);
      return { kind: "unconventional", commit: told };
    }
    const changes = changesOf(told, squashed, types, squash);
    if (changes.length === 0) return hidden("type", whyHidden(told, types));
    const pullRequest = told.pullRequest ?? (merge === undefined ? undefined : commits[merge]?.pullRequest);
    const key = `${told.pullRequest ?? told.commit.sha} ${told.header}`;
    if (seen.has(key)) return hidden("repeat", `the same change as another commit of #${told.pullRequest ?? ""}`);
    seen.add(key);
    return { kind: "listed", commit: told, changes, pullRequest };
  });
}

/**
 * What a commit tells. People wrote the title of a squash: it stands for the commits in it, as long as it does not hide
 * what asks for more. A title without a type stands for nothing, and its commits speak.
 */
function changesOf(
  title: ParsedCommit,
  squashed: readonly ParsedCommit[],
  types: TypeTable,
  squash: SquashStyle,
): readonly ParsedCommit[] {
  const isShown = (change: ParsedCommit): boolean => {
    const row = findType(types, change);
    return change.breaking || (row !== undefined && row.hidden !== true);
  };
  const own = (title.type !== undefined || title.breaking) && isShown(title) ? [title] : [];
  if (squashed.length === 0) return own;
  const titleRank = title.type === undefined ? -1 : rankOf(title, types);
  const told = new Set(own.map(wordsOf));
  const more = squashed.filter((part) => {
    if (!isShown(part) || told.has(wordsOf(part))) return false;
    if (squash === "title" && rankOf(part, types) <= titleRank) return false;
    told.add(wordsOf(part));
    return true;
  });
  return [...own, ...more];
}

function wordsOf({ type, scope, description }: ParsedCommit): string {
  return `${type} ${scope ?? ""} ${description.toLowerCase()}`;
}

function whyHidden({ type }: ParsedCommit, types: TypeTable): string {
  if (type === undefined) return "the commits in it are of types that are not shown";
  return types.byType.has(type) ? `type "${type}" is not shown` : `no section for type "${type}"`;
}

function short(commit: ParsedCommit | undefined): string {
  return commit?.commit.sha.slice(0, 7) ?? "";
}

/** A merge without a voice. When its content is not in the range, its own title is all there is to tell. */
function mergeFate(commit: ParsedCommit, content: readonly number[] | undefined): Fate {
  const untold = content === undefined || content.length === 0;
  const title = commit.merge === undefined ? commit.header : commit.merge.message;
  if (untold && title !== "" && commit.pullRequest !== undefined) return { kind: "unconventional", commit };
  return { kind: "hidden", commit, cause: "merge", reason: "merge: its commits tell the change" };
}

/**
 * Merges that are listed themselves, because their conventional title says more than the commits that they brought.
 * Otherwise each change would stand in the notes twice, or a feature of ten "wip" commits not at all.
 */
function mergesThatSpeak(
  commits: readonly ParsedCommit[],
  {
    types,
    brought,
    reading,
  }: { readonly types: TypeTable; readonly brought: Brought; readonly reading: Reading | undefined },
  titles: Map<number, ParsedCommit>,
): ReadonlySet<number> {
  const speaking = new Set<number>();
  const contentRank = new Map<number, number>();
  for (const [index, content] of brought.commits) {
    const commit = commits[index];
    if (commit === undefined) continue;
    const title = titleOf(commit, reading);
    const rank = title.type === undefined ? -1 : rankOf(title, types);
    const below = content.reduce((most, at) => {
      const own = commits[at];
      const ofMerge = contentRank.get(at);
      if (ofMerge !== undefined) return Math.max(most, ofMerge);
      return own?.type === undefined ? most : Math.max(most, rankOf(own, types));
    }, -1);
    contentRank.set(index, Math.max(below, rank));
    if (rank <= below) continue;
    speaking.add(index);
    titles.set(index, title);
  }
  return speaking;
}

/** A generated merge header says nothing; the text under it is the title of the pull request. */
function titleOf(commit: ParsedCommit, reading: Reading | undefined): ParsedCommit {
  if (commit.merge === undefined || commit.merge.message === "") return commit;
  const title = parseCommit({ ...commit.commit, message: commit.merge.message }, reading);
  return { ...title, pullRequest: title.pullRequest ?? commit.pullRequest };
}
