import type { ParsedCommit } from "./commit.ts";
import type { TypeTable } from "./commit-types.ts";
import { findHeader } from "./header.ts";
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
export function squashedCommits(commit: ParsedCommit, { byType }: TypeTable): readonly ParsedCommit[] {
  const { message, parents } = commit.commit;
  if (commit.pullRequest === undefined || parents.length > 1 || !message.includes("\n")) return none;
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
    const part = parseCommit({ ...commit.commit, message: lines.join("\n") });
    return { ...part, pullRequest: part.pullRequest ?? commit.pullRequest };
  });
}
