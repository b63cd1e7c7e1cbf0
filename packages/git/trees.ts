import { mkdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { randomUUID } from "node:crypto";
import type { Command } from "./command.ts";

/** Files of a commit, through an index of our own: the clone's index and work tree are never touched. */
export async function exportTree(git: Command, gitDirectory: string, sha: string, directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const index = join(tmpdir(), `release-index-${randomUUID()}`);
  const where = [`--git-dir=${gitDirectory}`, `--work-tree=${resolve(directory)}`];
  const options = { cwd: directory, env: { GIT_INDEX_FILE: index } };
  try {
    await git.text(`read ${sha}`, [...where, "read-tree", sha], options);
    await git.text(`write the files of ${sha}`, [...where, "checkout-index", "--all", "--force"], options);
  } finally {
    await rm(index, { force: true });
  }
}

export async function ensureWorktree(git: Command, sha: string, directory: string): Promise<void> {
  const isThere = await stat(join(directory, ".git")).then(
    () => true,
    () => false,
  );
  if (isThere && (await resetWorktree(git, sha, directory))) return;
  await removeWorktree(git, directory);
  await git.text(`make a work tree of ${sha}`, ["worktree", "add", "--detach", "--force", resolve(directory), sha]);
}

async function resetWorktree(git: Command, sha: string, directory: string): Promise<boolean> {
  const checkout = await git.try(["checkout", "--quiet", "--detach", "--force", sha], { cwd: directory });
  if (checkout.exitCode !== 0) return false;
  const clean = await git.try(["clean", "-ffdxq"], { cwd: directory });
  return clean.exitCode === 0;
}

export async function removeWorktree(git: Command, directory: string): Promise<void> {
  await git.try(["worktree", "remove", "--force", "--force", resolve(directory)]);
  await rm(directory, { recursive: true, force: true });
  await git.try(["worktree", "prune"]);
}
