import * as semver from "./semver.ts";
import { escapeText } from "./escape.ts";
import { ledgerLinePattern } from "./ledger-line.ts";

/** A version's section in a changelog: lines `start` to before `end`. */
interface Section {
  readonly version: string;
  readonly level: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The changelog with this version's section in it: under the title, above every lower version. A section of the same
 * version that we wrote is replaced; to one that people wrote, ours is added. Every other byte stays as it is.
 */
export function updateChangelogFile(
  existing: string | undefined,
  section: string,
  { version }: { readonly version: string },
): string {
  const { lines, newline } = split(existing ?? "");
  const own = ownHeading(section, version).split(/\r?\n/).join(newline);
  if (lines.every((line) => line.trim() === "")) return `# Changelog${newline}${newline}${own}${newline}`;
  const sections = findSections(lines);
  const same = sections.find((known) => known.version === version);
  if (same !== undefined) return withSame(lines, same, { own, newline });
  const at = placeOf(version, sections, lines);
  return splice(lines, { from: at, to: at }, { text: own, newline });
}

/** This version's section of a changelog, with its heading; `undefined` when it has none, or one without a word in it. */
export function readSection(text: string, version: string): string | undefined {
  const { lines } = split(text);
  const section = findSections(lines).find((known) => known.version === version);
  if (section === undefined) return undefined;
  const own = lines.slice(section.start, section.end);
  return own.slice(1).join("").trim() === "" ? undefined : own.join("").trimEnd();
}

/** What a text lacks to end in a blank line. */
function missingBreaks(text: string, newline: string): string {
  if (!text.endsWith("\n")) return newline + newline;
  return /\n[^\S\n]*\n$/.test(text) ? "" : newline;
}

/** A person's words for this version stay, with ours under them; what we wrote before makes room for what we write now. */
function withSame(
  lines: readonly string[],
  { start, end }: Section,
  { own, newline }: { readonly own: string; readonly newline: string },
): string {
  const body = lines.slice(start + 1, end);
  const isOurs = body.some((line) => ledgerLinePattern.test(line.trim()));
  if (isOurs) return splice(lines, { from: start, to: end }, { text: own, newline });
  const ours = own.split(newline).slice(1).join(newline).trim();
  if (ours === "" || unified(body.join("")).includes(unified(ours))) return lines.join("");
  return splice(lines, { from: end, to: end }, { text: ours, newline });
}

function unified(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, "\n");
}

/** The lines with a text in the place of some, one blank line before and after it; all others byte for byte. */
function splice(
  lines: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
  { text, newline }: { readonly text: string; readonly newline: string },
): string {
  const before = lines.slice(0, from).join("");
  const after = lines.slice(to).join("");
  const gapBefore = before === "" ? "" : missingBreaks(before, newline);
  const gapAfter = after === "" || /^[^\S\n]*\r?\n/.test(after) ? "" : newline;
  return before + gapBefore + text + newline + gapAfter + after;
}

/** Why a version's section is marked. */
export interface RolledBack {
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly reason: string;
  /** Where the details are. */
  readonly url?: string;
}

const mark = " [ROLLED BACK]";
const quote = "> **Rolled back on ";

/**
 * The changelog with this version marked as rolled back, in its heading and under it. A version that the changelog
 * does not have gets a section of its own: the revert of a release may have taken it out. Safe to repeat.
 */
export function markRolledBack(existing: string | undefined, { version, date, reason, url }: RolledBack): string {
  const note = `${quote}${date}**: ${escapeText(reason)}${details(url)}`;
  const { lines, newline } = split(existing ?? "");
  const section = findSections(lines).find((known) => known.version === version);
  if (section === undefined) {
    return updateChangelogFile(existing, `## ${version}${mark}\n\n${note}\n`, { version });
  }
  const heading = (lines[section.start] ?? "").trimEnd();
  const marked = heading.endsWith(mark) ? heading : heading + mark;
  const body = withoutBlankStart(lines.slice(section.start + 1));
  const unmarked = (body[0]?.startsWith(quote) === true ? withoutBlankStart(body.slice(1)) : body).join("");
  const rest = unmarked === "" ? "" : newline + unmarked;
  return lines.slice(0, section.start).join("") + marked + newline + newline + note + newline + rest;
}

