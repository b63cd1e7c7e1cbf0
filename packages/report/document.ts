import { fold, type Fact, type ReleaseRecord } from "#machine";

import type { Afterwards } from "./afterwards.ts";
import type { ReportDocument } from "./document-schema.ts";
import { testsOf } from "./document-tests.ts";
import { emergencyLine } from "./emergency.ts";
import { gateNumbers } from "./gates.ts";
import { linksOf, ticketsOf } from "./links.ts";
import { notMeasured } from "./not-measured.ts";
import { gateWord, overridesOf } from "./overrides.ts";
import { progressOf } from "./progress.ts";
import { outcome, trafficBackMs } from "./rollback.ts";
import { deploymentEvents } from "./timeline.ts";
import { visitTimes } from "./times.ts";

/** A report as data, in version 1 of its schema. From the facts alone, and what people found out afterwards. */
export function reportDocument(facts: readonly Fact[], { rootCause }: Afterwards = {}): ReportDocument {
  const record = fold(facts);
  const security = record.gates.get("security")?.metrics;
  return {
    reportVersion: 1,
    release: releaseOf(record),
    emergency: emergencyLine(record),
    approvals: approvalsOf(record),
    overrides: overridesOf(record).map(({ gate, by, reason, standing }) => ({ gate, by, reason, became: standing })),
    allowedFindings: security?.gate === "security" ? [...(security.allowed ?? [])] : [],
    changelog: record.changelog ?? "",
    gates: gatesOf(record),
    tests: testsOf(record),
    notMeasured: [...notMeasured(record)],
    deployment: deploymentEvents(facts).map(({ at, actor, what }) => ({ at, actor, what })),
    states: [...visitTimes(record, facts)],
    failure: failureOf(record, facts),
    rollback: rollbackOf(record, facts),
    rootCause,
    warnings: [...record.warnings],
    links: [...linksOf(record, facts)],
    tickets: [...ticketsOf(record)],
  };
}

function releaseOf(record: ReleaseRecord): ReportDocument["release"] {
  const { plan } = record;
  return {
    id: record.id,
    version: plan.releaseVersion,
    tag: plan.tag,
    type: plan.releaseType,
    attempt: record.attempt,
    state: record.state,
    outcome: outcome(record),
    ended: record.settled !== undefined,
    startedAt: record.openedAt,
    lastAt: record.lastAt,
    durationMs: Date.parse(record.lastAt) - Date.parse(record.openedAt),
    initiatedBy: plan.initiatedBy,
    from: plan.baseBranch,
    to: plan.targetBranch,
    baseSha: plan.baseSha,
    follows: plan.previousTag,
    taggedSha: record.tag?.sha,
    incident: plan.incident === undefined ? undefined : { id: plan.incident.id, severity: plan.incident.severity },
  };
}

function approvalsOf({ approval, productionApproval }: ReleaseRecord): ReportDocument["approvals"] {
  const given = [
    ...(approval === undefined ? [] : [{ of: "review" as const, ...approval }]),
    ...(productionApproval === undefined ? [] : [{ of: "production" as const, ...productionApproval }]),
  ];
  return given.map(({ of, by, sha, at }) => ({ of, by: [...by], sha, at }));
}

function gatesOf(record: ReleaseRecord): ReportDocument["gates"] {
  return record.plan.gates.map((gate) => {
    const result = record.gates.get(gate);
    if (result === undefined) return { gate, status: "not-run", failures: [] };
    const word = gateWord(record, gate);
    return {
      gate,
      status: word === "overridden" ? "overridden" : result.status,
      measured: gateNumbers(result.metrics, result.check),
      timeMs: result.executionTimeMs,
      targetMs: result.targetMs,
      failures: result.failures.map(({ title, detail, file, line, suggestion, class: why }) => ({
        title,
        detail,
        file,
        line,
        suggestion,
        class: why,
      })),
    };
  });
}

function failureOf(record: ReleaseRecord, facts: readonly Fact[]): ReportDocument["failure"] {
  const { failure } = record;
  if (failure === undefined) return undefined;
  const { gatesNotRun, ...last } = progressOf(record, facts);
  return {
    state: failure.failedState,
    gate: failure.failedGate,
    reason: failure.failureReason,
    suggestions: [...failure.actionableFixSuggestions],
    ...last,
    gatesNotRun: [...gatesNotRun],
  };
}

function rollbackOf(record: ReleaseRecord, facts: readonly Fact[]): ReportDocument["rollback"] {
  const { rollback, verdict, plan, escalation, suspected } = record;
  if (rollback === undefined) return undefined;
  const smoke = record.smoke.findLast(({ point }) => point === "rollback");
  const { git } = rollback;
  return {
    trigger: verdict?.trigger ?? "manual",
    reason: verdict?.reason ?? plan.rollback?.reason ?? "not recorded",
    evidence: [...(verdict?.evidence ?? [])],
    phase: rollback.phase,
    servesAgain: rollback.reverted?.to,
    trafficBackMs: trafficBackMs(facts),
    smoke: smoke && { status: smoke.status, timeMs: smoke.executionTimeMs, checks: [...smoke.checks] },
    health: rollback.health?.healthChecks,
    git: git && { via: git.via, commit: git.revertCommit, tag: git.revertTag, url: git.url },
    escalated: escalation?.reason,
    suspects: [...(suspected?.commits ?? [])],
  };
}
