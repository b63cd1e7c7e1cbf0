/** A pattern of a CODEOWNERS file, ready to be matched. */
export type OwnerPattern = readonly Segment[];

/** `undefined` stands for any number of folders. */
type Segment = readonly Glyph[] | undefined;
type Glyph = string | typeof anyText | typeof anyLetter;

const anyText: unique symbol = Symbol("*");
const anyLetter: unique symbol = Symbol("?");
const something: Segment = [anyLetter, anyText];

/**
 * Reads a pattern as GitHub does: as in `.gitignore`, but without `!` and `[a-z]`, and `folder/*` does not reach into
 * subfolders. A text says why the pattern is none.
 */
export function parseOwnerPattern(text: string): OwnerPattern | string {
  if (text.startsWith("!")) return "a pattern cannot be negated with !";
  if (text.startsWith("\\#")) return "a pattern cannot begin with #, not even escaped";
  if (/[[\]]/.test(text)) return "character ranges in [ ] are not supported";
  if (text.includes("***")) return "three asterisks in a row mean nothing";
  if (text.endsWith("\\") && !text.endsWith("\\\\")) return "nothing follows the last backslash";
  const isAnchored = text.startsWith("/");
  const names = text.split("/").slice(isAnchored ? 1 : 0);
  if (names.slice(0, -1).includes("") || names.join("") === "") return "a folder has no name";
  const isFolder = names.at(-1) === "";
  if (isFolder) names.pop();
  const floats = !isAnchored && names.length === 1 && names[0] !== "**";
  return [...(floats ? [undefined] : []), ...names.map(segmentOf), ...endingOf(names, isFolder)];
}

/** What may follow: everything in a folder; what a name stands for, in case that it is one; nothing after `/*`. */
function endingOf(names: readonly string[], isFolder: boolean): readonly Segment[] {
  const last = names.at(-1);
  if (isFolder) return [something, undefined];
  if (last === "**") return names.length === 1 ? [] : [something];
  return last === "*" ? [] : [undefined];
}

function segmentOf(name: string): Segment {
  if (name === "**") return undefined;
  if (name === "*") return something;
  const glyphs: Glyph[] = [];
  for (const [found] of name.matchAll(/\\.|\*+|./gsu)) {
    if (found.startsWith("*")) glyphs.push(anyText);
    else if (found === "?") glyphs.push(anyLetter);
    else glyphs.push(found.replace(/^\\(?=.)/su, ""));
  }
  return glyphs;
}

/** Whether a path of the repository is meant. Takes time in proportion to both lengths, whatever the pattern. */
export function matchesPath(pattern: OwnerPattern, path: string): boolean {
  return isLike<Segment, string>(pattern, path.split("/"), (segment) => segment === undefined, matchesName);
}

function matchesName(segment: Segment, name: string): boolean {
  if (segment === undefined) return false;
  const same = (glyph: Glyph, letter: string) => glyph === letter || glyph === anyLetter;
  return isLike<Glyph, string>(segment, Array.from(name), (glyph) => glyph === anyText, same);
}

/** The usual match with wildcards: after a mismatch only the last one takes more. */
function isLike<P, T>(
  pattern: readonly P[],
  text: readonly T[],
  isWild: (part: P) => boolean,
  isSame: (part: P, piece: T) => boolean,
): boolean {
  let at = 0;
  let retry: { readonly at: number; read: number } | undefined;
  for (let read = 0; read < text.length;) {
    const inPattern = at < pattern.length;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both are in range; P may hold undefined
    const [part, piece] = [pattern[at] as P, text[read] as T];
    if (inPattern && isWild(part)) {
      at += 1;
      retry = { at, read };
    } else if (inPattern && isSame(part, piece)) {
      at += 1;
      read += 1;
    } else if (retry !== undefined) {
      retry.read += 1;
      ({ at, read } = retry);
    } else return false;
  }
  return pattern.slice(at).every(isWild);
}
