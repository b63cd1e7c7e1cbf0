import { asFault } from "#faults";
import type { Denied } from "#journal";
import type { Fact } from "#machine";

import { continuedLog } from "./records/audit-signing.ts";
import type { StageContext, StageEnd } from "./context.ts";
import { auditLogPath, checkpointPath } from "./records/records.ts";
import { archivedReport, ensureReport } from "./records/report-file.ts";

type Outcome = Extract<Fact, { readonly type: "settled" }>["outcome"];

/**
 * The last append: the record, its report and its line in the audit log move to the archive branch in one atomic push
 * that also deletes the live ref and the leases. After a death before it, everything here runs again.
 */
export async function settle(context: StageContext, outcome: Outcome): Promise<StageEnd> {
  const { driver } = context;
  ensureReport(context, withEnd(driver.facts, outcome));
  driver.decide({ type: "settled", outcome });
  await driver.archive(async (facts, read, kept) => [
    await archivedReport(context, facts),
    ...(await continuedLog(context, {
      release: driver.id,
      // As it is where the archive is continued: two releases that end at once both get their line.
      log: (await read(auditLogPath)) ?? "",
      checkpoint: await read(checkpointPath),
      read,
      addition: { facts: kept, denied: await deniedSoFar(context) },
    })),
  ]);
  return "settled";
}

/** What will be archived: whether it can be rendered has to be known while a warning can still be recorded. */
function withEnd(facts: readonly Fact[], outcome: Outcome): readonly Fact[] {
  const last = facts.at(-1);
  if (last === undefined || last.type === "settled") return facts;
  const { release, at, actor, run } = last;
  return [...facts, { type: "settled", outcome, seq: last.seq + 1, release, at, actor, run, prev: "" }];
}

/** A release that ended is archived also where these cannot be read: then they come with the next. */
async function deniedSoFar({ journal, say }: StageContext): Promise<readonly Denied[]> {
  try {
    return await journal.denied();
  } catch (thrown) {
    const fault = asFault(thrown);
    if (fault.code === "bug") throw thrown;
    say(`Denied attempts are not in the audit log this time: ${fault.message}`);
    return [];
  }
}
