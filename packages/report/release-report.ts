import { fold, type Fact, type ReleaseRecord } from "#machine";

import { adviceList } from "./advice.ts";
import type { Afterwards } from "./afterwards.ts";
import { allowedList } from "./allowed.ts";
import { emergencyLine } from "./emergency.ts";
import { failureList, gatesTable } from "./gates.ts";
import { incidentLine } from "./incident.ts";
import { linksOf } from "./links.ts";
import { nested, withoutBlankEnds } from "./nested.ts";
import { notMeasured } from "./not-measured.ts";
import { overrideList } from "./overrides.ts";
import { progressOf } from "./progress.ts";
import { redeployTable } from "./redeploy.ts";
import { rootCauseCell } from "./root-cause.ts";
import { outcome, rollbackReport } from "./rollback.ts";
import { testReport } from "./tests.ts";
import { address, cell, code, duration, printable, table } from "./text.ts";
import { ticketLinks } from "./tickets.ts";
import { timesTable } from "./times.ts";
import { deploymentTimeline, timeline } from "./timeline.ts";
import { standing } from "./waits.ts";

/**
 * The release as one page: what it waits for or why it ended, what changed, who approved it, what was measured, what was
 * not. From its facts alone, at any moment of its life.
 */
export function releaseReport(facts: readonly Fact[], afterwards: Afterwards = {}): string {
  const record = fold(facts);
  const parts = [
    [`# Release ${record.plan.tag}: ${cell(outcome(record))}`],
    section("Emergency", cell(emergencyLine(record) ?? "")),
    section("Overridden gates", overrideList(record)),
    section("Allowed findings", allowedList(record)),
    section("Where it stands", standing(record)),
    section("Why it ended so", trouble(record, facts, afterwards)),
    section("The release", redeployTable(record) ?? metadata(record)),
    section("Rollback", rollbackReport(record, facts, afterwards)),
    section("Changes", nested(record.changelog ?? "", 3)),
    section("Detected settings", detectedSettings(record)),
    section("Quality gates", record.plan.gates.length === 0 ? "" : gatesTable(record)),
    section("What to fix", failureList(record)),
    section("Advice", adviceList(record.comparison)),
    section("Tests", testReport(record)),
    section("Not measured", missing(record)),
    section("Deployment", deploymentTimeline(facts)),
    section("Where the time went", timesTable(record, facts)),
    section("Timeline", timeline(facts)),
    section("Warnings", record.warnings.map((warning) => `- ${cell(warning)}`).join("\n")),
    section("Links", links(record, facts)),
  ];
  return `${parts.flat().join("\n\n")}\n`;
}

function section(title: string, body: string): readonly string[] {
  return body.trim() === "" ? [] : [`## ${title}`, withoutBlankEnds(body)];
}

function retryLine({ release, gate, confirmedBy, confirmedAs }: NonNullable<ReleaseRecord["plan"]["retry"]>): string {
  const why = gate === undefined ? "" : `, whose gate \`${gate}\` failed`;
  return `of ${release}${why}; confirmed by ${cell(confirmedBy)} (${confirmedAs})`;
}

function metadata(record: ReleaseRecord): string {
  const { plan } = record;
  return table(
    ["", ""],
    [
      ["Release", `${record.id} (${plan.releaseType}${record.attempt > 1 ? `, attempt ${record.attempt}` : ""})`],
      ["Version", plan.releaseVersion],
      ["Started", `${record.openedAt} by ${cell(plan.initiatedBy)}`],
      ...(plan.retry === undefined ? [] : [["Retry", retryLine(plan.retry)]]),
      [record.settled === undefined ? "Newest fact" : "Ended", record.lastAt],
      ["Duration", duration(Date.parse(record.lastAt) - Date.parse(record.openedAt))],
      ["From → to", `${cell(plan.baseBranch)} (${plan.baseSha.slice(0, 7)}) → ${cell(plan.targetBranch)}`],
      ["Follows", cell(plan.previousTag ?? "nothing: the first release")],
      ...(plan.incident === undefined ? [] : [["Incident", incidentLine(plan.incident)]]),
      ["Approved by", approval(record)],
      ...productionApproval(record),
      ["Tagged", record.tag === undefined ? "no" : `${record.tag.tag} on ${record.tag.sha.slice(0, 7)}`],
      ...(record.backport === undefined ? [] : [["Backport", backport(record.backport)]]),
      [
        "Strategy",
        `staging ${plan.stagingStrategy}, production ${plan.productionStrategy} (${plan.steps.join(" → ")} %)`,
      ],
      ...(plan.reviewedDigest === undefined ? [] : [["Reviewed plan", `sha256:${cell(plan.reviewedDigest)}`]]),
      ["Configuration", `SHA-256 ${cell(plan.configDigest.slice(0, 16))}…`],
    ],
  );
}

