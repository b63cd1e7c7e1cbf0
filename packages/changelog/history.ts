import { Awaited } from "./awaited.ts";
import { buildChangelog, type Changelog, type ChangelogOptions } from "./build-changelog.ts";
import type { ParsedCommit } from "./commit.ts";
import { readCommits } from "./git-log.ts";
import { parseCommit } from "./parse-commit.ts";

/** What the notes of every release of a history have in common. */
export interface HistoryOptions extends Omit<ChangelogOptions, "version" | "date" | "previousTag" | "tag"> {
  /** Tags by the commit that they name (`releaseTags`). */
  readonly tags: ReadonlyMap<string, string>;
  /** What the commits after the last tag are called. */
  readonly untagged: string;
  /** The tag that the log begins after, when it does. */
  readonly after?: string;
}

interface Open {
  readonly tag: string | undefined;
  readonly commits: ParsedCommit[];
  /** Commits that are its own if no older release has them, and did not come yet. */
  awaited: number;
}

/**
 * The notes of each release in a `git log` stream, newest first. A commit belongs to the oldest release that contains
 * it, on whatever branch it was made. In memory are the releases that may still get commits: one, where the history is
 * a line.
 */
export async function* changelogsOf(
  log: AsyncIterable<Uint8Array>,
  options: HistoryOptions,
): AsyncGenerator<readonly Changelog[]> {
  const releases: Open[] = [{ tag: undefined, commits: [], awaited: 0 }];
  const awaited = new Awaited();
  let written = 0;
  const place = ({ commit }: ParsedCommit): number => {
    const tag = options.tags.get(commit.sha);
    const child = awaited.releaseOf(commit.sha);
    if (child !== undefined) {
      awaited.delete(commit.sha);
      at(releases, child).awaited -= 1;
    }
    // A clock that ran backwards may show a commit before its children: the release that is open has it then.
    if (tag === undefined) return Math.max(child ?? 0, written);
    releases.push({ tag, commits: [], awaited: 0 });
    return releases.length - 1;
  };
  const expect = (sha: string, release: number): void => {
    const before = awaited.releaseOf(sha);
    if (before !== undefined && before >= release) return;
    if (before !== undefined) at(releases, before).awaited -= 1;
    awaited.set(sha, release);
    at(releases, release).awaited += 1;
  };
  const complete = (last: number): readonly Changelog[] => {
    const done: Changelog[] = [];
    for (; written < last && (last === releases.length || at(releases, written).awaited === 0); written += 1) {
      const release = at(releases, written);
      if (release.commits.length > 0) done.push(sectionOf(release, releases[written + 1]?.tag, options));
      release.commits.length = 0;
    }
    return done;
  };
  for await (const batch of readCommits(log)) {
    const done: Changelog[] = [];
    for (const commit of batch) {
      const parsed = parseCommit(commit, options.reading);
      const release = place(parsed);
      at(releases, release).commits.push(parsed);
      for (const parent of commit.parents) expect(parent, release);
      if (written < releases.length - 1) done.push(...complete(releases.length - 1));
    }
    if (done.length > 0) yield done;
  }
  yield complete(releases.length);
}

function at(releases: readonly Open[], index: number): Open {
  const release = releases[index];
  if (release === undefined) throw new RangeError(`no release ${index}`);
  return release;
}

function sectionOf({ tag, commits }: Open, before: string | undefined, options: HistoryOptions): Changelog {
  const [newest] = commits;
  const previousTag = before ?? options.after;
  return buildChangelog(commits, {
    ...options,
    version: tag === undefined ? options.untagged : tag.replace(/^v/, ""),
    tag: tag ?? newest?.commit.sha ?? "",
    date: new Date((newest?.commit.committedAt ?? 0) * 1000).toISOString().slice(0, 10),
    ...(previousTag === undefined ? {} : { previousTag }),
  });
}

const version = /^v?\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/;

/** The tags that name a version, by their commits. Of a release and its candidates on one commit, the release. */
export function releaseTags(
  tags: readonly { readonly name: string; readonly sha: string }[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { name, sha } of tags) {
    if (!version.test(name)) continue;
    const known = found.get(sha);
    if (known === undefined || (known.includes("-") && !name.includes("-"))) found.set(sha, name);
  }
  return found;
}
