import type { ParsedCommit } from "./commit.ts";
import type { TypeTable } from "./commit-types.ts";
import { findHeader, mayBeHeader } from "./header.ts";
import type { Reading } from "./preset-rules.ts";
import { parseCommit } from "./parse-commit.ts";

/** What of a squashed pull request is told: its title, and what outranks it; or each of its commits. */
export type SquashStyle = "title" | "commits";

const none: readonly ParsedCommit[] = [];
// GitHub puts the co-authors of all commits under such a line.
const trailerRule = /^-{5,}\s*$/;

/**
 * The commits that a squash tells in its body, as GitHub writes them (`* feat: …`) or as plain conventional lines.
 * Only types of the table count: prose with a colon, and the footers, are none. Empty for any other commit.
 */
export function squashedCommits(
  commit: ParsedCommit,
  { byType }: TypeTable,
  reading?: Reading,
): readonly ParsedCommit[] {
  const { message, parents } = commit.commit;
  if (commit.pullRequest === undefined || parents.length > 1 || !mayTell(message)) return none;
  const parts: string[][] = [];
  for (const line of message.trimStart().split(/\r?\n/).slice(1)) {
    const text = line.startsWith("* ") ? line.slice(2).trim() : line;
    const header = findHeader(text);
    if (trailerRule.test(line)) break;
    if (header !== undefined && byType.has(header.type)) parts.push([text]);
    else parts.at(-1)?.push(line);
  }
  if (parts.length === 0) return none;
  return parts.map((lines) => {
    const part = parseCommit({ ...commit.commit, message: lines.join("\n") }, reading);
    return { ...part, pullRequest: part.pullRequest ?? commit.pullRequest };
  });
}

/** Whether any line below the first may be a header: most bodies are prose, and cutting them up would cost more than all else. */
function mayTell(message: string): boolean {
  for (let end = message.indexOf("\n"); end !== -1; end = message.indexOf("\n", end + 1)) {
    const start = message.startsWith("* ", end + 1) ? end + 3 : end + 1;
    if (mayBeHeader(message, start)) return true;
  }
  return false;
}
