/** GitHub refuses a summary of a step that is larger (1 MiB). */
const limitBytes = 1024 * 1024;
const cut = "\n\n… cut here: the rest is in the report of the release.\n";

/** Text as it is, inside Markdown and its tables: nothing of it becomes markup. */
export function escaped(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_{}[\]()#+!|~]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replaceAll(/\s*[\r\n]+\s*/g, "<br>");
}

/** A heading, what must not be overlooked, a table of facts, and notes: what a job has to tell. */
export function summaryOf(page: {
  readonly title: string;
  readonly first?: readonly string[];
  readonly rows?: readonly (readonly [name: string, value: string])[];
  readonly notes?: readonly string[];
}): string {
  const { title, first = [], rows = [], notes = [] } = page;
  const table = rows.map(([name, value]) => `| ${escaped(name)} | ${escaped(value)} |`);
  return [
    `### ${escaped(title)}`,
    ...(first.length === 0 ? [] : ["", ...first.map((line) => `> ${escaped(line)}`)]),
    ...(table.length === 0 ? [] : ["", "| | |", "| --- | --- |", ...table]),
    ...(notes.length === 0 ? [] : ["", ...notes.map((note) => `- ${escaped(note)}`)]),
    "",
  ].join("\n");
}

/** The text, or as much of its beginning as the host takes, cut between two lines. */
export function capped(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= limitBytes) return text;
  const kept = bytes.subarray(0, limitBytes - Buffer.byteLength(cut)).toString("utf8");
  return `${kept.slice(0, Math.max(0, kept.lastIndexOf("\n")))}${cut}`;
}
