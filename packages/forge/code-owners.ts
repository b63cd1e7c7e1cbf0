import { matchesPath, parseOwnerPattern, type OwnerPattern } from "./owner-pattern.ts";

/** Where GitHub looks for the file, in its order: the first that is there counts, and no other. */
export const codeOwnersPaths = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"] as const;

/** Larger files are not loaded by GitHub. */
const maxBytes = 3 * 1024 * 1024;

export interface CodeOwners {
  readonly rules: readonly OwnerRule[];
  /** Lines that mean nothing to GitHub, with the reason: `line 3: …`. */
  readonly skipped: readonly string[];
}

export interface OwnerRule {
  readonly pattern: OwnerPattern;
  /** `@login`, `@org/team` or an e-mail address, as written. Empty: these paths belong to nobody. */
  readonly owners: readonly string[];
}

/** Reads a CODEOWNERS file as GitHub does: a line that is wrong is skipped, sections of GitLab are such lines. */
export function parseCodeOwners(text: string): CodeOwners {
  if (Buffer.byteLength(text) >= maxBytes) {
    return { rules: [], skipped: ["the file is 3 MB or larger, so that GitHub does not load it"] };
  }
  const rules: OwnerRule[] = [];
  const skipped: string[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\r|\n/)
    .entries()) {
    const rule = parseLine(line);
    if (typeof rule === "string") skipped.push(`line ${index + 1}: ${rule}`);
    else if (rule !== undefined) rules.push(rule);
  }
  return { rules, skipped };
}

/** Who owns a path: those of the last rule that matches it. */
export function ownersOf({ rules }: CodeOwners, path: string): readonly string[] {
  return rules.findLast(({ pattern }) => matchesPath(pattern, path))?.owners ?? [];
}

function parseLine(line: string): OwnerRule | string | undefined {
  const words = wordsOf(line);
  const [first, ...owners] = words;
  if (first === undefined) return undefined;
  if (/^\^?\[/.test(first)) return "sections are GitLab's, GitHub has none";
  const pattern = parseOwnerPattern(first);
  if (typeof pattern === "string") return pattern;
  const wrong = owners.find((owner) => !isOwner(owner));
  return wrong === undefined ? { pattern, owners } : `"${wrong}" is neither @login, @org/team nor an e-mail address`;
}

/** Words up to a comment. A backslash keeps the blank after it in its word. */
function wordsOf(line: string): readonly string[] {
  const words = [""];
  // A pattern for whole words would need a stack as deep as the longest word, which a stranger writes.
  for (const piece of line.split(/(\\.|\s)/)) {
    if (piece !== "" && piece.trim() === "") words.push("");
    else words.push(`${words.pop() ?? ""}${piece}`);
  }
  const said = words.filter((word) => word !== "");
  const comment = said.findIndex((word) => word.startsWith("#"));
  return comment === -1 ? said : said.slice(0, comment);
}

function isOwner(word: string): boolean {
  return /^@[\w-]+(?:\[bot\])?(?:\/[\w.-]+)?$/.test(word) || /^[^\s@]+@[^\s@]+$/.test(word);
}

/** The login of an owner; also of one who is named by the address that GitHub gives everybody. */
export function loginOf(owner: string): string | undefined {
  if (owner.startsWith("@")) return isTeam(owner) ? undefined : owner.slice(1);
  return /^(?:\d+\+)?([\w-]+)@users\.noreply\.github\.com$/i.exec(owner)?.[1];
}

/** Whether an owner or reviewer, with or without @, is a team: `org/team`. */
export function isTeam(owner: string): boolean {
  return /^@?[^\s@/]+\/[^\s@/]+$/.test(owner);
}
