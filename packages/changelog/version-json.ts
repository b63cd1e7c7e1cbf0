import type { Span } from "./version-files.ts";

/** The version of a `package.json`. */
export function packageVersions(text: string): readonly Span[] {
  return spansAt(text, [["version"]]);
}

/** Both places of an npm lock file: its own and that of the root package. */
export function lockVersions(text: string): readonly Span[] {
  return spansAt(text, [["version"], ["packages", "", "version"]]);
}

/** Where the strings at these paths stand, without their quotes. Throws on text that is not JSON. */
function spansAt(text: string, paths: readonly (readonly string[])[]): readonly Span[] {
  JSON.parse(text.replace(/^\ufeff/, ""));
  const wanted = new Set(paths.map((path) => JSON.stringify(path)));
  const depth = Math.max(...paths.map((path) => path.length));
  const spans: Span[] = [];
  // The text is JSON, so only its strings, brackets and colons need to be told apart.
  const open: (string | undefined)[] = [];
  let key: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "{" || character === "[") {
      open.push(character === "{" ? key : undefined);
      key = undefined;
    } else if (character === "}" || character === "]") {
      open.pop();
      key = undefined;
    } else if (character === ",") {
      key = undefined;
    } else if (character === '"') {
      const end = endOfString(text, at);
      if (key === undefined && isKey(text, end)) key = keyAt(text, at, end);
      else if (key !== undefined && open.length <= depth && wanted.has(JSON.stringify([...open.slice(1), key]))) {
        spans.push({ start: at + 1, end: end - 1 });
      }
      at = end - 1;
    }
  }
  return spans;
}

function keyAt(text: string, start: number, end: number): string {
  return String(JSON.parse(text.slice(start, end)));
}

/** Behind the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function isKey(text: string, end: number): boolean {
  let at = end;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at += 1;
  return text[at] === ":";
}
