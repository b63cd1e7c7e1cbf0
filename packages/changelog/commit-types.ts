import { DEFAULT_COMMIT_TYPES } from "conventional-changelog-conventionalcommits";

/** Where commits of a type (and scope, when given) are listed; `hidden` ones are counted and not shown. */
export interface CommitType {
  readonly type: string;
  readonly scope?: string;
  readonly section: string;
  readonly hidden?: boolean;
}

/** The table of the `conventionalcommits` preset: the sections that its users know. */
export const defaultCommitTypes: readonly CommitType[] = DEFAULT_COMMIT_TYPES;

/** The table's row for a commit: the first of its type whose scope, if it names one, is the commit's. */
export function findType(
  types: readonly CommitType[],
  commit: { readonly type: string | undefined; readonly scope: string | undefined },
): CommitType | undefined {
  return types.find((row) => row.type === commit.type && (row.scope === undefined || row.scope === commit.scope));
}
