import type { ReleaseRecord } from "#machine";

import { gatesTable, testReport } from "./gates.ts";
import { duration } from "./text.ts";

/** GitHub's limit for a body is 65,536 characters; room is left for what people write around ours. */
const limit = 60_000;

/** Everything a reviewer needs to approve from the text alone: changes, gates, coverage, tests, timing (AC3). */
export function pullRequestBody(record: ReleaseRecord): string {
  const { plan } = record;
  const total = [...record.gates.values()].reduce((sum, gate) => sum + gate.executionTimeMs, 0);
  const head = `Release **${plan.releaseVersion}** from \`${plan.baseBranch}\` into \`${plan.targetBranch}\`, after ${plan.previousTag ?? "nothing"}.`;
  const parts = [
    head,
    `## Quality gates (${duration(total)} on \`${record.gatedSha?.slice(0, 7) ?? "?"}\`)`,
    gatesTable(record),
    testReport(record),
    "## Changes",
    record.changelog ?? "",
  ];
  const body = parts.filter((part) => part !== "").join("\n\n");
  if (body.length <= limit) return body;
  const note = `\n\n… ${body.length - limit} characters more: the whole text is in CHANGELOG.md of this branch.`;
  return body.slice(0, limit) + note;
}
