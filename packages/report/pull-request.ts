import type { ReleaseRecord } from "#machine";

import { gateNumbers, gatesTable } from "./gates.ts";
import { folded, type Part } from "./folded.ts";
import { incidentLine } from "./incident.ts";
import { nested } from "./nested.ts";
import { testReport } from "./tests.ts";
import { cell, duration, mark } from "./text.ts";
import { ticketLinks } from "./tickets.ts";

/** GitHub's limit for a body is 65,536 characters; room is left for what people write around ours. */
const limit = 60_000;

/** Everything a reviewer needs to approve from the text alone: gates, coverage, tests, timing, changes (AC3). Fits GitHub. */
export function pullRequestBody(record: ReleaseRecord): string {
  const { plan } = record;
  const totalMs = [...record.gates.values()].reduce((sum, gate) => sum + gate.executionTimeMs, 0);
  const sha = record.gatedSha === undefined ? "" : ` on \`${record.gatedSha.slice(0, 7)}\``;
  const parts: readonly Part[] = [
    { body: opening(record), elsewhere: "in the release's report" },
    {
      title: `## Quality gates (${duration(totalMs)}${sha})`,
      body: plan.gates.length === 0 ? "" : gatesTable(record),
      elsewhere: `in \`release report ${record.id}\``,
    },
    { title: "## Tests", body: testReport(record), elsewhere: `in \`release report ${record.id}\`` },
    { title: "## Tickets", body: list(ticketLinks(record)), elsewhere: "in CHANGELOG.md of this branch" },
    { title: "## Changes", body: nested(record.changelog ?? "", 3), elsewhere: "in CHANGELOG.md of this branch" },
    { title: "## Warnings", body: list(record.warnings.map(cell)), elsewhere: `in \`release report ${record.id}\`` },
  ];
  return folded(parts, limit);
}

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join("\n");

function opening({ plan, gates }: ReleaseRecord): string {
  const security = gates.get("security");
  const found =
    security === undefined
      ? "no security scan is planned"
      : `security scan ${mark(security.status)}: ${gateNumbers(security.metrics)}`;
  const incident = plan.incident === undefined ? "" : `\n\nIncident: ${incidentLine(plan.incident)}.`;
  return `Release **${plan.releaseVersion}** from ${cell(plan.baseBranch)} into ${cell(plan.targetBranch)}, after ${cell(plan.previousTag ?? "nothing: it is the first")}; ${found}.${incident}`;
}
