import { readLines, withoutBlankEnds } from "./nested.ts";

/** A section of a text that may have to be shortened. */
export interface Part {
  readonly title?: string;
  readonly body: string;
  /** Where the reader finds what was left out. */
  readonly elsewhere: string;
}

/**
 * The parts as one Markdown text of at most `limit` characters. What is too long loses lines from the end of its longest
 * part, and says how many: never part of a line, a table row or a fenced block. Titles always stay.
 */
export function folded(parts: readonly Part[], limit: number): string {
  const sections = parts
    .filter(({ body }) => body !== "")
    .map((part): Section => ({ ...part, blocks: blocksOf(part.body), size: part.body.length, dropped: 0 }));
  let length = joined(sections).length;
  while (length > limit) {
    const longest = sections.reduce((a, b) => (b.size > a.size ? b : a));
    const last = longest.blocks.pop();
    if (last === undefined) break;
    longest.dropped += last.split("\n").filter((line) => line.trim() !== "").length;
    longest.size -= last.length + 1;
    // Measuring all of it for every line would take a minute for the changelog of a year.
    length -= last.length + 1;
    if (length <= limit) length = joined(sections).length;
  }
  return joined(sections);
}

interface Section extends Part {
  readonly blocks: string[];
  size: number;
  dropped: number;
}

/** What stands or falls together: a line, or a fenced block. The first rows of a table are one, they mean nothing alone. */
function blocksOf(body: string): string[] {
  const blocks: string[] = [];
  let together = false;
  for (const { text, inCode, fence } of readLines(body)) {
    const joins = together || /^\|(?: -{3}:? \|)+$/.test(text);
    if (joins && blocks.length > 0) blocks.push(`${blocks.pop() ?? ""}\n${text}`);
    else blocks.push(text);
    together = inCode && fence !== undefined;
  }
  return blocks;
}

function joined(sections: readonly Section[]): string {
  return sections
    .flatMap(({ title, blocks, dropped, elsewhere }) => [
      ...(title === undefined ? [] : [title]),
      ...(blocks.length === 0 ? [] : [withoutBlankEnds(blocks.join("\n"))]),
      ...(dropped === 0 ? [] : [`… and ${dropped} more lines ${elsewhere}.`]),
    ])
    .join("\n\n");
}
