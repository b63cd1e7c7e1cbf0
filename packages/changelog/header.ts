/** The parts of a header by Conventional Commits 1.0, or `undefined` when it does not follow them. */
export interface Header {
  /** In lower case. */
  readonly type: string;
  readonly scope: string | undefined;
  readonly bang: boolean;
  readonly description: string;
}

/** Reads `type(scope)!: description` in one pass; anything else is `undefined`. */
export function findHeader(line: string): Header | undefined {
  const typeEnd = endOfType(line, 0);
  if (typeEnd === 0) return undefined;
  let at = typeEnd;
  let scope: string | undefined;
  if (line[at] === "(") {
    const close = endOfScope(line, at + 1);
    if (close === -1) return undefined;
    scope = line.slice(at + 1, close).trim();
    at = close + 1;
  }
  const bang = line[at] === "!";
  if (bang) at += 1;
  if (line[at] !== ":" || line[at + 1] !== " ") return undefined;
  const description = line.slice(at + 2).trim();
  if (description === "") return undefined;
  return {
    type: line.slice(0, typeEnd).toLowerCase(),
    scope: scope === "" || scope === "*" ? undefined : scope,
    bang,
    description,
  };
}

/** Whether a line of `text` that begins there, blanks aside, begins like a header. `false` is certain. */
export function mayBeHeader(text: string, from: number): boolean {
  let start = from;
  while (text[start] === " " || text[start] === "\t") start += 1;
  const next = text[endOfType(text, start)];
  return next === ":" || next === "(" || next === "!";
}

/** Letters first, then letters, digits, `_` and `-`. */
function endOfType(text: string, from: number): number {
  let at = from;
  while (at < text.length && isTypeCharacter(text.charCodeAt(at), at === from)) at += 1;
  return at;
}

function isTypeCharacter(code: number, first: boolean): boolean {
  const lower = code | 0x20;
  if (lower >= 0x61 && lower <= 0x7a) return true;
  return !first && ((code >= 0x30 && code <= 0x39) || code === 0x5f || code === 0x2d);
}

/** The `)` that ends the scope: the first with `:` or `!:` behind it, so that a scope may hold parentheses. */
function endOfScope(line: string, from: number): number {
  for (let at = line.indexOf(")", from); at !== -1; at = line.indexOf(")", at + 1)) {
    const next = line[at + 1];
    if (next === ":" || (next === "!" && line[at + 2] === ":")) return at;
  }
  return -1;
}
