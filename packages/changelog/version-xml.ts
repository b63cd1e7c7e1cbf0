import { SaxesParser } from "saxes";
import type { Span } from "./version-files.ts";

/**
 * The version of a Maven project: its own, not its parent's or a dependency's. Where the version is one property
 * (`${revision}`), that property.
 */
export function pomVersions(text: string): readonly Span[] {
  requireWellFormed(text);
  const own = findElement(text, "project/version");
  if (own === undefined) return [];
  const value = text.slice(own.start, own.end);
  if (!value.includes("${")) return [own];
  const property = /^\$\{([\w.-]+)\}$/.exec(value)?.[1];
  const defined = property === undefined ? undefined : findElement(text, `project/properties/${property}`);
  if (defined === undefined) throw new Error(`its version is made of properties that it does not define: ${value}`);
  return [defined];
}

function requireWellFormed(text: string): void {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
}

// Comments and CDATA first: what looks like an element inside them is text. No nested quantifiers: linear time.
const piece = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[?!][^>]*>|<(\/?)([^\s/>]+)[^>]*?(\/?)>/g;

/** The trimmed text of the first element at this path of names, in text that is well-formed. */
function findElement(text: string, path: string): Span | undefined {
  const open: string[] = [];
  let start = 0;
  for (const match of text.matchAll(piece)) {
    const [whole, closing, name = "", selfClosing] = match;
    if (name === "" || selfClosing === "/") continue;
    if (closing === "/") {
      if (open.join("/") === path) return trimmed(text, start, match.index);
      open.pop();
      continue;
    }
    open.push(name);
    start = match.index + whole.length;
  }
  return undefined;
}

function trimmed(text: string, start: number, end: number): Span {
  const value = text.slice(start, end);
  const from = start + (value.length - value.trimStart().length);
  return { start: from, end: from + value.trim().length };
}
