import { ReleaseFault } from "#faults";
import type { Note, StoredRelease } from "#journal";
import { fold, type Fact, type ReleaseRecord } from "#machine";
import { writtenReport, type Afterwards, type RootCause } from "#report";

import { authorise } from "../people/authority.ts";
import { readOrThrow } from "../commands/known-release.ts";
import { definedOnly, fetchAll, type Workplace } from "../open.ts";
import { publish } from "../records/publication.ts";
import { reportPath } from "../records/records.ts";
import { scrubberOf } from "../records/secrets.ts";

/** A note takes no more; the whole story has a page of its own, to which this may link. */
const longest = 1_000;

/** What people wrote down as the cause, the newest; `undefined` where nobody did, or nothing went wrong. */
function rootCauseOf(facts: readonly Fact[], notes: readonly Note[]): RootCause | undefined {
  const release = facts[0]?.release;
  const found = notes.findLast((note) => note.kind === "root-cause" && note.release === release);
  return found === undefined ? undefined : { text: found.text, by: found.by, at: found.at };
}

/** Whether there is something that a cause can be found of. */
export function mayHaveCause({ rollback, state, verdict }: ReleaseRecord): boolean {
  return rollback !== undefined || verdict !== undefined || state === "failed" || state === "rolled_back";
}

/** What is known of a release beside its facts. */
export async function afterwardsOf(
  { journal }: Pick<Workplace, "journal">,
  facts: readonly Fact[],
): Promise<Afterwards> {
  if (!mayHaveCause(fold(facts))) return {};
  const rootCause = rootCauseOf(facts, await journal.notes());
  return rootCause === undefined ? {} : { rootCause };
}

/**
 * Writes down why a release went back or failed: kept beside its record for ever, shown by every report of it from then on,
 * and brought into the file that is archived and published. A later one takes its place; the same one again only finishes
 * what a death left. Throws for whoever may not roll back, and for a release that nothing went wrong with.
 */
export async function noteRootCause(
  workplace: Workplace,
  { id, text }: { readonly id: string; readonly text: string },
): Promise<StoredRelease> {
  const wanted = scrubbed(workplace, text.trim());
  if (wanted === "" || wanted.length > longest)
    throw new ReleaseFault("input", `A root cause has 1 to ${longest} characters, not ${wanted.length}`, {
      hint: 'Say it in a few sentences and link to the rest. Example: --root-cause="pool of 5 connections, INC-7"',
    });
  await authorise(workplace, { deeds: ["rollback"], release: id });
  const stored = await readOrThrow(workplace, id);
  if (!mayHaveCause(stored.record))
    throw new ReleaseFault("policy", `${stored.id} did not fail and was not rolled back`, {
      hint: `It is ${stored.record.state.replaceAll("_", " ")}. See: release report ${stored.id}`,
    });
  await noted(workplace, stored, wanted);
  if (!stored.live) await bringUpToDate(workplace, stored);
  return stored;
}

/** Of two who write at once, both are kept, and the second one counts. */
async function noted({ journal }: Workplace, { id: release, facts }: StoredRelease, text: string): Promise<void> {
  for (;;) {
    const notes = await journal.notes();
    if (rootCauseOf(facts, notes)?.text === text) return;
    const before = notes.filter((note) => note.kind === "root-cause" && note.release === release).length;
    const note = { id: `root-cause ${release} ${before + 1}`, release, kind: "root-cause", text } as const;
    if (await journal.note(note)) return;
  }
}

async function bringUpToDate(workplace: Workplace, { id, facts, record }: StoredRelease): Promise<void> {
  const { text: content, failure } = writtenReport(facts, await afterwardsOf(workplace, facts));
  if (failure !== undefined) return;
  await workplace.journal.amend(id, { path: reportPath(id), content });
  await fetchAll(workplace.git);
  if (record.settled?.outcome !== "failed") await publish(workplace, id, record.plan);
}

function scrubbed({ surroundings, local }: Workplace, text: string): string {
  return scrubberOf(definedOnly(surroundings.env), local.config).text(text);
}
