/** Where commits of a type (and scope, when given) are listed; `hidden` ones are counted and not shown. */
export interface CommitType {
  readonly type: string;
  readonly scope?: string;
  readonly section: string;
  readonly hidden?: boolean;
}

/** The table of the `conventionalcommits` preset: the sections that its users know (a test holds them equal). */
export const defaultCommitTypes: readonly CommitType[] = [
  { type: "feat", section: "Features" },
  { type: "feature", section: "Features" },
  { type: "fix", section: "Bug Fixes" },
  { type: "perf", section: "Performance Improvements" },
  { type: "revert", section: "Reverts" },
  { type: "docs", section: "Documentation", hidden: true },
  { type: "style", section: "Styles", hidden: true },
  { type: "chore", section: "Miscellaneous Chores", hidden: true },
  { type: "refactor", section: "Code Refactoring", hidden: true },
  { type: "test", section: "Tests", hidden: true },
  { type: "build", section: "Build System", hidden: true },
  { type: "ci", section: "Continuous Integration", hidden: true },
];

/** The table, ready to be asked once or more for every commit. */
export interface TypeTable {
  readonly rows: readonly CommitType[];
  readonly byType: ReadonlyMap<string, readonly CommitType[]>;
  /** The sections in their order, each with the type of its first row. */
  readonly sections: ReadonlyMap<string, string>;
}

/** The table with its rows by type. */
export function typeTable(rows: readonly CommitType[]): TypeTable {
  const sections = new Map<string, string>();
  for (const { section, type } of rows) if (!sections.has(section)) sections.set(section, type);
  return { rows, byType: Map.groupBy(rows, (row) => row.type), sections };
}

/** The default table, made once. */
export const defaultTable: TypeTable = typeTable(defaultCommitTypes);

/** The table's row for a commit: the first of its type whose scope, if it names one, is the commit's. */
export function findType(
  { byType }: TypeTable,
  { type, scope }: { readonly type: string | undefined; readonly scope: string | undefined },
): CommitType | undefined {
  if (type === undefined) return undefined;
  return byType.get(type)?.find((row) => row.scope === undefined || row.scope === scope);
}
