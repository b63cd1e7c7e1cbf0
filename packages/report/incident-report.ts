import type { Fact, ReleaseRecord } from "#machine";

import { folded } from "./folded.ts";
import { rollbackReport } from "./rollback.ts";
import { timeline } from "./timeline.ts";

/** An issue takes 65,536 characters; what people are asked stands beside this. */
const limit = 60_000;

/** What an incident is looked into with: why and how a version went back, and all that had happened, in order. */
export function incidentReport(record: ReleaseRecord, facts: readonly Fact[]): string {
  const elsewhere = `in \`release report ${record.id}\``;
  return folded(
    [
      { body: rollbackReport(record, facts), elsewhere },
      { title: "### Timeline", body: timeline(facts), elsewhere },
    ],
    limit,
  );
}
