import type { ReleaseRecord } from "#machine";

import { allowedList } from "./allowed.ts";
import { emergencyLine } from "./emergency.ts";
import { gateNumbers, gatesTable } from "./gates.ts";
import { folded, type Part } from "./folded.ts";
import { incidentLine } from "./incident.ts";
import { nested } from "./nested.ts";
import { gateWord, overrideList } from "./overrides.ts";
import { testReport } from "./tests.ts";
import { cell, duration, mark, table } from "./text.ts";
import { ticketLinks } from "./tickets.ts";

/** Characters: all that GitHub takes but for what people write around it, a good read, and a summary. */
const limits = [60_000, 20_000, 4_000] as const;

/** Whose approval counts. */
export interface Deciders {
  /** Whether one of them is enough, or each group has its say. */
  readonly rule: "any" | "all";
  readonly groups: readonly { readonly owners: readonly string[]; readonly paths: readonly string[] }[];
}

/** The text of the pull request in ever fewer words: full, compact, summary. What is left out says where it is. */
export function pullRequestBodies(record: ReleaseRecord, deciders?: Deciders): readonly [string, ...string[]] {
  const [full, ...shorter] = limits;
  return [pullRequestBody(record, deciders, full), ...shorter.map((limit) => pullRequestBody(record, deciders, limit))];
}

/** Everything a reviewer needs to approve from the text alone: gates, coverage, tests, timing, changes (AC3). */
export function pullRequestBody(record: ReleaseRecord, deciders?: Deciders, limit: number = limits[0]): string {
  const { plan } = record;
  const totalMs = [...record.gates.values()].reduce((sum, gate) => sum + gate.executionTimeMs, 0);
  const sha = record.gatedSha === undefined ? "" : ` on \`${record.gatedSha.slice(0, 7)}\``;
  const parts: readonly Part[] = [
    {
      title: "## Emergency",
      body: cell(emergencyLine(record) ?? ""),
      elsewhere: `in \`release report ${record.id}\``,
    },
    { title: "## Overridden gates", body: overrideList(record), elsewhere: `in \`release report ${record.id}\`` },
    { title: "## Allowed findings", body: allowedList(record), elsewhere: `in \`release report ${record.id}\`` },
    { body: opening(record), elsewhere: "in the release's report" },
    {
      title: `## Quality gates (${duration(totalMs)}${sha})`,
      body: plan.gates.length === 0 ? "" : gatesTable(record),
      elsewhere: `in \`release report ${record.id}\``,
    },
    { title: "## Tests", body: testReport(record), elsewhere: `in \`release report ${record.id}\`` },
    { title: "## Review", body: decision(deciders), elsewhere: "in CODEOWNERS" },
    { title: "## Tickets", body: list(ticketLinks(record)), elsewhere: "in CHANGELOG.md of this branch" },
    { title: "## Changes", body: nested(record.changelog ?? "", 3), elsewhere: "in CHANGELOG.md of this branch" },
    { title: "## Warnings", body: list(record.warnings.map(cell)), elsewhere: `in \`release report ${record.id}\`` },
  ];
  return folded(parts, limit);
}

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join("\n");

function decision(deciders: Deciders | undefined): string {
  if (deciders === undefined || deciders.groups.length === 0) return "";
  const who = deciders.rule === "any" ? "One of these has to approve:" : "One of each row has to approve:";
  const rows = deciders.groups.map(({ owners, paths }) => [cell(owners.join(" or ")), cell(pathsInWords(paths))]);
  return `${who}\n\n${table(["Who", "Changed paths"], rows)}`;
}

function pathsInWords(paths: readonly string[]): string {
  if (paths.length === 0) return "all, by the configuration";
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : "";
  return `${paths.slice(0, 3).join(", ")}${more}`;
}

function opening(record: ReleaseRecord): string {
  const { plan, gates } = record;
  const security = gates.get("security");
  const found =
    security === undefined
      ? "no security scan is planned"
      : `security scan ${mark(gateWord(record, "security") ?? security.status)}: ${gateNumbers(security.metrics, security.check)}`;
  const incident = plan.incident === undefined ? "" : `\n\nIncident: ${incidentLine(plan.incident)}.`;
  return `Release **${plan.releaseVersion}** from ${cell(plan.baseBranch)} into ${cell(plan.targetBranch)}, after ${cell(plan.previousTag ?? "nothing: it is the first")}; ${found}.${incident}`;
}
