import type { ParsedCommit } from "./commit.ts";

/** For each merge: the commits that it brought, and for each commit the merge that brought it. */
export interface Brought {
  readonly by: ReadonlyMap<number, number>;
  readonly commits: ReadonlyMap<number, readonly number[]>;
}

const nothing: Brought = { by: new Map(), commits: new Map() };

/**
 * Which merge brought which commits of the range, so that a change is told once: by its commits, or by the merge.
 * Each commit is visited once, whatever the shape of the history.
 */
export function contentOfMerges(commits: readonly ParsedCommit[]): Brought {
  if (!commits.some(({ commit }) => commit.parents.length > 1)) return nothing;
  const indexOf = new Map(commits.map(({ commit }, index) => [commit.sha, index]));
  const by = new Map<number, number>();
  const brought = new Map<number, readonly number[]>();
  const mainline = firstParents(commits, indexOf);
  // Oldest first: an inner merge takes what it brought before the outer one takes the rest.
  for (const [index, { commit }] of [...commits.entries()].toReversed()) {
    if (commit.parents.length < 2) continue;
    const claimed: number[] = [];
    const open = commit.parents.slice(1);
    for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
      const at = indexOf.get(sha);
      if (at === undefined || at === index || by.has(at) || mainline.has(at)) continue;
      by.set(at, index);
      claimed.push(at);
      open.push(...(commits[at]?.commit.parents ?? []));
    }
    brought.set(index, claimed);
  }
  return { by, commits: brought };
}

function firstParents(commits: readonly ParsedCommit[], indexOf: ReadonlyMap<string, number>): ReadonlySet<number> {
  const line = new Set<number>();
  for (let at: number | undefined = 0; at !== undefined && !line.has(at);) {
    line.add(at);
    const parent: string | undefined = commits[at]?.commit.parents[0];
    at = parent === undefined ? undefined : indexOf.get(parent);
  }
  return line;
}
