import { guards, missingGuards, movesFrom, timing, type ReleaseRecord, type State } from "#machine";

import { gateNumbers } from "./gates.ts";
import { duration, percent } from "./text.ts";

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

/** The board at the moment `now` (ms since the epoch). Pure: the same record gives the same board. */
export function board(record: ReleaseRecord, now: number): Board {
  const way = record.plan.releaseType === "rollback" ? (["rolled_back"] as const) : ways[record.plan.releaseType];
  const at = way.findIndex((state) => state === record.state);
  const lines = [
    `Release ${record.id} · ${record.plan.releaseType} · ${record.plan.baseBranch} → ${record.plan.targetBranch} · by ${record.plan.initiatedBy}`,
    ...way.map((state) => stateLine(record, state, now)),
    ...(at === -1 ? [stateLine(record, record.state, now)] : []),
    ...gateLines(record),
    ...trafficLines(record),
    ...endLines(record),
  ];
  return { percent: progress(record, at, way.length), lines };
}

function progress(record: ReleaseRecord, at: number, length: number): number {
  if (record.settled !== undefined) return 100;
  const gates = record.plan.gates.length;
  const inside = record.state.startsWith("quality_gates") && gates > 0 ? record.gates.size / gates : 0;
  return at < 0 ? 95 : Math.round((100 * (at + inside)) / length);
}

function stateLine(record: ReleaseRecord, state: State, now: number): string {
  const index = record.visits.findLastIndex((visit) => visit.state === state);
  const visit = record.visits[index];
  if (visit === undefined) return `  ○ ${state}`;
  const next = record.visits[index + 1];
  const end = next?.since ?? (record.settled === undefined ? undefined : record.lastAt);
  const took = (end === undefined ? now : Date.parse(end)) - Date.parse(visit.since);
  const { targetMs } = timing[state];
  const target = targetMs === undefined ? "" : ` of ${duration(targetMs)}${took > targetMs ? " (over target)" : ""}`;
  const sign = state === "failed" || state === "rolled_back" ? "✗" : end === undefined ? "▶" : "✓";
  return `  ${sign} ${state.padEnd(18)} ${duration(Math.max(0, took))}${target}`;
}

function gateLines(record: ReleaseRecord): readonly string[] {
  return record.plan.gates.flatMap((gate) => {
    const result = record.gates.get(gate);
    if (result === undefined) return [];
    return [
      `    ${result.status === "passed" ? "✓" : "✗"} ${gate.padEnd(12)} ${gateNumbers(result.metrics)}, ${duration(result.executionTimeMs)}`,
    ];
  });
}

function trafficLines(record: ReleaseRecord): readonly string[] {
  return [...record.deployments.values()].map((deployment) => {
    const watch = record.watches.findLast(({ environment }) => environment === deployment.environment);
    const seen =
      watch === undefined
        ? ""
        : ` · ${watch.requests} requests, ${watch.errorRatio === undefined ? "no traffic" : `${percent(watch.errorRatio)} errors`}${watch.p95Ms === undefined ? "" : `, p95 ${duration(watch.p95Ms)}`}`;
    return `    ${deployment.environment.padEnd(12)} ${record.plan.tag} ${deployment.percent} % · ${deployment.previous ?? "nothing"} ${100 - deployment.percent} %${seen}`;
  });
}

function endLines(record: ReleaseRecord): readonly string[] {
  const { suspended, failure, verdict, rollback, escalation } = record;
  return [
    ...(suspended === undefined
      ? []
      : [`  ⏸ waits for ${suspended.waitsFor}: ${suspended.reason}`, `    continue with: ${suspended.command}`]),
    ...(failure === undefined
      ? []
      : [`  ✗ ${failure.failureReason}`, ...failure.actionableFixSuggestions.slice(0, 5).map((fix) => `    → ${fix}`)]),
    ...(verdict === undefined ? [] : [`  ↩ ${verdict.trigger}: ${verdict.reason}`]),
    ...(rollback === undefined
      ? []
      : [`  ↩ ${rollback.phase}${rollback.reverted === undefined ? "" : `: ${rollback.reverted.to} serves again`}`]),
    ...(escalation === undefined ? [] : ["  ! by hand:", ...escalation.manualSteps.map((step) => `      ${step}`)]),
  ];
}

/** What still stands before the next state, in people's words: the answer to "what are we waiting for?". */
export function waitingFor(record: ReleaseRecord): readonly string[] {
  return movesFrom(record.state)
    .filter((to) => to !== "failed" && to !== "rolled_back")
    .flatMap((to) =>
      (missingGuards(record, to) ?? [])
        .filter((name) => name !== "isHotfix" && name !== "isStandard")
        .map((name) => guards[name].text),
    );
}
