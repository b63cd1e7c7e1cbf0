import type { Footer } from "./commit.ts";

/** What stands under the header. */
export interface Below {
  readonly body: string | undefined;
  readonly footers: readonly Footer[];
  readonly breakingNotes: readonly string[];
}

const nothing: Below = { body: undefined, footers: [], breakingNotes: [] };

interface Token {
  readonly token: string;
  readonly value: string;
}

interface Open {
  readonly token: string;
  readonly lines: string[];
}

/**
 * Splits the text under a header into body and footers, in one pass.
 *
 * Footers are the last paragraphs that begin with a token. A paragraph that looks like one but has prose after it is
 * body. A `BREAKING CHANGE` is kept wherever it stands.
 */
export function readBelow(text: string): Below {
  if (text === "") return nothing;
  const lines = text.split("\n");
  const breakingNotes: string[] = [];
  let footers: Open[] = [];
  let bodyEnd = lines.length;
  let breaking: Open | undefined;
  let afterBlank = true;
  for (let index = 0; index < lines.length; index += 1) {
    const line = withoutReturn(lines[index] ?? "");
    const blank = line === "" || line.trim() === "";
    const token = blank ? undefined : findToken(line);
    if (token !== undefined && breaking !== undefined) {
      breakingNotes.push(joined(breaking));
      breaking = undefined;
    }
    if (token !== undefined && (afterBlank || footers.length > 0 || isBreaking(token.token))) {
      if (footers.length === 0) bodyEnd = index;
      const open = { token: token.token, lines: [token.value] };
      footers.push(open);
      if (isBreaking(token.token)) breaking = open;
    } else if (footers.length > 0 && afterBlank && !blank && breaking === undefined) {
      footers = [];
      bodyEnd = lines.length;
    } else {
      footers.at(-1)?.lines.push(line);
    }
    afterBlank = blank;
  }
  if (breaking !== undefined) breakingNotes.push(joined(breaking));
  const body = lines.slice(0, bodyEnd).join("\n").trim();
  return {
    body: body === "" ? undefined : body,
    footers: footers.map((open) => ({ token: open.token, value: joined(open) })),
    breakingNotes,
  };
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

function joined(open: Open): string {
  return open.lines.join("\n").trim();
}

function isBreaking(token: string): boolean {
  return token === "BREAKING CHANGE" || token === "BREAKING-CHANGE";
}

function findToken(line: string): Token | undefined {
  if (line.startsWith("BREAKING CHANGE:")) return { token: "BREAKING CHANGE", value: line.slice(16) };
  if (line.startsWith("BREAKING-CHANGE:")) return { token: "BREAKING-CHANGE", value: line.slice(16) };
  const end = endOfToken(line);
  if (end === 0) return undefined;
  if (line[end] === ":" && line[end + 1] === " ") return { token: line.slice(0, end), value: line.slice(end + 2) };
  if (line[end] === " " && line[end + 1] === "#") return { token: line.slice(0, end), value: line.slice(end + 1) };
  return undefined;
}

function endOfToken(line: string): number {
  let at = 0;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    const lower = code | 0x20;
    const letter = lower >= 0x61 && lower <= 0x7a;
    if (!letter && !(at > 0 && (code === 0x2d || (code >= 0x30 && code <= 0x39)))) break;
    at += 1;
  }
  return at;
}
