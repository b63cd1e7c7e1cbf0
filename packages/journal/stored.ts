import { ReleaseFault } from "#faults";
import { fold } from "#machine";
import { parseFacts, splitLines } from "./lines.ts";
import type { StoredRelease } from "./port.ts";

/** A release as its lines have it. */
export function storedRelease(id: string, text: string, live: boolean): StoredRelease {
  const facts = parseFacts(id, splitLines(text));
  return { id, facts, record: fold(facts), live };
}

/** What somebody is told whose request comes after the end. */
export function tooLate(release: string, state: string): ReleaseFault {
  return new ReleaseFault("policy", `Release ${release} is ${state} and takes no more requests`, {
    hint: `To undo a completed release: release rollback ${release}`,
  });
}
