import { findType, type TypeTable } from "./commit-types.ts";
import type { Entry } from "./entry.ts";

/** Entries under one heading of the notes. */
export interface Group {
  readonly kind: "breaking" | "features" | "fixes" | "performance" | "other";
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** Entries by section, in the order of the table; what breaks comes first, and only there. */
export function groupEntries(entries: readonly Entry[], types: TypeTable): readonly Group[] {
  const bySection = Map.groupBy(entries, (entry) => (entry.breaking ? breaking : findType(types, entry)?.section));
  const groups: Group[] = [];
  const add = (kind: Group["kind"], title: string, list: Entry[] = []) => {
    if (list.length > 0) groups.push({ kind, title, entries: list.toSorted(byScope) });
  };
  add("breaking", "⚠ Breaking Changes", bySection.get(breaking));
  for (const [section, type] of types.sections) add(kinds.get(type) ?? "other", section, bySection.get(section));
  return groups;
}

const breaking = Symbol("breaking");

const kinds: ReadonlyMap<string, Group["kind"]> = new Map([
  ["feat", "features"],
  ["feature", "features"],
  ["fix", "fixes"],
  ["perf", "performance"],
]);

/** By scope, then text, then id: an order that does not depend on clocks or on how git walked. */
function byScope(a: Entry, b: Entry): number {
  return compare(a.scope ?? "", b.scope ?? "") || compare(a.description, b.description) || compare(a.sha, b.sha);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
