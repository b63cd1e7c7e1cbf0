import type { Command } from "./command.ts";
import { gitFault } from "./faults.ts";
import type { ObjectWriter } from "./loose.ts";
import type { Git } from "./port.ts";

type Merge = Git["merge"];
type Revert = Git["revert"];
type Merged =
  | { readonly state: "clean"; readonly tree: string }
  | { readonly state: "conflict"; readonly files: readonly string[] };

export async function merge(
  git: Command,
  objects: ObjectWriter,
  { ours, theirs, message, at }: Parameters<Merge>[0],
): ReturnType<Merge> {
  const merged = await mergeTrees(git, ours, theirs);
  if (merged.state === "conflict") return merged;
  return { state: "merged", sha: await objects.commit({ tree: merged.tree, parents: [ours, theirs], message, at }) };
}

/**
 * A revert is a merge of "before the commit" into `onto`, with the commit as their base. git 2.39 cannot be told the
 * base, so it is given a little history of three commits in which it finds that base by itself.
 */
export async function revert(
  git: Command,
  objects: ObjectWriter,
  { commit, before: last, onto, message, at }: Parameters<Revert>[0],
): ReturnType<Revert> {
  const listing = await git.text("read the commit to revert", ["rev-parse", `${commit}^{tree}`, `${onto}^{tree}`]);
  const [undone = "", current = ""] = listing.split("\n");
  const parent = await git.try(["rev-parse", "--verify", "--quiet", `${last ?? `${commit}^1`}^{tree}`]);
  const before = parent.exitCode === 0 ? parent.stdout.trim() : await objects.tree([]);
  const base = await objects.commit({ tree: undone, parents: [], message: "base", at });
  const ours = await objects.commit({ tree: current, parents: [base], message: "ours", at });
  const theirs = await objects.commit({ tree: before, parents: [base], message: "before", at });

  const merged = await mergeTrees(git, ours, theirs);

  if (merged.state === "conflict") return merged;
  if (merged.tree === current) return { state: "nothing-to-revert" };
  return { state: "reverted", sha: await objects.commit({ tree: merged.tree, parents: [onto], message, at }) };
}

async function mergeTrees(git: Command, ours: string, theirs: string): Promise<Merged> {
  const result = await git.try(["merge-tree", "--write-tree", "--name-only", "--no-messages", "-z", ours, theirs]);
  const [tree = "", ...files] = result.stdout.split("\0").filter((part) => part !== "");
  if (result.exitCode === 0) return { state: "clean", tree: tree.trim() };
  if (result.exitCode === 1) return { state: "conflict", files };
  throw gitFault("merge", result.stderr);
}
