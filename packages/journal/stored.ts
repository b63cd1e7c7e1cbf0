import { ReleaseFault } from "#faults";
import { fold, holdsTokens, peopleIn, withNames } from "#machine";
import { parseFacts, splitLines } from "./lines.ts";
import type { StoredRelease } from "./port.ts";
import { archivePath, peoplePath } from "./refs.ts";

/** A live release as its lines have it. */
export function liveRelease(id: string, text: string): StoredRelease {
  const facts = parseFacts(id, splitLines(text));
  return { id, facts, record: fold(facts), live: true };
}

/** An archived release: its facts with the names of its people, as far as those are still there. */
export function archivedRelease(id: string, files: ReadonlyMap<string, string>): StoredRelease {
  const kept = parseFacts(id, splitLines(files.get(archivePath(id)) ?? ""));
  const facts = holdsTokens(kept) ? withNames(kept, peopleIn(files.get(peoplePath(id)) ?? "")) : kept;
  return { id, facts, record: fold(facts), live: false };
}

/** What somebody is told whose request comes after the end. */
export function tooLate(release: string, state: string): ReleaseFault {
  return new ReleaseFault("policy", `Release ${release} is ${state} and takes no more requests`, {
    hint: `To undo a completed release: release rollback ${release}`,
  });
}
