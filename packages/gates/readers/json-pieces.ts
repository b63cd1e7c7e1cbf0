import { BrokenReport, runAgain } from "./broken.ts";

/** Any JSON document; one that is cut or has text behind it breaks the report. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw incomplete();
  }
}

/** A part of a large document: the last key or index of its path, and its value. */
export type OnPiece = (path: readonly string[], value: unknown) => void;

/**
 * Parses a large JSON document without ever holding all of it: each value at `pattern` (`*` is any key or index, and the last)
 * is handed over and forgotten. The answer is the document with those values left out, so that its own grammar is checked too.
 */
export function parseInPieces(text: string, pattern: readonly string[], onPiece: OnPiece): unknown {
  let kept = "";
  let copied = 0;
  let at = 0;

  const space = () => {
    for (let code = text.charCodeAt(at); code === 32 || code === 10 || code === 13 || code === 9;)
      code = text.charCodeAt((at += 1));
  };
  const key = () => {
    const from = at;
    at = endOfValue(text, at);
    const name = parseJson(text.slice(from, at));
    space();
    if (typeof name !== "string" || text[at] !== ":") throw incomplete();
    at += 1;
    space();
    return name;
  };
  const container = (depth: number, path: readonly string[]) => {
    const from = at;
    const isObject = text[at] === "{";
    const end = isObject ? "}" : "]";
    at += 1;
    space();
    for (let index = 0; text[at] !== end; index += 1) {
      member(depth, [...path, isObject ? key() : String(index)]);
      space();
      if (text[at] === end) break;
      if (text[at] !== ",") throw incomplete();
      at += 1;
      space();
      if (text[at] === end) throw incomplete();
    }
    at += 1;
    if (depth + 1 < pattern.length) return;
    // Its members were judged one by one.
    kept += `${text.slice(copied, from)}${isObject ? "{}" : "[]"}`;
    copied = at;
  };
  const member = (depth: number, path: readonly string[]) => {
    const wanted = pattern[depth] ?? "";
    const matches = wanted === "*" || wanted.split("|").includes(path.at(-1) ?? "");
    const descends = matches && depth + 1 < pattern.length && (text[at] === "{" || text[at] === "[");
    if (descends) return container(depth + 1, path);
    const from = at;
    at = endOfValue(text, at);
    if (depth + 1 === pattern.length) onPiece(path, parseJson(text.slice(from, at)));
  };

  space();
  if (text[at] === "{" || text[at] === "[") container(0, []);
  return parseJson(kept + text.slice(copied));
}

function incomplete(): BrokenReport {
  return new BrokenReport("it is not complete JSON", runAgain);
}

/** Where the value that begins at `from` ends: by its brackets and quotes only. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      at = endOfString(text, at);
      if (depth === 0) return at + 1;
    } else if (code === 123 || code === 91) depth += 1;
    else if (code === 125 || code === 93) {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (code === 44 || code === 58)) return at;
  }
  throw incomplete();
}

function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 92) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  throw incomplete();
}

/** The documents of a stream of JSON, one after another with white space between them, each on a line or over several. */
export function parseJsonStream(text: string): readonly unknown[] {
  const documents: unknown[] = [];
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const end = endOfValue(text, at);
    if (end === at) throw new BrokenReport("it is not a stream of JSON", runAgain);
    documents.push(parseJson(text.slice(at, end)));
    at = end;
  }
  return documents;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] ?? "")) at += 1;
  return at;
}
