import { z } from "zod";
import { ReleaseFault } from "#faults";
import type { ForgeTime } from "./clock.ts";
import { joinLines, splitLines } from "./lines.ts";
import type { Note } from "./port.ts";
import { notesRef } from "./refs.ts";

const line = z.strictObject({
  id: z.string(),
  release: z.string(),
  kind: z.enum(["false-positive", "root-cause", "notice-claimed", "notice-delivered", "notice-failed"]),
  text: z.string(),
  at: z.string(),
  by: z.string(),
  run: z.string(),
});

const textAtMost = 1_000;

/** A file a month: what is rewritten with each note stays small. */
const pathOf = (at: string) => `notes/${at.slice(0, "2026-03".length)}.jsonl`;

/** Returns a try that is to be repeated until it says whether the note is ours: an id is noted once, by whoever was first. */
export function writingNote(forge: ForgeTime, note: Omit<Note, "at">): () => Promise<"ours" | "theirs" | undefined> {
  return async () => {
    const { heads } = await forge.look([notesRef]);
    const head = heads.get(notesRef);
    const known = await readAt(forge, head);
    if (known === undefined) return undefined;
    const same = known.notes.find(({ id }) => id === note.id);
    // Our own append, whose answer got lost, is ours.
    if (same !== undefined) return same.run === note.run ? "ours" : "theirs";
    const at = new Date(forge.nowMs()).toISOString();
    const path = pathOf(at);
    const lines = [
      ...splitLines(known.files.get(path) ?? ""),
      JSON.stringify({ ...note, text: note.text.slice(0, textAtMost), at }),
    ];
    const files = new Map([[path, joinLines(lines)]]);
    const message = `${note.release}: ${note.kind}`;
    const change = { ref: notesRef, expect: head ?? "absent", before: "base", message, files } as const;
    return (await forge.store.write([change], at)).state === "applied" ? "ours" : undefined;
  };
}

/** All notes, oldest first; `undefined`: the head moved while it was read. */
export async function readNotes(forge: ForgeTime): Promise<readonly Note[] | undefined> {
  const { heads } = await forge.look([notesRef]);
  return (await readAt(forge, heads.get(notesRef)))?.notes;
}

async function readAt(
  forge: ForgeTime,
  head: string | undefined,
): Promise<{ readonly files: ReadonlyMap<string, string>; readonly notes: readonly Note[] } | undefined> {
  if (head === undefined) return { files: new Map(), notes: [] };
  const paths = (await forge.store.list(notesRef, head))?.toSorted();
  const files = paths === undefined ? undefined : await forge.store.read(notesRef, head, paths);
  if (paths === undefined || files === undefined) return undefined;
  return { files, notes: paths.flatMap((path) => splitLines(files.get(path) ?? "").map(parseNote)) };
}

function parseNote(text: string): Note {
  const read = z
    .string()
    .transform((raw, { issues }) => {
      try {
        return JSON.parse(raw) as unknown;
      } catch {
        issues.push({ code: "custom", message: "is not JSON", input: raw });
        return z.NEVER;
      }
    })
    .pipe(line)
    .safeParse(text);
  if (read.success) return read.data;
  throw new ReleaseFault("policy", `${notesRef} was changed by others: it has a line that is not ours`, {
    hint: `Look at it: git fetch origin ${notesRef} && git log -p FETCH_HEAD. Put the version before back.`,
    cause: read.error,
  });
}
