import type { ReleaseRecord } from "#machine";

import type { ReportDocument } from "./document-schema.ts";
import { testsOf } from "./document-tests.ts";
import type { ReportView } from "./view.ts";

/** A report as data, in version 1 of its schema. */
export function reportDocument(view: ReportView): ReportDocument {
  const { record } = view;
  const security = record.gates.get("security")?.metrics;
  return {
    reportVersion: 1,
    release: releaseOf(view),
    emergency: view.emergency,
    approvals: approvalsOf(record),
    overrides: view.overrides.map(({ gate, by, reason, standing }) => ({ gate, by, reason, became: standing })),
    allowedFindings: security?.gate === "security" ? [...(security.allowed ?? [])] : [],
    changelog: record.changelog ?? "",
    gates: gatesOf(view),
    tests: testsOf(view),
    notMeasured: [...view.notMeasured],
    deployment: view.deployment.map(({ at, actor, what }) => ({ at, actor, what })),
    states: [...view.states],
    failure: failureOf(view),
    rollback: rollbackOf(view),
    rootCause: view.rootCause,
    warnings: [...record.warnings],
    links: [...view.links],
    tickets: [...view.tickets],
  };
}

function releaseOf({ record, outcome }: ReportView): ReportDocument["release"] {
  const { plan } = record;
  return {
    id: record.id,
    version: plan.releaseVersion,
    tag: plan.tag,
    type: plan.releaseType,
    attempt: record.attempt,
    state: record.state,
    outcome,
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

function gatesOf({ gates }: ReportView): ReportDocument["gates"] {
  return gates.map(({ gate, result, measured, word }) => {
    if (result === undefined) return { gate, status: "not-run", failures: [] };
    return {
      gate,
      status: word === "overridden" ? "overridden" : result.status,
      measured,
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

function failureOf({ record, progress }: ReportView): ReportDocument["failure"] {
  const { failure } = record;
  if (failure === undefined) return undefined;
  const { gatesNotRun, ...last } = progress;
  return {
    state: failure.failedState,
    gate: failure.failedGate,
    reason: failure.failureReason,
    suggestions: [...failure.actionableFixSuggestions],
    ...last,
    gatesNotRun: [...gatesNotRun],
  };
}

function rollbackOf({ record, trafficBackMs }: ReportView): ReportDocument["rollback"] {
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
    trafficBackMs,
    smoke: smoke && { status: smoke.status, timeMs: smoke.executionTimeMs, checks: [...smoke.checks] },
    health: rollback.health?.healthChecks,
    git: git && { via: git.via, commit: git.revertCommit, tag: git.revertTag, url: git.url },
    escalated: escalation?.reason,
    suspects: [...(suspected?.commits ?? [])],
  };
}
