import { asFault, ReleaseFault } from "#faults";
import type { Journal, Note, StoredRelease } from "#journal";

import { authorise } from "../people/authority.ts";
import { incidentUrl } from "../rollback/incident-issue.ts";
import { readOrThrow } from "./known-release.ts";
import type { Workplace } from "../open.ts";

/** A judge that was wrong a quarter of a year ago is asked about no more. */
const rememberedForMs = 90 * 24 * 3_600_000;

/** The rollbacks that people judged wrong, oldest first; of the last 90 days where `nowMs` is given. */
export async function falsePositives(journal: Pick<Journal, "notes">, nowMs?: number): Promise<readonly Note[]> {
  return (await journal.notes()).filter(
    ({ kind, at }) => kind === "false-positive" && (nowMs === undefined || nowMs - Date.parse(at) < rememberedForMs),
  );
}

/** Whether a release went back without a person who wanted it. */
export function wentBackByItself({ record }: StoredRelease): boolean {
  return record.state === "rolled_back" && record.verdict !== undefined && record.verdict.trigger !== "manual";
}

/**
 * Marks the automatic rollback of a release as wrong: it is counted, and the next ones are asked about (decision 17). `false`: it was
 * marked before. Throws for whoever may not roll back, and for a release that no judge brought back.
 */
export async function markFalsePositive(
  workplace: Workplace,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<{ readonly release: string; readonly isNew: boolean }> {
  await authorise(workplace, { deeds: ["rollback"], release: id });
  const stored = await readOrThrow(workplace, id);
  const release = stored.id;
  if (!wentBackByItself(stored))
    throw new ReleaseFault("policy", `${release} was not rolled back automatically`, {
      hint: `It is ${stored.record.state.replaceAll("_", " ")}. See: release report ${release}`,
    });
  const known = (await falsePositives(workplace.journal)).some((note) => note.release === release);
  if (known) return { release, isNew: false };
  const note = { id: `false-positive ${release}`, release, kind: "false-positive", text: reason } as const;
  const isNew = await workplace.journal.note(note);
  const page = incidentUrl(stored.record);
  if (page !== undefined) await tellPage(workplace, page, { release, reason });
  return { release, isNew };
}

/** The mark counts already: an issue that cannot be written to is no reason to fail. */
async function tellPage(
  { forge, actor, surroundings }: Workplace,
  page: string,
  { release, reason }: { readonly release: string; readonly reason: string },
): Promise<void> {
  const body = `${actor} marked this rollback as a false positive: ${reason}`;
  try {
    const issue = Number(page.slice(page.lastIndexOf("/") + 1));
    await forge.ensureComment(issue, `release-command false-positive ${release}`, body);
  } catch (thrown) {
    surroundings.say(`the incident was not told: ${asFault(thrown).message}`);
  }
}

/** How often automatic rollbacks were wrong, in a line for people; `undefined` where none was marked. */
export function falsePositiveLine(releases: readonly StoredRelease[], marks: readonly Note[]): string | undefined {
  if (marks.length === 0) return undefined;
  const all = releases.filter(wentBackByItself).length;
  const last = marks.at(-1);
  return `false rollbacks: ${marks.length} of ${all} automatic ones; the last: ${last?.release}, marked by ${last?.by}: ${last?.text}`;
}
