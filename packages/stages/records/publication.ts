import type { StoredRelease } from "#journal";
import type { ReleasePlan, ReleaseRecord } from "#machine";

import { anchorAudit } from "./anchor.ts";
import { configAt, portsOf, type Workplace } from "../open.ts";
import { arePublished, publishRecords } from "./records.ts";

type Outcome = NonNullable<ReleaseRecord["settled"]>["outcome"];

/** How an archived release ended. Nothing is left to drive, but a death may have come between the archive and the target branch. */
export async function finishPublication(workplace: Workplace, { id, record }: StoredRelease): Promise<Outcome> {
  const end = record.settled?.outcome;
  if (end === undefined) throw new Error(`${id} is archived without an end`);
  if (end !== "failed") await publish(workplace, id, record.plan);
  return end;
}

/** Whether nothing is left to do for an archived release. Changes nothing. */
export async function isPublished(workplace: Workplace, { id, record }: StoredRelease): Promise<boolean> {
  if (record.settled?.outcome === "failed") return true;
  const { config } = await configAt(workplace.git, record.plan.baseSha);
  return (
    config.journal.store === "directory" || arePublished(await portsOf(workplace, config, id), record.plan.targetBranch)
  );
}

/** Brings the records of the archive to the target branch, and says where they are. */
export async function publish(workplace: Workplace, id: string, plan: ReleasePlan): Promise<void> {
  const { config } = await configAt(workplace.git, plan.baseSha);
  if (config.journal.store === "directory") return;
  const ports = await portsOf(workplace, config, id);
  // First: a death after it is seen by the records that are missing, and the next run does both.
  await anchorAudit(ports, id, plan.tag);
  const where = await publishRecords(ports, plan.targetBranch);
  if (where !== undefined) workplace.surroundings.say(`records: ${where}`);
}
