import { folded, type Part } from "./folded.ts";
import { readLines } from "./nested.ts";

/**
 * A report of at most `limit` characters. Its longest sections lose lines from their end, each says how many, and
 * `elsewhere` says where the whole is; all headings stay.
 */
export function fittingReport(markdown: string, limit: number, elsewhere: string): string {
  return markdown.length <= limit ? markdown : folded(sectionsOf(markdown, elsewhere), limit);
}

function sectionsOf(markdown: string, elsewhere: string): readonly Part[] {
  const sections: { title?: string; lines: string[] }[] = [{ lines: [] }];
  for (const { text, inCode } of readLines(markdown)) {
    if (!inCode && /^##? /.test(text)) sections.push({ title: text, lines: [] });
    else sections.at(-1)?.lines.push(text);
  }
  return sections.map(({ title, lines }) => ({
    ...(title === undefined ? {} : { title }),
    body: lines.join("\n").trim() === "" ? (title === undefined ? "" : "\n") : lines.join("\n"),
    elsewhere,
  }));
}
