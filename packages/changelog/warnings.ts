import type { Ledger } from "./build-changelog.ts";
import { oneLine } from "./escape.ts";

const shown = 5;

/** What a person should know about these notes before they trust them. */
export function warningsOf(
  { commits, inNotes, hiddenBy, unconventional, lists }: Ledger,
  listed: boolean,
): readonly string[] {
  if (commits === 0) return ["There are no commits since the last release."];
  if (unconventional === 0) return [];
  const examples = lists.unconventional
    .slice(0, shown)
    .map(({ sha, header }) => `${sha.slice(0, 7)} ${oneLine(header)}`);
  const more = unconventional > shown ? ` and ${unconventional - shown} more` : "";
  const which = `${examples.join("; ")}${more}`;
  if (inNotes + hiddenBy.type === 0) {
    return [`No conventional commits found: the changelog is a plain list of commits (${which}).`];
  }
  const where = listed ? "listed without a group" : "not in the notes";
  return [`${unconventional} of ${commits} commits do not follow Conventional Commits and are ${where}: ${which}.`];
}
