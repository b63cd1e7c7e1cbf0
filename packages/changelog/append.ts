import { ledgerLinePattern } from "./ledger-line.ts";

/**
 * A section with the groups of another one added: entries go to the end of the group with the same heading, groups that it
 * lacks to its end. What stands in it already stays as it is, word by word; only the line that counts its commits becomes
 * that of `whole`, the section of all of them.
 */
export function appendGroups(section: string, addition: string, whole: string): string {
  const lines = withoutLedger(section);
  for (const { heading, entries } of groupsOf(addition)) {
    const start = lines.findIndex((line) => line.trim() === heading);
    if (start === -1) {
      lines.push("", heading, "", ...entries);
      continue;
    }
    const next = lines.findIndex((line, index) => index > start && /^#{1,6} /.test(line));
    let end = next === -1 ? lines.length : next;
    while (lines[end - 1]?.trim() === "") end -= 1;
    lines.splice(end, 0, ...(end === start + 1 ? [""] : []), ...entries);
  }
  const ledger = whole.split("\n").find(isLedger);
  return `${[...lines, ...(ledger === undefined ? [] : ["", ledger])].join("\n")}\n`;
}

const isLedger = (line: string): boolean => ledgerLinePattern.test(line.trim());

function withoutLedger(section: string): string[] {
  const lines = section.split("\n").filter((line) => !isLedger(line));
  return lines.join("\n").trimEnd().split("\n");
}

interface Group {
  readonly heading: string;
  readonly entries: readonly string[];
}

/** The groups of a section as we write it: a heading of the third level, then lines until the next. */
function groupsOf(section: string): readonly Group[] {
  return withoutLedger(section)
    .join("\n")
    .split(/^(?=### )/m)
    .filter((text) => text.startsWith("### "))
    .map((text) => {
      const [heading = "", ...rest] = text.trimEnd().split("\n");
      return { heading: heading.trim(), entries: rest.join("\n").trim().split("\n") };
    });
}
