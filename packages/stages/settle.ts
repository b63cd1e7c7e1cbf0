import { auditLine } from "#audit";
import { fold, type Fact } from "#machine";

import { checkpointOf } from "./audit-signing.ts";
import type { StageContext, StageEnd } from "./context.ts";
import { auditLogPath } from "./records.ts";
import { archivedReport, ensureReport } from "./report-file.ts";

type Outcome = Extract<Fact, { readonly type: "settled" }>["outcome"];

/**
 * The last append: the record, its report and its line in the audit log move to the archive branch in one atomic push
 * that also deletes the live ref and the leases. After a death before it, everything here runs again.
 */
export async function settle(context: StageContext, outcome: Outcome): Promise<StageEnd> {
  const { driver } = context;
  ensureReport(context, withEnd(driver.facts, outcome));
  driver.decide({ type: "settled", outcome });
  await driver.archive(async (facts, read) => {
    const log = withLine((await read(auditLogPath)) ?? "", facts);
    return [
      await archivedReport(context, facts),
      { path: auditLogPath, content: log },
      ...(await checkpointOf(context, log)),
    ];
  });
  return "settled";
}

/** What will be archived: whether it can be rendered has to be known while a warning can still be recorded. */
function withEnd(facts: readonly Fact[], outcome: Outcome): readonly Fact[] {
  const last = facts.at(-1);
  if (last === undefined || last.type === "settled") return facts;
  const { release, at, actor, run } = last;
  return [...facts, { type: "settled", outcome, seq: last.seq + 1, release, at, actor, run, prev: "" }];
}

/** The log as it is where the archive is continued: two releases that end at once both get their line. */
function withLine(log: string, facts: readonly Fact[]): string {
  return `${log}${auditLine(log, fold(facts), facts)}\n`;
}
