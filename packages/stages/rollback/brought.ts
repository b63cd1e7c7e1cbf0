import type { StageContext } from "../context.ts";

/** What the merge of a release brought to its target branch. */
export interface Brought {
  /** The newest commit of it on the target branch. */
  readonly newest: string;
  /** The commit of the target branch before the first of them. */
  readonly before: string;
  /** `git revert`, as a person would type it. */
  readonly command: string;
}

/**
 * Tells merge, squash and rebase merges apart, and finds all that a rebase merge brought: commits with the authors, times
 * and subjects of those on the release branch, one after another. `undefined` where the release branch cannot be had any more.
 */
export async function broughtBy(
  { git }: Pick<StageContext, "git">,
  { merge, branchHead }: { readonly merge: string; readonly branchHead: string },
): Promise<Brought | undefined> {
  const [tip] = await commitsOf(git, ["--max-count=1", merge]);
  const [first, second] = tip?.parents ?? [];
  if (first === undefined) return undefined;
  if (second !== undefined) return { newest: merge, before: first, command: `git revert -m 1 ${merge}` };
  if ((await git.resolve(branchHead)) === undefined) {
    const found = await git.fetch([branchHead]).then(
      () => true,
      () => false,
    );
    if (!found) return undefined;
  }
  const originals = await commitsOf(git, ["--no-merges", `${merge}..${branchHead}`]);
  const before = await beforeCopies(git, merge, originals);
  if (before === undefined || before === first) return { newest: merge, before: first, command: `git revert ${merge}` };
  return { newest: merge, before, command: `git revert --no-commit ${before}..${merge} && git commit` };
}

interface Commit {
  readonly parents: readonly string[];
  /** What a rebase keeps: author, the time of writing, subject. */
  readonly identity: string;
}

/** Where the copies of these commits begin, going back from `newest`; `undefined` when that is no copy. */
async function beforeCopies(
  git: StageContext["git"],
  newest: string,
  originals: readonly Commit[],
): Promise<string | undefined> {
  const left = new Set(originals.map(({ identity }) => identity));
  let before: string | undefined;
  for (const { parents, identity } of await commitsOf(git, [
    "--first-parent",
    `--max-count=${originals.length}`,
    newest,
  ])) {
    // A merge is never a copy, and a commit without a parent has nothing before it to go back to.
    if (parents.length !== 1 || !left.has(identity)) break;
    before = parents[0];
  }
  return before;
}

async function commitsOf(git: StageContext["git"], range: readonly string[]): Promise<readonly Commit[]> {
  const chunks: Buffer[] = [];
  const format = "--format=%P%x01%an%x01%ae%x01%ad%x01%s%x00";
  const args = ["--date=raw", format, ...range];
  for await (const chunk of git.log(args)) chunks.push(chunk);
  return Buffer.concat(chunks)
    .toString("utf8")
    .split("\0")
    .map((text) => text.replace(/^\n/, ""))
    .filter((text) => text !== "")
    .map((text) => {
      const end = text.indexOf("\u0001");
      return { parents: text.slice(0, end).split(" ").filter(Boolean), identity: text.slice(end + 1) };
    });
}