/** What nobody wrote: whoever reads the gates below knows then what ran, and why that. */
function detectedSettings({ plan }: ReleaseRecord): string {
  return (plan.detected ?? []).map(({ key, value, why }) => `- \`${key}\`: ${code(value)} (${cell(why)})`).join("\n");
}

function approval({ approval: given }: ReleaseRecord): string {
  if (given === undefined) return "nobody";
  return `${cell(given.by.join(", ")) || "nobody, as configured"} on ${given.sha.slice(0, 7)}`;
}

function backport({ into, via, reason, url }: NonNullable<ReleaseRecord["backport"]>): string {
  const how = {
    merge: "merged",
    "pull-request": "pull request",
    "not-applicable": "not applicable",
    "by-hand": "by hand",
  };
  return `${how[via]} to ${cell(into)}: ${cell(reason)}${url === undefined ? "" : ` ${address(url)}`}`;
}

function productionApproval({ productionApproval: given }: ReleaseRecord): readonly (readonly string[])[] {
  if (given === undefined) return [];
  return [
    ["Let into production by", `${cell(given.by.join(", "))} on ${given.sha.slice(0, 7)} (run ${cell(given.runId)})`],
  ];
}

function trouble(record: ReleaseRecord, facts: readonly Fact[], afterwards: Afterwards): string {
  const { failure, verdict, escalation } = record;
  const failedIn =
    failure === undefined
      ? ""
      : `Failed in \`${failure.failedState}\`${failure.failedGate === undefined ? "" : `, gate \`${failure.failedGate}\``}: ${cell(failure.failureReason)}`;
  return [
    ...(failure === undefined
      ? []
      : [failedIn, bullets(failure.actionableFixSuggestions), completedUntil(record, facts)]),
    ...(failure === undefined || afterwards.rootCause === undefined
      ? []
      : [`Root cause: ${rootCauseCell(record, afterwards)}`]),
    ...(verdict === undefined ? [] : [`Rolled back (${verdict.trigger}): ${cell(verdict.reason)}`]),
    ...(escalation === undefined
      ? []
      : [`**Escalated**: ${cell(escalation.reason)}`, "By hand, in this order:", commands(escalation.manualSteps)]),
  ]
    .filter((text) => text !== "")
    .join("\n\n");
}

/** Said in so many words also where nothing is missing. */
function missing(record: ReleaseRecord): string {
  const lines = notMeasured(record);
  if (record.plan.redeploy !== undefined && lines.length === 0) return "";
  return lines.length === 0 ? "Nothing that was planned is missing." : bullets(lines);
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${cell(line)}`).join("\n");

/** Indented code shows a command as it is typed, whatever stands in it. */
const commands = (lines: readonly string[]): string => lines.map((line) => `    ${printable(line)}`).join("\n");

/** For a release that ended early, how far it came (AC7: partial report). */
function completedUntil(record: ReleaseRecord, facts: readonly Fact[]): string {
  const { lastStep, lastTest = "none", gatesNotRun } = progressOf(record, facts);
  return [
    "This report is partial.",
    `Last completed step: ${lastStep === undefined ? "none" : `\`${lastStep}\``}.`,
    `Last completed test: ${lastTest}.`,
    gatesNotRun.length === 0 ? "Every gate ran." : `Gates that did not run: ${gatesNotRun.join(", ")}.`,
  ].join(" ");
}

function links(record: ReleaseRecord, facts: readonly Fact[]): string {
  return [
    ...linksOf(record, facts).map(
      ({ what, url, due }) => `- ${cell(what)}: ${address(url)}${due === undefined ? "" : `, due ${cell(due)}`}`,
    ),
    ...ticketLinks(record).map((link) => `- Ticket: ${link}`),
  ].join("\n");
}
