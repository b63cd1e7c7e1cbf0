import { board } from "#report";
import { readOrThrow, type Workplace } from "#stages";

/** GitHub's limit for a comment is 65,536 characters; the rest is for our own words. */
export const longest = 60_000;

/** Where releases stand: one, or all that are under way. */
export async function boards(workplace: Workplace, id: string | undefined): Promise<string> {
  const { journal, surroundings } = workplace;
  const releases = id === undefined ? await journal.live() : [await readOrThrow(workplace, id)];
  if (releases.length === 0) return "No release is under way.";
  const now = surroundings.clock.now();
  return preformatted(releases.flatMap(({ record }) => [...board(record, now).lines, ""]).join("\n"));
}

/** Text as it is, or as much of its beginning as a comment takes: nothing of it is markup, and it calls nobody. */
export function preformatted(text: string): string {
  const whole = text.trimEnd();
  const shown = whole.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  if (shown.length <= longest) return `<pre>${shown}</pre>`;
  const kept = shown.slice(0, shown.lastIndexOf("\n", longest));
  const more = shown.slice(kept.length).split("\n").length - 1;
  return `<pre>${kept}</pre>\n\n… and ${more} more lines: a comment takes no more. In a shell the same command shows all of it.`;
}
