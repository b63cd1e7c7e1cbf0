import type { Commit, Footer, Merge, ParsedCommit, Person, Reference, Revert } from "./commit.ts";
import { readBelow } from "./footers.ts";
import { findHeader } from "./header.ts";
import type { Reading } from "./preset-rules.ts";
import { endOfDigits, findReferences } from "./references.ts";

/** Reads a commit by Conventional Commits 1.0. Never fails: the header alone decides whether it is conventional. `reading`: a team's own. */
export function parseCommit(commit: Commit, reading?: Reading): ParsedCommit {
  const { header, rest } = splitMessage(commit.message);
  const { body, footers, breakingNotes: footerNotes } = readBelow(rest);
  const breakingNotes = reading === undefined ? footerNotes : [...footerNotes, ...reading.notes(rest)];
  const { text, pullRequest: suffix } = withoutPullRequest(header);
  const reverts = findRevert(text, rest, footers);
  const merge = findMerge(commit, header, rest);
  // What the specification understands is never lost to a pattern that is narrower.
  const conventional = reading?.header(text) ?? findHeader(text);
  const pullRequest = suffix ?? merge?.pullRequest;
  return {
    commit,
    header,
    type: conventional?.type ?? (reverts === undefined ? undefined : "revert"),
    scope: conventional?.scope,
    description: conventional?.description ?? (text.startsWith("Revert ") ? reverts?.header : undefined) ?? text,
    body,
    footers,
    breaking: conventional?.bang === true || breakingNotes.length > 0,
    breakingNotes,
    references: referencesOf(text, rest, pullRequest),
    pullRequest,
    coAuthors: coAuthorsOf(rest),
    reverts,
    merge,
  };
}

function splitMessage(message: string): { readonly header: string; readonly rest: string } {
  const whole = message.trimStart();
  const end = whole.indexOf("\n");
  if (end === -1) return { header: whole.trimEnd(), rest: "" };
  return { header: whole.slice(0, end).trimEnd(), rest: whole.slice(end + 1).trimEnd() };
}

/** A squash title ends in `(#12)`, a Bitbucket merge in `(pull request #12)`. */
function withoutPullRequest(header: string): { readonly text: string; readonly pullRequest: string | undefined } {
  if (header.endsWith(")")) {
    const hash = header.lastIndexOf("#");
    const end = endOfDigits(header, hash + 1);
    const before = header.slice(0, Math.max(hash, 0));
    const open = ["(", "(pull request "].find((opening) => before.endsWith(opening));
    if (hash > 0 && end === header.length - 1 && end > hash + 1 && end < hash + 12 && open !== undefined) {
      return { text: before.slice(0, -open.length).trimEnd(), pullRequest: header.slice(hash + 1, end) };
    }
  }
  return { text: header, pullRequest: undefined };
}

function referencesOf(header: string, rest: string, pullRequest: string | undefined): readonly Reference[] {
  const named = findReferences(rest === "" ? header : `${header}\n${rest}`);
  if (pullRequest === undefined) return named;
  const own: Reference = { kind: "pull-request", id: pullRequest, repository: undefined, closes: false };
  return [own, ...named.filter((reference) => reference.id !== pullRequest || reference.repository !== undefined)];
}

const noPeople: readonly Person[] = [];
const coAuthor = /^co-authored-by:([^<\n]*)<([^<>\n]*)>/gim;

/** The people whom `Co-authored-by` lines name. */
export function coAuthorsOf(rest: string): readonly Person[] {
  if (!rest.includes("uthored-")) return noPeople;
  return [...rest.matchAll(coAuthor)].map(([, name = "", email = ""]) => ({ name: name.trim(), email: email.trim() }));
}

const revertedSha = /\bThis reverts commit ([0-9a-f]{7,64})/gi;
const abbreviatedSha = /\b[0-9a-f]{7,64}\b/gi;
const revertedPullRequest = /^Reverts [^\s#]*#(\d{1,10})/m;

/** `revert: …` with `Refs`, git's `Revert "…"` and `Reapply "…"`, and the forms that forges write. */
function findRevert(header: string, rest: string, footers: readonly Footer[]): Revert | undefined {
  const quoted = quotedTitle(header);
  const isType = /^revert(?:\(|!|:)/i.test(header) && findHeader(header) !== undefined;
  if (quoted === undefined && !isType) return undefined;
  const shas = rest.includes("his reverts") ? [...rest.matchAll(revertedSha)].map(([, sha = ""]) => sha) : [];
  if (isType) {
    for (const { token, value } of footers) {
      if (token.toLowerCase() === "refs") shas.push(...(value.match(abbreviatedSha) ?? []));
    }
  }
  const title = quoted ?? findHeader(header)?.description;
  return {
    shas: shas.map((sha) => sha.toLowerCase()),
    header: title,
    pullRequest: revertedPullRequest.exec(rest)?.[1],
  };
}

function quotedTitle(header: string): string | undefined {
  const opening = ['Revert "', 'Reapply "'].find((start) => header.startsWith(start));
  if (opening === undefined || !header.endsWith('"') || header.length <= opening.length) return undefined;
  const title = header.slice(opening.length, -1);
  // Git writes `Reapply "x"` for the revert of `Revert "x"`: name what is taken back, not what comes again.
  return opening === 'Reapply "' ? `Revert "${title}"` : title;
}

function findMerge(commit: Commit, header: string, rest: string): Merge | undefined {
  const numbered = /^Merge pull request #(\d{1,10}) from /.exec(header);
  const generated = header.startsWith("Merge ") || header.startsWith("Merged in ");
  if (numbered === null && (commit.parents.length < 2 || !generated)) return undefined;
  const requested = rest.includes("See merge request ") ? /^See merge request [^\s!]*!(\d{1,10})/m.exec(rest) : null;
  return { pullRequest: numbered?.[1] ?? requested?.[1], message: rest.trim() };
}
