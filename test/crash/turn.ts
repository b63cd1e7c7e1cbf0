import { execFileSync } from "node:child_process";

/**
 * Which part of `parts` this commit tries: every moment of a release takes more minutes than a change should wait for,
 * and one part a commit covers all of them in a few commits. `kill-anywhere.ts` tries all of them at once.
 */
export function partOfThisCommit(parts: number): number {
  const head = execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8", cwd: import.meta.dirname });
  return Number.parseInt(head.slice(0, 8), 16) % parts;
}
