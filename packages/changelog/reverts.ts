import type { ParsedCommit, Revert } from "./commit.ts";

/** Pairs that cancel out: by index of the commit, the index of its partner. */
export interface Cancelled {
  /** Taken back by that later commit. */
  readonly reverted: ReadonlyMap<number, number>;
  /** Commits that did nothing but take back others of this range. */
  readonly spent: ReadonlySet<number>;
}

/**
 * Which commits take each other back. `commits` come newest first, as git tells them: a revert that was itself
 * reverted takes nothing back, so what it had taken stands again.
 */
export function cancelReverts(commits: readonly ParsedCommit[]): Cancelled {
  const reverted = new Map<number, number>();
  const spent = new Set<number>();
  const reverts = [...commits.entries()].filter(([, commit]) => commit.reverts !== undefined);
  if (reverts.length === 0) return { reverted, spent };
  const find = targetFinder(commits);
  for (const [index, { reverts: revert }] of reverts) {
    if (revert === undefined || reverted.has(index)) continue;
    const targets = find(revert, index);
    for (const target of targets.inRange) if (!reverted.has(target)) reverted.set(target, index);
    if (targets.inRange.length > 0 && !targets.others) spent.add(index);
  }
  return { reverted, spent };
}

interface Targets {
  readonly inRange: readonly number[];
  /** It also takes back something that is not in this range, so it is news. */
  readonly others: boolean;
}

function targetFinder(commits: readonly ParsedCommit[]): (revert: Revert, at: number) => Targets {
  const byPrefix = indexBy(commits, (commit) => commit.commit.sha.slice(0, 7));
  const byHeader = indexBy(commits, (commit) => withoutSuffix(commit));
  const byPullRequest = indexBy(commits, (commit) => commit.pullRequest ?? "");

  const bySha = (sha: string) => {
    const hits = (byPrefix.get(sha.slice(0, 7)) ?? []).filter((index) => commits[index]?.commit.sha.startsWith(sha));
    // An abbreviation that fits two commits names none.
    return hits.length === 1 ? hits : [];
  };
  return ({ shas, header, pullRequest }, at) => {
    if (shas.length > 0) {
      const found = shas.map(bySha);
      return { inRange: found.flat(), others: found.some((hits) => hits.length === 0) };
    }
    const named = pullRequest === undefined ? [] : (byPullRequest.get(pullRequest) ?? []);
    const titled = header === undefined ? [] : (byHeader.get(header) ?? byHeader.get(withoutNumber(header)) ?? []);
    const older = (named.length > 0 ? named : titled).find((index) => index > at);
    return { inRange: older === undefined ? [] : [older], others: older === undefined };
  };
}

function withoutSuffix({ header }: ParsedCommit): string {
  return withoutNumber(header);
}

function withoutNumber(header: string): string {
  return header.replace(/ \(#\d{1,10}\)$/, "");
}

function indexBy(commits: readonly ParsedCommit[], key: (commit: ParsedCommit) => string) {
  const index = new Map<string, number[]>();
  for (const [at, commit] of commits.entries()) {
    const list = index.get(key(commit));
    if (list === undefined) index.set(key(commit), [at]);
    else list.push(at);
  }
  return index as ReadonlyMap<string, readonly number[]>;
}