/** Only web addresses become links, and a parenthesis in one must not end the Markdown link. */
function details(url: string | undefined): string {
  if (url === undefined || !/^https?:\/\//.test(url) || !URL.canParse(url)) return "";
  return ` ([details](${new URL(url).href.replaceAll("(", "%28").replaceAll(")", "%29")}))`;
}

/** A text that a person wrote may lack the heading; without it the version could not be found again. */
function ownHeading(section: string, version: string): string {
  const text = section.trim();
  const first = versionOf(text.slice(0, text.indexOf("\n") === -1 ? undefined : text.indexOf("\n")));
  return first?.version === version ? text : `## ${version}\n\n${text}`;
}

/** The lines, each with its own line end, and the line end that new lines get: that of the first line. */
function split(text: string): { readonly lines: readonly string[]; readonly newline: string } {
  return { lines: text.match(/[^\n]*\n|[^\n]+$/g) ?? [], newline: /^[^\n]*\r\n/.test(text) ? "\r\n" : "\n" };
}

function withoutBlankStart(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  return first === -1 ? [] : lines.slice(first);
}

/** Above the first lower version; under the last when all are higher; else at the end, before link definitions. */
function placeOf(version: string, sections: readonly Section[], lines: readonly string[]): number {
  const lower = sections.find((known) => semver.lt(known.version, version));
  return lower?.start ?? sections.at(-1)?.end ?? endOfText(lines);
}

/** Where the text ends and the link definitions at the foot of the file begin (`[2.5.0]: https://…`). */
function endOfText(lines: readonly string[]): number {
  return lines.findLastIndex((line) => line.trim() !== "" && !/^\[[^\]]+\]: /.test(line)) + 1;
}

function findSections(lines: readonly string[]): readonly Section[] {
  const headings = headingsOf(lines);
  const last = endOfText(lines);
  return headings.flatMap(({ at, level, version }, index) => {
    if (version === undefined) return [];
    const next = headings.slice(index + 1).find((other) => other.version !== undefined || other.level <= level);
    return [{ version, level, start: at, end: next?.at ?? last }];
  });
}

interface Heading {
  readonly at: number;
  readonly level: number;
  readonly version: string | undefined;
}

function headingsOf(lines: readonly string[]): readonly Heading[] {
  const fenced = fencedLines(lines);
  return lines.flatMap((line, at) => {
    const level = /^(#{1,6}) /.exec(line)?.[1]?.length;
    return level === undefined || fenced.has(at) ? [] : [{ at, level, version: versionOf(line)?.version }];
  });
}

/** Lines of code blocks. A fence that nobody closed is a mistake, and must not hide the versions under it. */
function fencedLines(lines: readonly string[]): ReadonlySet<number> {
  const fenced = new Set<number>();
  let open: { readonly at: number; readonly marker: string } | undefined;
  for (const [at, line] of lines.entries()) {
    const marker = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (marker === undefined) continue;
    if (open === undefined) open = { at, marker };
    else if (open.marker === marker) {
      for (let inside = open.at; inside <= at; inside += 1) fenced.add(inside);
      open = undefined;
    }
  }
  return fenced;
}

/** `## 2.5.0`, `## [2.5.0](…)`, `# v2.5.0 - 2026-01-01`, …: up to level 3, as older presets wrote patches. */
function versionOf(line: string): semver.SemVer | undefined {
  const text = /^#{1,3} +\[?v?(\d[^\s\](]*)/.exec(line)?.[1];
  return text === undefined ? undefined : (semver.parse(text) ?? undefined);
}
