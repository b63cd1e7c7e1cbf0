import { rootsOf } from "./merkle.ts";
import { type NoteSigner, type NoteVerifier, openNote, signNote } from "./note.ts";

/** What a checkpoint vouches for: that the first `size` lines of the log have this root (C2SP tlog-checkpoint). */
interface Head {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
}

/** The signed head of a log as it is now. */
export function signCheckpoint(log: string, signer: NoteSigner): Promise<string> {
  const lines = linesOf(log);
  const root =
    rootsOf(lines, new Set([lines.length]))
      .get(lines.length)
      ?.toString("base64") ?? "";
  return signNote(`${signer.name}\n${lines.length}\n${root}\n`, signer);
}

/** A checkpoint to hold the log against, and where it comes from: `docs/audit/checkpoint`, `the release v2.5.0`. */
export interface Witness {
  readonly from: string;
  readonly checkpoint: string;
}

/** What checkpoints say against a log; empty when each of them is signed by one of the verifiers and fits. */
export function checkpointProblems(
  log: string,
  witnesses: readonly Witness[],
  verifiers: readonly NoteVerifier[],
): readonly string[] {
  const lines = linesOf(log);
  const heads = witnesses.map(({ from, checkpoint }) => ({ from, head: headOf(checkpoint, verifiers) }));
  const roots = rootsOf(lines, new Set(heads.flatMap(({ head }) => (head === undefined ? [] : [head.size]))));
  return heads.flatMap(({ from, head }) => {
    if (head === undefined) return [`${from}: is no checkpoint that a known key signed`];
    const root = roots.get(head.size)?.toString("base64");
    if (root === head.root) return [];
    return root === undefined
      ? [`${from}: vouches for ${head.size} entries, and the log has ${lines.length}: the newest are gone`]
      : [`${from}: the first ${head.size} entries are not those that were signed`];
  });
}

function headOf(checkpoint: string, verifiers: readonly NoteVerifier[]): Head | undefined {
  const text = openNote(checkpoint, verifiers);
  const [origin = "", size = "", root = ""] = text?.split("\n") ?? [];
  if (!verifiers.some(({ name }) => name === origin) || !/^(?:0|[1-9]\d{0,14})$/.test(size)) return undefined;
  return { origin, size: Number(size), root };
}

const linesOf = (log: string): readonly string[] => log.split("\n").slice(0, -1);
