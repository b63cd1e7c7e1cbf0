import { asFault } from "#faults";
import type { Denied } from "#journal";
import { releaseReport } from "#report";

import { continuedLog } from "./audit-signing.ts";
import type { StageContext, StageEnd } from "./context.ts";
import { auditLogPath, checkpointPath, reportPath } from "./records.ts";

/**
 * The last append: the record, its report and its line in the audit log move to the archive branch in one atomic push
 * that also deletes the live ref and the leases. After a death before it, everything here runs again.
 */
export async function settle(
  context: StageContext,
  outcome: "completed" | "failed" | "rolled_back" | "redeployed",
): Promise<StageEnd> {
  const { driver } = context;
  driver.decide({ type: "settled", outcome });
  await driver.archive(async (facts, read) => [
    { path: reportPath(driver.id), content: releaseReport(facts) },
    ...(await continuedLog(context, {
      release: driver.id,
      // As it is where the archive is continued: two releases that end at once both get their line.
      log: (await read(auditLogPath)) ?? "",
      checkpoint: await read(checkpointPath),
      addition: { facts, denied: await deniedSoFar(context) },
    })),
  ]);
  return "settled";
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
