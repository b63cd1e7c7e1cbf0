import { headProblems } from "./checkpoint.ts";
import { linesIn } from "./lines.ts";

/** What a place outside the repository says of the log: as many entries, and their root. Not signed: the place vouches for it. */
export interface Anchor {
  /** Where it stands, as people find it. */
  readonly from: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
}

/** A checkpoint in the few words that fit beside others; `undefined` when it is none. At most 90 characters. */
export function anchorOf(checkpoint: string): string | undefined {
  const [, size = "", root = ""] = checkpoint.split("\n");
  const text = `${opening}${size} entries, root ${root}`;
  return words.test(text) ? text : undefined;
}

const opening = "audit log: ";
const words = /audit log: (?<size>0|[1-9]\d{0,14}) entries, root (?<root>[A-Za-z0-9+/]{43}=)$/;

/** The anchor at the end of a text; `undefined` when there is none. */
export function findAnchor(from: string, text: string): Anchor | undefined {
  const { size, root } = words.exec(text)?.groups ?? {};
  return size === undefined || root === undefined ? undefined : { from, size: Number(size), root };
}

/** What anchors say against a log, and against each other; empty when each of them fits. */
export function anchorProblems(log: Buffer, anchors: readonly Anchor[]): readonly string[] {
  const { lines } = linesIn(log);
  return headProblems(
    lines,
    anchors.map(({ from, ...head }) => ({ from, head })),
    "anchored",
  );
}
