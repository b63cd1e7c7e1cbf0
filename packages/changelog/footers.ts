import type { Footer } from "./commit.ts";

/** What stands under the header. */
export interface Below {
  readonly body: string | undefined;
  readonly footers: readonly Footer[];
  readonly breakingNotes: readonly string[];
}

const nothing: Below = { body: undefined, footers: [], breakingNotes: [] };

const breakingTokens = ["BREAKING CHANGE", "BREAKING-CHANGE"];

interface Open {
  readonly token: string;
  /** Where its value begins. */
  readonly from: number;
  /** Where the line after its value begins. */
  to: number;
}

/**
 * Splits the text under a header into body and footers, in one pass.
 *
 * Footers are the last paragraphs that begin with a token. A paragraph that looks like one but has prose after it is
 * body. A `BREAKING CHANGE` is kept wherever it stands, and may go on for paragraphs.
 */
export function readBelow(text: string): Below {
  if (text === "") return nothing;
  const breakingNotes: string[] = [];
  let footers: Open[] = [];
  let bodyEnd = text.length;
  let breaking: Open | undefined;
  let afterBlank = true;
  for (let start = 0, next = 0; start < text.length; start = next) {
    const newline = text.indexOf("\n", start);
    next = newline === -1 ? text.length : newline + 1;
    const blank = isBlank(text, start, next);
    const open = blank ? undefined : findToken(text, start, next);
    if (open !== undefined && breaking !== undefined) {
      breakingNotes.push(valueOf(text, breaking));
      breaking = undefined;
    }
    if (open !== undefined && (afterBlank || footers.length > 0 || isBreaking(open.token))) {
      if (footers.length === 0) bodyEnd = start;
      footers.push(open);
      if (isBreaking(open.token)) breaking = open;
    } else if (footers.length > 0 && afterBlank && !blank && breaking === undefined) {
      footers = [];
      bodyEnd = text.length;
    } else {
      const last = footers.at(-1);
      if (last !== undefined) last.to = next;
    }
    afterBlank = blank;
  }
  if (breaking !== undefined) breakingNotes.push(valueOf(text, breaking));
  const body = text.slice(0, bodyEnd).trim();
  return {
    body: body === "" ? undefined : body,
    footers:
      footers.length === 0
        ? nothing.footers
        : footers.map((open) => ({ token: open.token, value: valueOf(text, open) })),
    breakingNotes: breakingNotes.length === 0 ? nothing.breakingNotes : breakingNotes,
  };
}

function valueOf(text: string, { from, to }: Open): string {
  const value = text.slice(from, to).trim();
  return value.includes("\r") ? value.replaceAll("\r\n", "\n") : value;
}

function isBreaking(token: string): boolean {
  return breakingTokens.includes(token);
}

function isBlank(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  // Most lines begin with a visible character: no need to cut them out to see that.
  return code <= 0x20 || code >= 0x80 ? text.slice(start, end).trim() === "" : false;
}

function findToken(text: string, start: number, to: number): Open | undefined {
  for (const token of breakingTokens) {
    if (text.startsWith(token, start) && text[start + token.length] === ":")
      return { token, from: start + token.length + 1, to };
  }
  const end = endOfToken(text, start);
  if (end === start) return undefined;
  const separator = text.slice(end, end + 2);
  if (separator === ": ") return { token: text.slice(start, end), from: end + 2, to };
  if (separator === " #") return { token: text.slice(start, end), from: end + 1, to };
  return undefined;
}

function endOfToken(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const lower = code | 0x20;
    const letter = lower >= 0x61 && lower <= 0x7a;
    if (!letter && !(at > start && (code === 0x2d || (code >= 0x30 && code <= 0x39)))) break;
    at += 1;
  }
  return at;
}
