import semver from "semver";
import { escapeText } from "./escape.ts";

/** A version's section in a changelog: lines `start` to before `end`. */
interface Section {
  readonly version: string;
  readonly level: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The changelog with this version's section in it: under the title, above every lower version. A section of the same
 * version is replaced. Nothing else is touched; line ends stay as they are.
 */
export function updateChangelogFile(
  existing: string | undefined,
  section: string,
  { version }: { readonly version: string },
): string {
  const own = ownHeading(section, version);
  const { lines, newline } = split(existing ?? "");
  const wanted = own.split(/\r?\n/);
  if (lines.every((line) => line.trim() === "")) return join(["# Changelog", "", ...wanted, ""], newline);
  const sections = findSections(lines);
  const same = sections.find((known) => known.version === version);
  const at = same?.start ?? placeOf(version, sections, lines);
  const before = withoutBlankEnd(lines.slice(0, at));
  const after = withoutBlankStart(lines.slice(same?.end ?? at));
  return join([...before, ...(before.length > 0 ? [""] : []), ...wanted, "", ...after], newline);
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
  const rest = lines.slice(section.start + 1);
  const body = withoutBlankStart(rest);
  const unmarked = body[0]?.startsWith(quote) === true ? withoutBlankStart(body.slice(1)) : body;
  return join([...lines.slice(0, section.start), marked, "", note, "", ...unmarked], newline);
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

function split(text: string): { readonly lines: readonly string[]; readonly newline: string } {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  return { lines: text.split(/\r?\n/), newline };
}

/** Ends in one line break, as every text file does. */
function join(lines: readonly string[], newline: string): string {
  return withoutBlankEnd(lines).join(newline) + newline;
}

function withoutBlankEnd(lines: readonly string[]): readonly string[] {
  return lines.slice(0, lines.findLastIndex((line) => line.trim() !== "") + 1);
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
