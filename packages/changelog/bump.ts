import type { ParsedCommit } from "./commit.ts";
import { findType, type TypeTable } from "./commit-types.ts";

/** Part of a version that a change asks to raise. */
export type Bump = "major" | "minor" | "patch";

/** How much a commit asks for: 3 breaks, 2 adds, 1 is worth a line, 0 is nobody's concern outside. */
export function rankOf(commit: ParsedCommit, types: TypeTable): number {
  if (commit.breaking) return 3;
  if (commit.type === "feat" || commit.type === "feature") return 2;
  const row = findType(types, commit);
  return row === undefined || row.hidden === true ? 0 : 1;
}

const bumps: readonly (Bump | undefined)[] = [undefined, "patch", "minor", "major"];

/** The bump of the highest rank; `undefined` when nothing asks for a release. */
export function bumpOfRank(rank: number): Bump | undefined {
  return bumps[rank];
}
