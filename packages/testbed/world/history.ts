import { ReleaseFault } from "#faults";

/** The files of a commit: path → text. */
export type Tree = ReadonlyMap<string, string>;

export type Login = "sarah" | "aisha" | "marcus" | "ines";

/** A commit as its author thought of it. What is neither added nor edited stays as it is. */
export interface PlannedCommit {
  readonly author: Login;
  /** Conventional Commits; may have a body. */
  readonly message: string;
  readonly adds?: readonly string[];
  readonly edits?: readonly Edit[];
  /** The commit ends a release: `main` gets a merge commit with this annotated tag. */
  readonly release?: string;
}

export interface Edit {
  readonly path: string;
  /** Stands exactly once in the file before the commit. */
  readonly before: string;
  /** Stands exactly once in the file after it. */
  readonly after: string;
}

/** The tree after an edit of each file; `direction` says which text is looked for. */
export function applyEdits(tree: Tree, edits: readonly Edit[], direction: "forwards" | "backwards"): Tree {
  const changed = new Map(tree);
  for (const edit of direction === "forwards" ? edits : edits.toReversed()) {
    const [from, to] = direction === "forwards" ? [edit.before, edit.after] : [edit.after, edit.before];
    const text = changed.get(edit.path) ?? "";
    if (text.split(from).length !== 2) {
      throw new ReleaseFault(
        "bug",
        `The history of the demo no longer fits ${edit.path}: "${from}" is not there once`,
        {
          hint: "Change the edit in packages/testbed/world to the text that the file has now.",
        },
      );
    }
    changed.set(
      edit.path,
      text.replace(from, () => to),
    );
  }
  return changed;
}

/** The tree of each commit, from the tree of the last one: each commit is taken back, last first. */
export function treesOf(commits: readonly PlannedCommit[], last: Tree): readonly Tree[] {
  const trees: Tree[] = [];
  let tree = last;
  for (const commit of commits.toReversed()) {
    trees.unshift(tree);
    const without = new Map(applyEdits(tree, commit.edits ?? [], "backwards"));
    for (const path of commit.adds ?? []) without.delete(path);
    tree = without;
  }
  return trees;
}
