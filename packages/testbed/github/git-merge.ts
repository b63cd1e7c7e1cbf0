import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { git, tryGit } from "./git.ts";

/** Who commits, and when, by the stand-in's clock. */
export interface Committer {
  readonly name: string;
  readonly email: string;
  readonly at: string;
}

/** The variables that make git commit as this person. */
export function asCommitter({ name, email, at }: Committer): Readonly<Record<string, string>> {
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: at,
  };
}

/** The tree of both sides merged, or `undefined` when they conflict. */
export async function mergedTree(directory: string, base: string, head: string): Promise<string | undefined> {
  const { code, out, error } = await tryGit(directory, ["merge-tree", "--write-tree", "--no-messages", base, head]);
  if (code === 1) return undefined;
  if (code !== 0) throw new Error(`git merge-tree failed (it needs git 2.38 or newer): ${error}`);
  return out.trim();
}

/** A commit object with this tree; moves no ref. */
export async function commitTree(
  directory: string,
  commit: {
    readonly tree: string;
    readonly parents: readonly string[];
    readonly message: string;
    readonly by: Committer;
  },
): Promise<string> {
  const parents = commit.parents.flatMap((parent) => ["-p", parent]);
  return git(directory, ["commit-tree", commit.tree, ...parents, "-F", "-"], {
    input: commit.message,
    environment: asCommitter(commit.by),
  });
}

/** The tip of `head` replayed on `base`, or `undefined` on a conflict. Needs a work tree for a moment, elsewhere. */
export async function rebased(
  directory: string,
  base: string,
  head: string,
  by: Committer,
): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "github-rebase-"));
  const tree = join(folder, "tree");
  try {
    await git(directory, ["worktree", "add", "--quiet", "--detach", tree, head]);
    const { GIT_COMMITTER_NAME = "", GIT_COMMITTER_EMAIL = "", GIT_COMMITTER_DATE = "" } = asCommitter(by);
    const environment = { GIT_COMMITTER_NAME, GIT_COMMITTER_EMAIL, GIT_COMMITTER_DATE };
    const { code } = await tryGit(tree, ["rebase", "--quiet", "--no-ff", "--onto", base, base], { environment });
    return code === 0 ? await git(tree, ["rev-parse", "HEAD"]) : undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
    await git(directory, ["worktree", "prune"]);
  }
}

/** A file to write or, without content, to remove. */
export interface FileEdit {
  readonly path: string;
  readonly content?: Uint8Array;
}

/** The tree of `parent` with these files written and removed. */
export async function editedTree(directory: string, parent: string, edits: readonly FileEdit[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "github-index-"));
  const environment = { GIT_INDEX_FILE: join(folder, "index") };
  try {
    await git(directory, ["read-tree", parent], { environment });
    const lines = await Promise.all(edits.map(async (edit) => indexLine(directory, edit)));
    await git(directory, ["update-index", "-z", "--index-info"], { environment, input: lines.join("") });
    return await git(directory, ["write-tree"], { environment });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function indexLine(directory: string, { path, content }: FileEdit): Promise<string> {
  if (content === undefined) return `0 ${"0".repeat(40)}\t${path}\0`;
  const blob = await git(directory, ["hash-object", "-w", "--stdin"], { input: content });
  return `100644 ${blob}\t${path}\0`;
}
