const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** `83 ms`, `4.2 s`, `3 min 05 s`, `2 h 07 min`, `3 d 04 h`. */
export function duration(ms: number): string {
  if (Math.round(ms) < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  // 59.96 s would be printed as "60.0 s".
  if (ms < minuteMs - 50) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < hourMs - 500) return twoUnits(Math.round(ms / 1000), 60, "min", "s");
  if (ms < dayMs - minuteMs / 2) return twoUnits(Math.round(ms / minuteMs), 60, "h", "min");
  return twoUnits(Math.round(ms / hourMs), 24, "d", "h");
}

function twoUnits(small: number, perBig: number, big: string, unit: string): string {
  return `${Math.floor(small / perBig)} ${big} ${String(small % perBig).padStart(2, "0")} ${unit}`;
}

/** `2026-01-31 14:05:09`, of a moment in ISO 8601 UTC: with its day, because a release may take weeks. */
export function moment(iso: string): string {
  return iso.slice(0, 19).replace("T", " ");
}

/** Status as a mark and a word: never by colour or mark alone. */
export function mark(status: string): string {
  return marks.get(status) ?? cell(status);
}

const marks: ReadonlyMap<string, string> = new Map([
  ["passed", "✅ passed"],
  ["failed", "❌ failed"],
  ["overridden", "⚠ failed, overridden"],
  ["provisional", "🕓 provisional"],
  ["not-applicable", "➖ not applicable"],
  ["skipped", "➖ skipped"],
]);

// Controls, invisible direction marks (they reorder what a reviewer reads) and unpaired halves of characters.
const invisible =
  // oxlint-disable-next-line no-control-regex -- control characters are what it is for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;
const maxLength = 500;

/** Foreign text on one line, without anything that a terminal or a page would obey; not escaped, not cut. */
export function printable(text: string): string {
  return text.replaceAll(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ").replaceAll(invisible, "");
}

/** The same with single spaces, of at most 500 characters: enough to know what it is. */
export function oneLine(text: string): string {
  const line = printable(text).replaceAll(/\s+/g, " ").trim();
  if (line.length <= maxLength) return line;
  return `${line.slice(0, maxLength).replace(/\p{Surrogate}$/u, "")}…`;
}

/** Foreign text as literal Markdown on one line: stays inside its table cell or list item, notifies and closes nothing. */
export function cell(text: string): string {
  return (
    oneLine(text)
      .replaceAll(/[\\`*~|[\]$]/g, String.raw`\$&`)
      // Inside a word an underscore is only an underscore.
      .replaceAll(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, String.raw`\_`)
      .replaceAll(/&(?=#?\w{1,31};)/g, "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      // A backslash stops no mention, and no "fixes #1" from closing an issue when the pull request is merged.
      .replaceAll(/@(?=\w)/g, "@\u200B")
      .replaceAll(/\b(clos(?:e[sd]?)|fix(?:e[sd])?|resolve[sd]?)(?=:?\s+\S*(?:#|GH-|\/)\S*\d)/gi, "$1\u200B")
      .replace(/^(?:#+(?=\s|$)|[-+=](?=[-+=\s]|$)|\d{1,9}(?=[.)](?:\s|$)))/, escapeOpening)
  );
}

/** What would begin a block at the start of a line: heading, list, underline, rule. */
function escapeOpening(opening: string): string {
  return /\d/.test(opening) ? `${opening}\u200B` : `\\${opening}`;
}

/** Foreign text as a code span on one line; for running text and lists, not for table cells. */
export function code(text: string): string {
  const line = oneLine(text);
  if (line === "") return "";
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^[` ]|[` ]$/.test(line) ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** An address as a link; what does not look like one stays text. */
export function address(url: string): string {
  return /^https?:\/\/[^\s<>"|`]+$/.test(url) ? `<${url}>` : cell(url);
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** A Markdown table; columns named `…:` are aligned right. Cells hold Markdown without line ends and bare pipes. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((name) => (name.endsWith(":") ? "---:" : "---"));
  return [row(head.map((name) => name.replace(/:$/, ""))), row(rule), ...rows.map(row)].join("\n");
}

/** Ratio 0–1 as percent in a table: always one digit, so that a column can be compared. */
export function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(1)} %`;
}
