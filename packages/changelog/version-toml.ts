import type { Span } from "./version-files.ts";

/** The version of a Python project: `[project]`, or `[tool.poetry]`. */
export function pyprojectVersions(text: string): readonly Span[] {
  return versionsIn(text, new Set(["project", "tool.poetry"]));
}

/** The version of a crate, or the one that a workspace hands to its crates. */
export function cargoVersions(text: string): readonly Span[] {
  return versionsIn(text, new Set(["package", "workspace.package"]));
}

/** Where `version = "…"` stands in these tables. Lines inside a multi-line string are text. */
function versionsIn(text: string, tables: ReadonlySet<string>): readonly Span[] {
  const spans: Span[] = [];
  let table = "";
  let quotes: string | undefined;
  let start = 0;
  for (const line of text.split("\n")) {
    if (quotes === undefined) {
      const header = /^[ \t]*\[([^[\]]+)\]/.exec(line)?.[1] ?? (/^[ \t]*\[\[/.test(line) ? "[[]]" : undefined);
      if (header !== undefined) table = header.replace(/[\s"']/g, "");
      const version = /^[ \t]*(?:version|"version"|'version')[ \t]*=[ \t]*(["'])([^"']*)\1/.exec(line);
      if (version !== null && tables.has(table)) {
        const from = start + version[0].length - 1 - (version[2] ?? "").length;
        spans.push({ start: from, end: from + (version[2] ?? "").length });
      }
    }
    quotes = openQuotes(line, quotes);
    start += line.length + 1;
  }
  return spans;
}

/** Which multi-line string is open behind this line, given the one open before it. */
function openQuotes(line: string, before: string | undefined): string | undefined {
  let open = before;
  for (const [quotes] of line.matchAll(/"""|'''/g)) {
    if (open === undefined) open = quotes;
    else if (open === quotes) open = undefined;
  }
  return open;
}
