// Commit messages are written by strangers and end up in pull requests and release pages. Whatever they hold must
// stay text inside its own list item: no heading, link, HTML, image, closing of an item, and nobody is notified.

const special = /[\\`*_~|@&<>[\]$]/;
// Controls, invisible direction marks (they reorder what a reviewer reads) and line separators.
// oxlint-disable-next-line no-control-regex -- control characters are what it is for
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
const address = /:\/\/|www\.|@/i;
const codeSpan = /(?<!`)`([^`]+)`(?!`)/g;
// `::` at the start of a line is a command to a runner that prints it.
const blockOpening = /^(?:::|#+(?=\s|$)|[-+=](?=[-+=\s]|$)|\d{1,9}[.)](?=\s|$))/;
const maxLength = 400;

/** Adds links to text that is safe already; it never sees what stands in code. */
export type Decorate = (safe: string) => string;

const asIs: Decorate = (safe) => safe;

/** One line of Markdown that shows `text` as it is. Code between single backticks stays code. */
export function escapeText(text: string, decorate: Decorate = asIs): string {
  const line = oneLine(text);
  const safe = special.test(line) ? escapeAroundCode(line, decorate) : decorate(line);
  return blockOpening.test(safe) ? escapeOpening(safe) : safe;
}

/** The same for short plain text, such as names and scopes: here a backtick is only a backtick. */
export function escapeName(text: string): string {
  const line = oneLine(text);
  const safe = special.test(line) ? escapeInline(line) : line;
  return blockOpening.test(safe) ? escapeOpening(safe) : safe;
}

/** The text on one line, without anything that a terminal or a page would obey; not escaped. */
export function oneLine(text: string): string {
  const line = text.replace(breaks, " ").replace(invisible, "").trim();
  if (line.length <= maxLength) return line;
  // Never between the two halves of one character.
  const end = line.charCodeAt(maxLength - 1) >= 0xd800 && line.charCodeAt(maxLength - 1) < 0xdc00 ? 1 : 0;
  return `${line.slice(0, maxLength - end)}…`;
}

function escapeAroundCode(line: string, decorate: Decorate): string {
  if (!line.includes("`")) return decorate(escapeInline(line));
  let out = "";
  let from = 0;
  for (const span of line.matchAll(codeSpan)) {
    // Some renderers let a bare address swallow the backtick that follows it: then this would not be code.
    const word = line.slice(line.lastIndexOf(" ", span.index) + 1, span.index);
    if (address.test(word)) continue;
    out += decorate(escapeInline(line.slice(from, span.index))) + span[0];
    from = span.index + span[0].length;
  }
  return out + decorate(escapeInline(line.slice(from)));
}

function escapeInline(text: string): string {
  return (
    text
      .replace(/[\\`*~|[\]$]/g, "\\$&")
      // An underscore inside a word is only an underscore; escaping it would break addresses.
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_")
      .replace(/&(?=#?\w{1,31};)/g, "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      // A backslash does not stop a mention; a zero-width space does.
      .replace(/@(?=[A-Za-z0-9])/g, "@&#8203;")
  );
}

/** What would begin something at the start of a line: heading, list, underline, rule, a command. */
function escapeOpening(line: string): string {
  return line.replace(/^(\d*)/, "$1\\");
}
