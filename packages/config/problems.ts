import { isAlias, isMap, isNode, isScalar, isSeq, type Document, type LineCounter } from "yaml";

/** Something wrong at a place in the file: `path` names the setting, `key` points at the key instead of its value. */
export interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly key?: boolean;
}

/** The problem where something is `wrong`; nothing else. */
export function when(wrong: boolean, problem: Problem): readonly Problem[] {
  return wrong ? [problem] : [];
}

/** A problem whose place is known: offset into the text. */
export interface Located {
  readonly offset: number;
  readonly message: string;
}

/** The problem at its line: of the value, of the key, or of the nearest thing around it that is written down. */
export function locate(document: Document, { path, message, key }: Problem): Located {
  const name = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [depth, part] of path.entries()) {
    const step = into(document, node, part);
    if (step === undefined) break;
    offset = (key === true && depth === path.length - 1 ? step.keyOffset : step.offset) ?? offset;
    node = step.node;
  }
  return { offset, message: name === "" ? `the file ${message}` : `${name.replace(/^\./, "")} ${message}` };
}

/** Where a key is written; `undefined` when it is not in the file. */
export function offsetOfKey(document: Document, path: readonly PropertyKey[]): number | undefined {
  let node: unknown = document.contents;
  let offset: number | undefined;
  for (const part of path) {
    const step = into(document, node, part);
    if (step === undefined) return undefined;
    ({ node, keyOffset: offset } = step);
  }
  return offset;
}

interface Step {
  readonly node: unknown;
  readonly offset: number | undefined;
  readonly keyOffset: number | undefined;
}

function into(document: Document, at: unknown, part: PropertyKey): Step | undefined {
  const node = isAlias(at) ? at.resolve(document) : at;
  if (isSeq(node) && typeof part === "number") {
    const item = node.items[part];
    return item === undefined ? undefined : { node: item, offset: offsetOf(item), keyOffset: offsetOf(item) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
  if (pair === undefined) return undefined;
  const keyOffset = offsetOf(pair.key);
  const filled = isScalar(pair.value) && pair.value.value === null ? undefined : offsetOf(pair.value);
  return { node: pair.value, offset: filled ?? keyOffset, keyOffset };
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

const shownAtMost = 50;

/** All problems in the order of the file, each with its place and the line it stands in. */
export function listProblems(problems: readonly Located[], source: { path: string; text: string; lines: LineCounter }) {
  const rows = source.text.split(/\r?\n/);
  const listed = problems
    .toSorted((a, b) => a.offset - b.offset)
    .slice(0, shownAtMost)
    .map(({ offset, message }) => {
      const { line, col } = source.lines.linePos(offset);
      const row = (rows[line - 1] ?? "").slice(0, 160);
      const gutter = String(line);
      const pointer = " ".repeat(Math.min(Math.max(col - 1, 0), row.length));
      return `${source.path}:${line}:${col}: ${message}\n  ${gutter} | ${row}\n  ${" ".repeat(gutter.length)} | ${pointer}^`;
    });
  const more = problems.length - listed.length;
  return [...listed, ...(more > 0 ? [`… and ${more} more`] : [])].join("\n");
}
