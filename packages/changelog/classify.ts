import { rankOf } from "./bump.ts";
import type { ParsedCommit } from "./commit.ts";
import { findType, type TypeTable } from "./commit-types.ts";
import { contentOfMerges, type Brought } from "./merges.ts";
import { parseCommit } from "./parse-commit.ts";
import { cancelReverts } from "./reverts.ts";

/** What became of one commit. Every commit has exactly one fate: that closes the ledger. */
export type Fate =
  | { readonly kind: "listed"; readonly commit: ParsedCommit; readonly pullRequest: string | undefined }
  | { readonly kind: "hidden"; readonly commit: ParsedCommit; readonly reason: string }
  | { readonly kind: "unconventional"; readonly commit: ParsedCommit };

/** The fate of each commit of a range, in the same order (newest first, as git tells them). */
export function classify(commits: readonly ParsedCommit[], types: TypeTable): readonly Fate[] {
  const brought = contentOfMerges(commits);
  const { reverted, spent } = cancelReverts(commits);
  const takenBack = new Map<number, number>();
  const titles = new Map<number, ParsedCommit>();
  const voices = mergesThatSpeak(commits, types, brought, titles);
  const seen = new Set<string>();

  return commits.map((commit, index) => {
    const hidden = (reason: string): Fate => ({ kind: "hidden", commit, reason });
    const merge = brought.by.get(index);
    // What reverts a merge reverts all that it brought; merges come before their content, so theirs is known here.
    const reverter = reverted.get(index) ?? (merge === undefined ? undefined : takenBack.get(merge));
    if (reverter !== undefined) {
      takenBack.set(index, reverter);
      return hidden(`reverted by ${short(commits[reverter])}`);
    }
    if (spent.has(index)) return hidden("reverts a commit of this range");
    if (commit.commit.parents.length > 1 && !voices.has(index)) return mergeFate(commit, brought.commits.get(index));
    const told = titles.get(index) ?? commit;
    if (told.type === undefined) {
      if (merge !== undefined && voices.has(merge)) return hidden(`told by its merge, ${short(commits[merge])}`);
      return { kind: "unconventional", commit: told };
    }
    const row = findType(types, told);
    if (!told.breaking && row === undefined) return hidden(`no section for type "${told.type}"`);
    if (!told.breaking && row?.hidden === true) return hidden(`type "${told.type}" is not shown`);
    const pullRequest = told.pullRequest ?? (merge === undefined ? undefined : commits[merge]?.pullRequest);
    const key = `${told.pullRequest ?? told.commit.sha} ${told.header}`;
    if (seen.has(key)) return hidden(`the same change as another commit of #${told.pullRequest ?? ""}`);
    seen.add(key);
    return { kind: "listed", commit: told, pullRequest };
  });
}

function short(commit: ParsedCommit | undefined): string {
  return commit?.commit.sha.slice(0, 7) ?? "";
}

/** A merge without a voice. When its content is not in the range, its own title is all there is to tell. */
function mergeFate(commit: ParsedCommit, content: readonly number[] | undefined): Fate {
  const untold = content === undefined || content.length === 0;
  const title = commit.merge === undefined ? commit.header : commit.merge.message;
  if (untold && title !== "" && commit.pullRequest !== undefined) return { kind: "unconventional", commit };
  return { kind: "hidden", commit, reason: "merge: its commits tell the change" };
}

/**
 * Merges that are listed themselves, because their conventional title says more than the commits that they brought.
 * Otherwise each change would stand in the notes twice, or a feature of ten "wip" commits not at all.
 */
function mergesThatSpeak(
  commits: readonly ParsedCommit[],
  types: TypeTable,
  brought: Brought,
  titles: Map<number, ParsedCommit>,
): ReadonlySet<number> {
  const speaking = new Set<number>();
  const contentRank = new Map<number, number>();
  for (const [index, content] of brought.commits) {
    const commit = commits[index];
    if (commit === undefined) continue;
    const title = titleOf(commit);
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
function titleOf(commit: ParsedCommit): ParsedCommit {
  if (commit.merge === undefined || commit.merge.message === "") return commit;
  const title = parseCommit({ ...commit.commit, message: commit.merge.message });
  return { ...title, pullRequest: title.pullRequest ?? commit.pullRequest };
}
