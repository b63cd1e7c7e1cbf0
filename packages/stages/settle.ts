import { auditLine } from "#audit";
import { fold, type Fact } from "#machine";
import { releaseReport } from "#report";

import type { StageContext, StageEnd } from "./context.ts";
import { auditLogPath, reportPath } from "./records.ts";

/**
 * The last append: the record, its report and its line in the audit log move to the archive branch in one atomic push
 * that also deletes the live ref and the leases. After a death before it, everything here runs again.
 */
export async function settle(
  { driver, journal }: StageContext,
  outcome: "completed" | "failed" | "rolled_back",
): Promise<StageEnd> {
  for (const request of driver.record.requests) {
    driver.decide({
      type: "answered",
      id: request.id,
      outcome: "refused",
      reason: `the release is already ${outcome}`,
    });
  }
  driver.decide({ type: "settled", outcome });
  await driver.archive(async (facts) => [
    { path: reportPath(driver.id), content: releaseReport(facts) },
    { path: auditLogPath, content: await withLine(journal, facts) },
  ]);
  return "settled";
}

async function withLine(journal: StageContext["journal"], facts: readonly Fact[]): Promise<string> {
  const log = (await journal.readArchiveFile(auditLogPath)) ?? "";
  return `${log}${auditLine(log, fold(facts), facts)}\n`;
}
