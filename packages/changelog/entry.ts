import type { ParsedCommit, Reference } from "./commit.ts";
import { escapeName, escapeText } from "./escape.ts";
import type { Links } from "./links.ts";
import { findReferences, replaceTickets } from "./references.ts";

/** One change as the notes show it. */
export interface Entry {
  readonly sha: string;
  readonly type: string | undefined;
  readonly scope: string | undefined;
  readonly description: string;
  readonly breaking: boolean;
  readonly breakingNotes: readonly string[];
  readonly pullRequest: string | undefined;
  /** Issues that it closes or whose footers name it, and tickets. */
  readonly references: readonly Reference[];
}

/** Where entries link to. */
export interface Addresses {
  readonly links: Links | undefined;
  /** Of a ticket, with `{id}` in it. */
  readonly ticketUrl: string | undefined;
  readonly isTicket: (id: string) => boolean;
}

const naming = new Set(["refs", "ref", "references", "see", "related", "issue", "issues", "ticket", "tickets"]);

/** The change that a commit tells, as an entry of the notes. */
export function toEntry(
  commit: ParsedCommit,
  pullRequest: string | undefined,
  isTicket: (id: string) => boolean,
): Entry {
  const inFooters = commit.footers.some(({ token }) => naming.has(token.toLowerCase()))
    ? commit.footers
        .filter(({ token }) => naming.has(token.toLowerCase()))
        .flatMap(({ value }) => findReferences(value))
        .map(({ id }) => id)
    : [];
  return {
    sha: commit.commit.sha,
    type: commit.type,
    scope: commit.scope,
    description: commit.description,
    breaking: commit.breaking,
    breakingNotes: commit.breakingNotes,
    pullRequest,
    references: commit.references.filter(
      ({ kind, id, closes }) =>
        kind !== "pull-request" &&
        id !== pullRequest &&
        (kind === "ticket" ? isTicket(id) : closes || inFooters.includes(id)),
    ),
  };
}

/** The entry as an item of a Markdown list; everything that a commit wrote stays text inside it. */
export function entryMarkdown(entry: Entry, addresses: Addresses): string {
  const { links } = addresses;
  const scope = entry.scope === undefined ? "" : `**${escapeName(entry.scope)}:** `;
  const text = escapeText(entry.description, (safe) => linkReferences(safe, addresses));
  const named = references(entry, addresses);
  const sha = entry.sha.slice(0, 7);
  const commit = links === undefined ? sha : `[${sha}](${links.commit(entry.sha)})`;
  return `- ${scope}${text}${named === "" ? "" : ` (${named})`} (${commit})`;
}

function references({ pullRequest, references: others, description }: Entry, { links, ticketUrl }: Addresses): string {
  const shown = others
    .filter(({ id, kind, repository }) => !description.includes(kind === "ticket" ? id : `#${id}`) || repository)
    .map(({ id, kind, repository }) => {
      if (kind === "ticket") return linked(id, ticketUrl === undefined ? undefined : ticketAddress(ticketUrl, id));
      return linked(`${escapeName(repository ?? "")}#${id}`, links?.issue(id, repository));
    });
  if (pullRequest !== undefined) shown.unshift(linked(`#${pullRequest}`, links?.pullRequest(pullRequest)));
  return shown.join(", ");
}

function linked(text: string, url: string | undefined): string {
  return url === undefined ? text : `[${text}](${url})`;
}

const issueInText = /(?<![\w&/#-])#(\d{1,10})(?!\w)/g;

function linkReferences(safe: string, { links, ticketUrl, isTicket }: Addresses): string {
  const issues =
    links === undefined || !safe.includes("#")
      ? safe
      : safe.replace(issueInText, (text, id: string) => linked(text, links.issue(id)));
  if (ticketUrl === undefined || !issues.includes("-")) return issues;
  return replaceTickets(issues, (id) => (isTicket(id) ? linked(id, ticketAddress(ticketUrl, id)) : id));
}

function ticketAddress(ticketUrl: string, id: string): string {
  return ticketUrl.replaceAll("{id}", id).replaceAll("(", "%28").replaceAll(")", "%29");
}

const maxNoteLines = 60;

/** The text that tells people what to do about a breaking change, indented under its entry. */
export function noteMarkdown(note: string, addresses: Addresses): string {
  const lines = note.split("\n");
  const shown = lines.slice(0, maxNoteLines).map((line) => {
    const item = /^\s*[-*+] (.*)/.exec(line)?.[1];
    const safe = escapeText(item ?? line, (text) => linkReferences(text, addresses));
    if (safe === "") return "";
    return item === undefined ? `  ${safe}` : `  - ${safe}`;
  });
  if (lines.length > maxNoteLines) shown.push("  …");
  return shown.join("\n");
}
