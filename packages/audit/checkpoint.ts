import { linesIn } from "./lines.ts";
import { rootsOf } from "./merkle.ts";
import { type NoteSigner, type NoteVerifier, openNote, signNote } from "./note.ts";

/** What a checkpoint vouches for: that the first `size` lines of the log have this root (C2SP tlog-checkpoint). */
export interface Head {
  readonly size: number;
  readonly root: string;
}

/** The signed head of a log as it is now. */
export function signCheckpoint(log: string, signer: NoteSigner): Promise<string> {
  const { lines } = linesIn(Buffer.from(log));
  const root = rootsOf(lines, new Set([lines.length])).get(lines.length);
  return signNote(`${signer.name}\n${lines.length}\n${root?.toString("base64")}\n`, signer);
}

/** A checkpoint to hold the log against, and where it comes from: `docs/audit/checkpoint`, `the release v2.5.0`. */
export interface Witness {
  readonly from: string;
  readonly checkpoint: string;
}

/** What a log says of its own checkpoint: the last line that was signed, and by whom. */
export interface LastSigned {
  readonly line: number;
  readonly signedBy: string;
}

/**
 * What checkpoints say against a log, and against each other; empty when each of them is signed by one of the verifiers
 * and fits.
 */
export function checkpointProblems(
  log: Buffer,
  witnesses: readonly Witness[],
  verifiers: readonly NoteVerifier[],
): readonly string[] {
  const { lines } = linesIn(log);
  return headProblems(
    lines,
    witnesses.map(({ from, checkpoint }) => ({ from, head: headOf(checkpoint, verifiers) })),
    "signed",
  );
}

/** The same of heads, wherever they come from and however somebody vouched for them; one that is missing was no head. */
export function headProblems(
  lines: readonly Buffer[],
  heads: readonly { readonly from: string; readonly head: Head | undefined }[],
  how: "signed" | "anchored",
): readonly string[] {
  const roots = rootsOf(lines, new Set(heads.flatMap(({ head }) => (head === undefined ? [] : [head.size]))));
  const found = heads.flatMap(({ from, head }) => {
    if (head === undefined) return [`${from}: is no checkpoint that a known key signed`];
    const root = roots.get(head.size)?.toString("base64");
    if (root === head.root) return [];
    return root === undefined
      ? [`${from}: vouches for ${head.size} entries, and the log has ${lines.length}: the newest are gone`]
      : [`${from}: the first ${head.size} entries are not those that were ${how}`];
  });
  return [...found, ...forksAmong(heads)];
}

/** Two logs of the same size were vouched for: different people were shown different logs. */
function forksAmong(heads: readonly { readonly from: string; readonly head: Head | undefined }[]): readonly string[] {
  return heads.flatMap(({ from, head }, index) => {
    if (head === undefined) return [];
    const other = heads.slice(0, index).find((one) => one.head?.size === head.size && one.head.root !== head.root);
    return other === undefined
      ? []
      : [`${other.from} and ${from} both vouch for ${head.size} entries, and not for the same: the log was forked`];
  });
}

/** How many entries a checkpoint speaks of, whoever signed it; `undefined` when it is none. */
export function sizeOf(checkpoint: string): number | undefined {
  const size = checkpoint.split("\n")[1] ?? "";
  return wholeNumber.test(size) ? Number(size) : undefined;
}

/** The last line of a log that came with a checkpoint; `undefined` when none did. */
export function lastSigned(log: Buffer): LastSigned | undefined {
  const { lines } = linesIn(log);
  for (let line = lines.length; line > 0; line -= 1) {
    const signedBy = /,"seq":\d+,"signedBy":"(?<by>[^"\\]+)"/.exec(lines[line - 1]?.toString("utf8") ?? "")?.groups;
    if (signedBy?.["by"] !== undefined) return { line, signedBy: signedBy["by"] };
  }
  return undefined;
}

/** Whether the log's own checkpoint is the newest that there was: an older one is valid, too, and says less. */
export function staleness(log: Buffer, own: Witness | undefined): readonly string[] {
  const last = lastSigned(log);
  if (last === undefined) return [];
  const { line, signedBy } = last;
  if (own === undefined) return [`line ${line} came with a checkpoint of ${signedBy}, and there is none any more`];
  const size = sizeOf(own.checkpoint);
  if (size === undefined || size >= line) return [];
  return [
    `${own.from}: is an old one of ${size} entries; line ${line} came with a newer one of ${signedBy}, which is gone`,
  ];
}

const wholeNumber = /^(?:0|[1-9]\d{0,14})$/;

function headOf(checkpoint: string, verifiers: readonly NoteVerifier[]): Head | undefined {
  const text = openNote(checkpoint, verifiers);
  const [origin = "", size = "", root = ""] = text?.split("\n") ?? [];
  if (!verifiers.some(({ name }) => name === origin) || !wholeNumber.test(size)) return undefined;
  return { size: Number(size), root };
}
