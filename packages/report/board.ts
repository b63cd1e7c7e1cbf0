import { isTerminal, redeployPhases, rollbackPhases, type ReleaseRecord, type State } from "#machine";

import { adviceLines } from "./advice.ts";
import { gateNumbers } from "./gates.ts";
import { firstLines } from "./allowed.ts";
import { gateWord } from "./overrides.ts";
import { ownTime } from "./own-time.ts";
import { stateName, timingOf } from "./redeploy.ts";
import { duration, percent, printable } from "./text.ts";
import { newestWatch } from "./watches.ts";

/** The release at a glance: what a terminal or a job summary shows while it runs. */
export interface Board {
  /** 0–100: the share of its way that the release has behind it. */
  readonly percent: number;
  readonly lines: readonly string[];
}

const ways: { readonly standard: readonly State[]; readonly hotfix: readonly State[] } = {
  standard: ["initiated", "quality_gates", "review", "staging", "production", "completed"],
  hotfix: ["initiated", "quality_gates_fast", "review", "production_canary", "completed"],
};

/** The states on the way of a release, in order; a rollback of its own and a re-deploy have one. */
export function wayOf({ plan }: ReleaseRecord): readonly State[] {
  if (plan.releaseType === "rollback") return ["rolled_back"];
  return plan.releaseType === "redeploy" ? ["completed"] : ways[plan.releaseType];
}

/** The board at the moment `now` (ms since the epoch). Pure: the same record gives the same board. */
export function board(record: ReleaseRecord, now: number): Board {
  const way = wayOf(record);
  const { plan } = record;
  const lines = [
    `Release ${record.id} · ${plan.releaseType} · ${plan.baseBranch} → ${plan.targetBranch} · by ${plan.initiatedBy}`,
    ...firstLines(record).map((line) => `  ${line}`),
    ...way.map((state) => stateLine(record, state, now)),
    ...(way.includes(record.state) ? [] : [stateLine(record, record.state, now)]),
    ...gateLines(record),
    ...trafficLines(record),
    ...endLines(record),
  ];
  return { percent: progress(record, way), lines: lines.map(printable) };
}

function progress(record: ReleaseRecord, way: readonly State[]): number {
  if (record.settled !== undefined) return 100;
  const at = way.indexOf(record.state);
  const share = insideState(record);
  // A state outside the way ends it: what is left are its duties.
  return Math.min(99, at === -1 ? 90 + Math.round(10 * share) : Math.round((100 * (at + share)) / way.length));
}

/** 0–1: the share of the present state that is done, as far as the record tells. */
function insideState({ state, plan, gates, deployments, rollback, redeploy }: ReleaseRecord): number {
  switch (state) {
    case "quality_gates":
    case "quality_gates_fast":
      return plan.gates.length === 0 ? 0 : gates.size / plan.gates.length;
    case "staging":
      return (deployments.get("staging")?.percent ?? 0) / 100;
    case "production":
    case "production_canary":
      return (deployments.get("production")?.percent ?? 0) / 100;
    case "rolled_back":
      return rollback === undefined ? 0 : rollbackPhases.indexOf(rollback.phase) / rollbackPhases.length;
    case "completed":
      return redeploy === undefined ? 0 : redeployPhases.indexOf(redeploy.phase) / redeployPhases.length;
    case "initiated":
    case "review":
    case "failed":
      return 0;
  }
}

function stateLine(record: ReleaseRecord, state: State, now: number): string {
  const time = ownTime(record, state, now);
  const name = stateName(record, state);
  if (time === undefined) return `  ○ ${name}`;
  const { targetMs } = timingOf(record, state);
  const target = targetMs === undefined ? "" : ` of ${duration(targetMs)}${time.overTarget ? " (over target)" : ""}`;
  return `  ${sign(record, state, time.runs)} ${name.padEnd(18)} ${duration(time.workMs)}${target}`;
}

function sign(record: ReleaseRecord, state: State, runs: boolean): string {
  if (state === "failed" || record.settled?.outcome === "failed") return "✗";
  if (runs) return "▶";
  if (state === "rolled_back") return "↩";
  const visit = record.visits.findLastIndex((one) => one.state === state);
  const present = visit === record.visits.length - 1 && !isTerminal(record.state);
  if (present) return "⏸";
  const after = record.visits[visit + 1]?.state;
  return after === "failed" || after === "rolled_back" ? "✗" : "✓";
}

const signs = { passed: "✓", overridden: "⚠", failed: "✗", open: "○" } as const;

function gateLines(record: ReleaseRecord): readonly string[] {
  return record.plan.gates.flatMap((gate) => {
    const result = record.gates.get(gate);
    if (result === undefined) return [];
    return [
      `    ${signs[gateWord(record, gate) ?? "failed"]} ${gate.padEnd(12)} ${gateNumbers(result.metrics, result.check)}, ${duration(result.executionTimeMs)}`,
    ];
  });
}

function trafficLines(record: ReleaseRecord): readonly string[] {
  return [...record.deployments.values()].map((deployment) => {
    const watch = newestWatch(record, deployment.environment);
    const seen =
      watch === undefined
        ? ""
        : ` · ${watch.requests} requests, ${watch.errorRatio === undefined ? "no traffic" : `${percent(watch.errorRatio)} errors`}${watch.p95Ms === undefined ? "" : `, p95 ${duration(watch.p95Ms)}`}`;
    return `    ${deployment.environment.padEnd(12)} ${record.plan.tag} ${deployment.percent} % · ${deployment.previous ?? "nothing"} ${100 - deployment.percent} %${seen}`;
  });
}

/** The report has all of it. */
const shownAdvice = 5;

function endLines(record: ReleaseRecord): readonly string[] {
  const { suspended, failure, verdict, rollback, redeploy, escalation, backport } = record;
  const rests = record.settled !== undefined || suspended !== undefined;
  const advice = rests ? adviceLines(record).slice(0, shownAdvice) : [];
  const issue = record.published.find(({ what }) => what === "review-issue");
  const walked = record.validation;
  return [
    ...(issue === undefined ? [] : [`  · review due ${issue.due ?? ""}: ${issue.url}`]),
    ...(walked === undefined
      ? []
      : [`    ${signs[walked.status]} every journey: ${gateNumbers(walked.metrics, walked.check)}`]),
    ...(backport === undefined
      ? []
      : [
          `  · backport to ${backport.into}: ${backport.reason}${backport.url === undefined ? "" : `: ${backport.url}`}`,
        ]),
    ...(suspended === undefined
      ? []
      : [`  ⏸ waits for ${suspended.waitsFor}: ${suspended.reason}`, `    continue with: ${suspended.command}`]),
    ...(failure === undefined
      ? []
      : [`  ✗ ${failure.failureReason}`, ...failure.actionableFixSuggestions.slice(0, 5).map((fix) => `    → ${fix}`)]),
    ...advice.map((line) => `  i ${line}`),
    ...(verdict === undefined ? [] : [`  ↩ ${verdict.trigger}: ${verdict.reason}`]),
    ...(rollback === undefined
      ? []
      : [`  ↩ ${rollback.phase}${rollback.reverted === undefined ? "" : `: ${rollback.reverted.to} serves again`}`]),
    ...(redeploy === undefined
      ? []
      : [`  ↻ ${redeploy.phase}: ${redeploy.reason ?? record.plan.redeploy?.reason ?? ""}`]),
    ...(escalation === undefined ? [] : ["  ! by hand:", ...escalation.manualSteps.map((step) => `      ${step}`)]),
  ];
}
