import { holdsTokens, peopleIn, withNames } from "#machine";

import { type DeniedHour, loggedHours } from "./append.ts";
import { type Erasure, loggedErasures } from "./erasure.ts";
import { factsIn } from "./facts.ts";
import { canonical, statementOf } from "./log.ts";

/** Which part of a log is wanted as evidence, and as what. Days are UTC, both included. */
export interface Wanted {
  readonly format: "csv" | "json" | "md";
  /** `2026-01-01`. */
  readonly from?: string;
  readonly to?: string;
}

/** One act that an auditor asks about. */
export interface Evidence {
  /** ISO 8601. */
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly release: string;
  readonly outcome: string;
  readonly approvals: string;
  readonly why: string;
  readonly controls: string;
}

/** What each kind of act is evidence for; docs/audit.md shows the same table. */
export const controls = {
  release: "SOC 2 CC8.1; ISO 27001 A.8.32; HIPAA 164.312(b)",
  gate: "SOC 2 CC8.1; ISO 27001 A.8.29",
  override: "SOC 2 CC8.1, CC5.2; ISO 27001 A.8.32",
  finding: "SOC 2 CC7.1; ISO 27001 A.8.8",
  emergency: "SOC 2 CC8.1; ISO 27001 A.8.32",
  request: "SOC 2 CC8.1; ISO 27001 A.5.3",
  rollback: "SOC 2 CC7.4, CC7.5; ISO 27001 A.5.26, A.8.14",
  denied: "SOC 2 CC6.3, CC7.2; ISO 27001 A.5.15, A.8.15; HIPAA 164.312(a)(1), 164.312(b)",
  erasure: "SOC 2 CC6.5; ISO 27001 A.5.34, A.8.10",
  integrity: "SOC 2 CC7.2; ISO 27001 A.5.33, A.8.15; HIPAA 164.312(c)(1)",
} as const;

/** Evidence of a period, oldest first; `problems` is what the verifier says of the whole log and stands in it. */
export function auditEvidence(
  { log, facts, people, problems }: EvidenceSource,
  wanted: Omit<Wanted, "format">,
): readonly Evidence[] {
  const text = log.toString("utf8");
  const acts = [
    ...[...facts].flatMap(([release, file]) => ofRelease(file, people.get(release))),
    ...loggedHours(text).map(ofDenied),
    ...loggedErasures(text).map(ofErasure),
  ];
  const from = wanted.from ?? "";
  const until = wanted.to === undefined ? "\uffff" : `${wanted.to}T23:59:59.999Z`;
  const inPeriod = acts.filter(({ when }) => when >= from && when <= until);
  return [...inPeriod.toSorted((a, b) => (a.when < b.when ? -1 : Number(a.when > b.when))), integrity(problems)];
}

interface EvidenceSource {
  readonly log: Buffer;
  readonly facts: ReadonlyMap<string, Buffer>;
  /** Who the tokens in them stand for. */
  readonly people: ReadonlyMap<string, Buffer>;
  readonly problems: readonly string[];
}

/** Evidence as text: a table for people, rows for a spreadsheet, or JSON. */
export function evidenceText(evidence: readonly Evidence[], format: Wanted["format"]): string {
  if (format === "json") return `${JSON.stringify(evidence, undefined, 2)}\n`;
  const rows = [columns, ...evidence.map((one) => columns.map((column) => one[column]))];
  if (format === "csv") return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
  const [head, ...rest] = rows.map((row) => `| ${row.map(markdownCell).join(" | ")} |`);
  return [head, `|${" --- |".repeat(columns.length)}`, ...rest, ""].join("\n");
}

const columns = ["when", "who", "what", "release", "outcome", "approvals", "why", "controls"] as const;

function ofRelease(file: Buffer, people: Buffer | undefined): readonly Evidence[] {
  const kept = factsIn(file);
  if (kept === undefined || kept.length === 0) return [];
  const facts = holdsTokens(kept) ? withNames(kept, peopleIn(people?.toString("utf8") ?? "")) : kept;
  const { release, version, type, timestamp, startedAt, initiator, outcome, approvals, ...said } = statementOf(
    facts,
    "",
  );
  const about = (kind: keyof typeof controls, act: Omit<Partial<Evidence>, "controls">): Evidence => ({
    when: timestamp,
    who: initiator,
    what: "",
    release,
    outcome: "",
    approvals: "",
    why: "",
    ...act,
    controls: controls[kind],
  });
  const requests = facts.flatMap((fact) => (fact.type === "requested" ? [fact] : []));
  const answers = new Map(
    facts.flatMap((fact) => (fact.type === "answered" ? [[fact.id, fact.outcome] as const] : [])),
  );
  return [
    about("release", { when: startedAt, what: `${type} release of ${version} started` }),
    ...said.gates.map(({ gate, status, at }) => about("gate", { when: at, what: `gate ${gate}`, outcome: status })),
    ...(said.overrides ?? []).map(({ gate, by, reason, result }) =>
      about("override", { who: by, what: `override of gate ${gate}`, why: reason, outcome: result }),
    ),
    ...(said.allowedFindings ?? []).map((finding) =>
      about("finding", { what: `finding that may stay: ${canonical(finding)}`, outcome: "allowed" }),
    ),
    ...(said.emergency === undefined
      ? []
      : [
          about("emergency", {
            when: said.emergency.at,
            who: said.emergency.by,
            what: "emergency",
            why: said.emergency.reason,
          }),
        ]),
    ...requests.map(({ at, by, kind, reason, id }) =>
      about("request", {
        when: at,
        who: by,
        what: `request: ${kind}`,
        why: reason,
        outcome: answers.get(id) ?? "open",
      }),
    ),
    ...(said.rollback === undefined
      ? []
      : [
          about("rollback", {
            what: `rollback (${said.rollback.trigger})`,
            why: said.rollback.reason,
            outcome: said.rollback.phase,
          }),
        ]),
    about("release", {
      what: `${type} release of ${version} ended`,
      outcome,
      approvals: approvals.join(", "),
      why: said.failure ?? "",
    }),
  ];
}

function ofErasure({ at, by, release, reason }: Erasure): Evidence {
  const what = "a person was erased from the records";
  return {
    when: at,
    who: by,
    what,
    release,
    outcome: "erased",
    approvals: "",
    why: reason,
    controls: controls.erasure,
  };
}

function ofDenied({
  hour,
  person,
  count,
  ...said
}: DeniedHour & { readonly why?: unknown; readonly asked?: unknown }): Evidence {
  const why = typeof said.why === "string" ? said.why : "";
  const asked = typeof said.asked === "object" && said.asked !== null ? Object.keys(said.asked).join(", ") : "";
  const what = `denied ${count} times: ${asked}`;
  return {
    when: `${hour}:00:00.000Z`,
    who: person,
    what,
    release: "",
    outcome: "denied",
    approvals: "",
    why,
    controls: controls.denied,
  };
}

function integrity(problems: readonly string[]): Evidence {
  const outcome = problems.length === 0 ? "whole" : `${problems.length} problems`;
  const what = "the audit log and every archived fact were verified";
  return {
    when: "",
    who: "",
    what,
    release: "",
    outcome,
    approvals: "",
    why: problems.join("; "),
    controls: controls.integrity,
  };
}

/** A spreadsheet takes what begins so for a formula; the apostrophe makes it text (OWASP, "CSV injection"). */
function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const markdownCell = (text: string): string =>
  text.replaceAll(/[\\|<>&`*_[\]]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll(/\s+/g, " ");
