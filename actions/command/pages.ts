import { board } from "#report";
import { readOrThrow, type Workplace } from "#stages";

/** GitHub's limit for a comment is 65,536 characters; the rest is for our own words. */
const longest = 60_000;

/** Where releases stand: one, or all that are under way. */
export async function boards(workplace: Workplace, id: string | undefined): Promise<string> {
  const { journal, surroundings } = workplace;
  const releases = id === undefined ? await journal.live() : [await readOrThrow(workplace, id)];
  if (releases.length === 0) return "No release is under way.";
  const now = surroundings.clock.now();
  return preformatted(releases.flatMap(({ record }) => [...board(record, now).lines, ""]).join("\n"));
}

/** Text as it is: nothing of it is markup, and it calls nobody. */
export function preformatted(text: string): string {
  const cut = text.trimEnd().slice(0, longest);
  return `<pre>${cut.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</pre>`;
}

/** Markdown, or as much of its beginning as a comment takes. */
export function fitting(markdown: string): string {
  if (markdown.length <= longest) return markdown;
  const kept = markdown.slice(0, longest);
  return `${kept.slice(0, kept.lastIndexOf("\n"))}\n\n… the rest is in the records of the repository.`;
}
