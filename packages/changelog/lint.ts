import { closest, distance } from "fastest-levenshtein";

import type { Commit } from "./commit.ts";
import { defaultCommitTypes, type CommitType } from "./commit-types.ts";
import { findHeader } from "./header.ts";
import type { Reading } from "./preset-rules.ts";
import { parseCommit } from "./parse-commit.ts";

/** Something in a commit's message that the changelog would not understand. */
export interface MessageProblem {
  /** Line of the message, from 1. */
  readonly line: number;
  readonly problem: string;
  /** What to write instead. */
  readonly hint: string;
}

/**
 * What of a message does not follow Conventional Commits 1.0, by the parser that the changelog uses. Merges and the
 * reverts that git writes are fine. Never fails.
 */
export function lintCommit(
  commit: Commit,
  { types = defaultCommitTypes, reading }: { readonly types?: readonly CommitType[]; readonly reading?: Reading } = {},
): readonly MessageProblem[] {
  const { header, type, merge, reverts } = parseCommit(commit, reading);
  if (merge !== undefined) return [];
  const lines = commit.message.trimStart().split(/\r?\n/);
  const problems: MessageProblem[] = [];
  if (type === undefined) problems.push({ line: 1, ...wrongHeader(header) });
  else if (reverts === undefined || (reading?.header(header) ?? findHeader(header)) !== undefined)
    problems.push(...unknownType(type, header, types));
  if (lines[1] !== undefined && lines[1].trim() !== "")
    problems.push({ line: 2, problem: "the body begins without a blank line", hint: "Leave line 2 empty." });
  for (const [index, text] of lines.entries()) {
    if (index > 0 && /^breaking[ -]changes?\s*:/i.test(text) && !/^BREAKING[ -]CHANGE: \S/.test(text))
      problems.push({
        line: index + 1,
        problem: "this is not read as a breaking change",
        hint: "Write it so: BREAKING CHANGE: what breaks, and what to do about it",
      });
  }
  return problems;
}

function wrongHeader(header: string): Pick<MessageProblem, "problem" | "hint"> {
  if (header === "") return { problem: "there is no message", hint: "Example: fix: count an order once" };
  const [, type, scope = "", bang = "", rest = ""] = /^([a-z][\w-]*)(\([^)]*\))?(!)?\s*:(.*)$/i.exec(header) ?? [];
  if (type === undefined) {
    const text = header.length > 60 ? `${header.slice(0, 60)}…` : header;
    return { problem: "there is no type", hint: `Begin with one, a colon and a space. Example: fix: ${text}` };
  }
  const start = `${type}${scope}${bang}:`;
  if (rest.trim() === "")
    return { problem: "there is no description after the colon", hint: `Example: ${start} count an order once` };
  const problem = rest.startsWith(" ")
    ? "something stands between the type and its colon"
    : "there is no space after the colon";
  return { problem, hint: `Example: ${start} ${rest.trim()}` };
}

/** Any word is a type by the specification; one that is nearly known is a slip of the finger, and its commit would be missed. */
function unknownType(type: string, header: string, types: readonly CommitType[]): readonly MessageProblem[] {
  const known = [...new Set([...types.map((row) => row.type), "feature"])];
  if (known.includes(type)) return [];
  const near = closest(type, known);
  if (distance(type, near) > Math.min(2, near.length - 2)) return [];
  const hint = `Did you mean ${near}${header.slice(type.length)}`;
  return [{ line: 1, problem: `the type "${type}" is not in the changelog`, hint }];
}
