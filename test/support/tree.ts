import { spawnSync } from "node:child_process";

/**
 * A number of 32 bits that belongs to the content under test: the tree of HEAD, not its commit, so that a merge, a squash
 * and a laptop with the same content try the same. Outside a repository it is another one each time.
 */
export function numberOfThisTree(): number {
  const { stdout } = spawnSync("git", ["rev-parse", "HEAD^{tree}"], { encoding: "utf8", cwd: import.meta.dirname });
  const tree = /^[0-9a-f]{8}/.exec(stdout ?? "")?.[0];
  return tree === undefined ? Math.trunc(Math.random() * 2 ** 32) : Number.parseInt(tree, 16);
}

/**
 * Which part of `parts` this tree tries: every moment of a release takes more minutes than a change should wait for,
 * and one part a change covers all of them in a few changes. `kill-anywhere.ts` tries all of them at once.
 */
export const partOfThisTree = (parts: number): number => numberOfThisTree() % parts;
