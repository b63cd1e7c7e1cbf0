import type { Reference } from "./commit.ts";

const closing = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?$/i;
/** Between the references of one list: `closes #1, #2 and #3`. */
const listGlue = /^(?:[\s,&]|and)*$/;
// Bounded, so that a hostile text costs no more than its length.
const ticket = /(?<![A-Za-z0-9/_-])[A-Z][A-Z0-9]{1,9}-[1-9]\d{0,6}(?![A-Za-z0-9-])/g;
/** Look like tickets and are standards: no project calls itself so. */
const notTickets = new Set(
  "UTF SHA MD ISO RFC CVE CWE GHSA GH TLS SSL HTTP HTTPS AES RSA ECMA ES IEEE ANSI PEP TC39 UCS BASE CP KOI8 LATIN".split(
    " ",
  ),
);

/** Issues (`#1`, `owner/name#1`) and tickets (`ABC-123`) that a text names, in order, each once. */
export function findReferences(text: string): readonly Reference[] {
  const hasIssue = text.includes("#");
  const hasTicket = text.includes("-");
  if (!hasIssue && !hasTicket) return none;
  const found = new Map<string, Reference>();
  if (hasIssue) findIssues(text, (reference) => add(found, reference));
  if (hasTicket) findTickets(text, (reference) => add(found, reference));
  return found.size === 0 ? none : [...found.values()];
}

const none: readonly Reference[] = [];

function add(found: Map<string, Reference>, reference: Reference): void {
  const key = `${reference.repository ?? ""}#${reference.id}`;
  const known = found.get(key);
  if (known === undefined || (reference.closes && !known.closes)) found.set(key, reference);
}

function findIssues(text: string, found: (reference: Reference) => void): void {
  let listEnd = 0;
  let closes = false;
  for (let hash = text.indexOf("#"); hash !== -1; hash = text.indexOf("#", hash + 1)) {
    const end = endOfDigits(text, hash + 1);
    if (end === hash + 1 || end - hash > 10 || isWord(text.charCodeAt(end))) continue;
    const start = startOfRepository(text, hash);
    if (start === undefined) continue;
    // Only a window before the reference is looked at: the keyword stands right in front of it, or the list goes on.
    const between = text.slice(Math.max(listEnd, start - 24), start);
    closes = closing.test(between.trimEnd()) || (closes && start - listEnd <= 24 && listGlue.test(between));
    listEnd = end;
    const repository = start === hash ? undefined : text.slice(start, hash);
    found({ kind: "issue", id: text.slice(hash + 1, end), repository, closes });
  }
}

/** Where `owner/name` before the hash begins; the hash itself when nothing stands there; `undefined` inside a word. */
function startOfRepository(text: string, hash: number): number | undefined {
  let start = hash;
  const floor = Math.max(0, hash - 140);
  while (start > floor && isNameCharacter(text.charCodeAt(start - 1))) start -= 1;
  if (start === hash) return text[hash - 1] === "&" ? undefined : hash;
  const parts = text.slice(start, hash).split("/");
  return parts.length === 2 && parts.every((part) => part !== "") ? start : undefined;
}

function findTickets(text: string, found: (reference: Reference) => void): void {
  for (const [id] of text.matchAll(ticket)) {
    if (isTicket(id)) found({ kind: "ticket", id, repository: undefined, closes: false });
  }
}

/** The text with each ticket replaced. */
export function replaceTickets(text: string, replacement: (id: string) => string): string {
  return text.replace(ticket, (id) => (isTicket(id) ? replacement(id) : id));
}

/** Whether an id is a ticket of one of these keys; without keys, whether it looks like any. */
export function ticketTest(keys: readonly string[] | undefined): (id: string) => boolean {
  if (keys === undefined) return isTicket;
  const known = new Set(keys);
  return (id) => known.has(id.slice(0, id.lastIndexOf("-")));
}

function isTicket(id: string): boolean {
  return !notTickets.has(id.slice(0, id.indexOf("-")));
}

/** The first position from `at` on that holds no digit. */
export function endOfDigits(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charCodeAt(end) >= 0x30 && text.charCodeAt(end) <= 0x39) end += 1;
  return end;
}

function isWord(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
}

function isNameCharacter(code: number): boolean {
  return isWord(code) || code === 0x2d || code === 0x2e || code === 0x2f;
}
