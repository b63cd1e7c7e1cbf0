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
  const bySection = new Map<string, Entry[]>(types.rows.map(({ section }) => [section, []]));
  const breaking: Entry[] = [];
  for (const entry of entries) {
    const section = entry.breaking ? breaking : bySection.get(findType(types, entry)?.section ?? "");
    section?.push(entry);
  }
  const groups: Group[] = [{ kind: "breaking", title: "⚠ Breaking Changes", entries: breaking.toSorted(byScope) }];
  for (const [title, list] of bySection) {
    groups.push({ kind: kindOf(title, types), title, entries: list.toSorted(byScope) });
  }
  return groups.filter((group) => group.entries.length > 0);
}

const kinds: ReadonlyMap<string, Group["kind"]> = new Map([
  ["feat", "features"],
  ["feature", "features"],
  ["fix", "fixes"],
  ["perf", "performance"],
]);

function kindOf(section: string, types: TypeTable): Group["kind"] {
  return kinds.get(types.rows.find((row) => row.section === section)?.type ?? "") ?? "other";
}

/** By scope, then text, then id: an order that does not depend on clocks or on how git walked. */
function byScope(a: Entry, b: Entry): number {
  return compare(a.scope ?? "", b.scope ?? "") || compare(a.description, b.description) || compare(a.sha, b.sha);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
