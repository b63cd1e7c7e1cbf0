/**
 * Foreign Markdown as a part of a page: its headings begin at `level` and keep their order, raw HTML is shown as text, and
 * a code fence that was left open ends with it. Nothing in it can end the section that it stands in.
 */
export function nested(markdown: string, level: number): string {
  const lines = readLines(markdown);
  const highest = Math.min(...lines.flatMap(({ text, inCode }) => (inCode ? [] : levelOf(text))));
  const shift = Number.isFinite(highest) ? level - highest : 0;
  const open = lines.at(-1)?.fence;
  const shown: string[] = [];
  let strayBacktick = false;
  for (const { text, inCode, isFence } of lines) {
    if (inCode) {
      // At the margin a fence belongs to no list, whose end would be its end too.
      shown.push(isFence ? text.trim() : text);
      continue;
    }
    if (text.trim() === "") strayBacktick = false;
    const line = inert(shifted(text, shift), strayBacktick);
    strayBacktick = line.strayBacktick;
    shown.push(line.text);
  }
  return withoutBlankEnds([...shown, ...(open === undefined ? [] : [open])].join("\n"));
}

/** Leading spaces of the first line may make it code: they stay. */
export const withoutBlankEnds = (text: string): string => text.replace(/^(?:[^\S\n]*\n)+/, "").trimEnd();

interface Line {
  readonly text: string;
  /** Inside a fenced block, its first and last line included. */
  readonly inCode: boolean;
  readonly isFence: boolean;
  /** The fence that is open after this line. */
  readonly fence: string | undefined;
}

/** The lines of a text, knowing which of them are code. */
export function readLines(markdown: string): readonly Line[] {
  let fence: string | undefined;
  return markdown.split(/\r\n?|\n/).map((text) => {
    const before = fence;
    fence = fenceAfter(before, text.trim());
    return { text, inCode: before !== undefined || fence !== undefined, isFence: before !== fence, fence };
  });
}

function fenceAfter(open: string | undefined, line: string): string | undefined {
  if (open === undefined) return /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[0];
  return line.length >= open.length && line === open.charAt(0).repeat(line.length) ? undefined : open;
}

function levelOf(line: string): readonly number[] {
  const marks = /^ {0,3}(#{1,6})(?=\s|$)/.exec(line)?.[1];
  return marks === undefined ? [] : [marks.length];
}

function shifted(line: string, by: number): string {
  // An underline of = or - would make a heading of the line above it, at a level of its own.
  if (/^ {0,3}(?:=+|-+)\s*$/.test(line)) return "";
  return line.replace(/^ {0,3}(#{1,6})(?=\s|$)/, (_, marks: string) =>
    "#".repeat(Math.min(6, Math.max(1, marks.length + by))),
  );
}

const tokens = /\\.|(?<ticks>`+)(?!`).*?(?<!`)\k<ticks>(?!`)|(?<stray>`+)|<(?!https?:\/\/[^\s<>`]*>)/g;

/**
 * Shows tags and comments as text. Code spans stay as they are, unless a backtick without a partner leaves open where
 * they begin; addresses in angle brackets stay links.
 */
function inert(line: string, afterStray: boolean): { readonly text: string; readonly strayBacktick: boolean } {
  const strayBacktick = afterStray || [...line.matchAll(tokens)].some(({ groups }) => groups?.["stray"] !== undefined);
  if (strayBacktick) return { text: line.replaceAll("<", "&lt;"), strayBacktick };
  return { text: line.replaceAll(tokens, (found) => (found === "<" ? "&lt;" : found)), strayBacktick };
}
