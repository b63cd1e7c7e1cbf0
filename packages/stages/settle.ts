import { auditLine } from "#audit";
import { fold, type Fact } from "#machine";
import { releaseReport } from "#report";

import { checkpointOf } from "./audit-signing.ts";
import type { StageContext, StageEnd } from "./context.ts";
import { auditLogPath, reportPath } from "./records.ts";

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
  await driver.archive(async (facts, read) => {
    const log = withLine((await read(auditLogPath)) ?? "", facts);
    return [
      { path: reportPath(driver.id), content: releaseReport(facts) },
      { path: auditLogPath, content: log },
      ...(await checkpointOf(context, log)),
    ];
  });
  return "settled";
}

/** The log as it is where the archive is continued: two releases that end at once both get their line. */
function withLine(log: string, facts: readonly Fact[]): string {
  return `${log}${auditLine(log, fold(facts), facts)}\n`;
}
