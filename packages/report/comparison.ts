import { timing, type Advice, type FactBody, type GateName, type State } from "#machine";

import type { Told } from "./told.ts";
import { flakyTests, howOften, type FlakyTest } from "./flaky.ts";
import { duration } from "./text.ts";
import { visitTimes } from "./times.ts";

export type Comparison = Omit<Extract<FactBody, { readonly type: "compared" }>, "type">;

type GateFinished = Extract<FactBody, { readonly type: "gate-finished" }>;

const shownFlaky = 5;
const shownSlow = 3;
/** As many legs as the workflow has outputs for. */
const shardsAtMost = 8;
/** A test is slow from this share of its gate's target on. */
const slowShare = 0.1;

/** What the releases before say of this one; `undefined` where there are none. The same releases give the same answer. */
export function compare(before: readonly Told[], present: Told): Comparison | undefined {
  const releases = before.filter(
    ({ record }) =>
      record.id !== present.record.id && record.plan.rollback === undefined && record.plan.redeploy === undefined,
  );
  if (releases.length === 0) return undefined;
  const p95Ms = p95Of(releases);
  const gates = present.record.plan.gates.flatMap((gate) => present.record.gates.get(gate) ?? []);
  const flaky = flakyTests([...releases, present]).filter(({ gate }) => present.record.plan.gates.includes(gate));
  const advice = [
    ...flaky.slice(0, shownFlaky).map(ofFlaky),
    ...gates.flatMap((gate) => ofTime(gate, p95Ms[gate.gate], present)),
    ...ofOrder(present, gates),
  ];
  return { releases: releases.length, p95Ms, advice };
}

function p95Of(releases: readonly Told[]): Comparison["p95Ms"] {
  const times = new Map<GateName | State, number[]>();
  const add = (name: GateName | State, ms: number) => times.set(name, [...(times.get(name) ?? []), ms]);
  for (const { record, facts } of releases) {
    for (const { gate, status, executionTimeMs } of record.gates.values())
      if (status === "passed") add(gate, executionTimeMs);
    for (const { state, tookMs, waitedMs } of visitTimes(record, facts).filter(wentWell)) add(state, tookMs - waitedMs);
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, p95(all)]));
}

/** What ended early took no time that says anything. */
function wentWell(_: unknown, index: number, visits: readonly { readonly state: State }[]): boolean {
  const after = visits[index + 1]?.state;
  return after !== "failed" && after !== "rolled_back";
}

/** The smallest of the values that 95 % of them do not exceed. */
function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;
}

function ofFlaky(test: FlakyTest): Advice {
  return {
    about: test.gate,
    says: `${test.name} is flaky: ${howOften(test)}`,
    todo: "Fix it, or take it out of the gate until it is fixed.",
  };
}

function ofTime(
  { gate, executionTimeMs, targetMs, tests }: GateFinished,
  p95Ms: number | undefined,
  { record }: Told,
): readonly Advice[] {
  const slow = (tests?.slowest ?? []).filter(({ durationMs }) => durationMs >= slowShare * targetMs);
  const named = slow.slice(0, shownSlow).map(({ name, durationMs }) => `${name} (${duration(durationMs)})`);
  const slowest = `Its slowest: ${named.join(", ")}.`;
  if (executionTimeMs > targetMs) {
    const usual = p95Ms === undefined ? "" : `, p95 ${duration(p95Ms)}`;
    const todo =
      named.length === 0
        ? "No single test stands out: look at what the command does before the tests, or let it run them in parallel."
        : `Make them faster, or let the command run them in parallel. ${slowest}`;
    const says = `took ${duration(executionTimeMs)}, target ${duration(targetMs)}${usual}`;
    return [{ about: gate, says, todo: `${todo}${inParts(gate, executionTimeMs / targetMs, record.plan.shards)}` }];
  }
  if (named.length === 0) return [];
  return [{ about: gate, says: slowest, todo: `Each takes a tenth of the target of ${duration(targetMs)} or more.` }];
}

/** So many jobs as bring the gate back under its target, where it is one that can be split. */
function inParts(gate: GateName, times: number, shards: Told["record"]["plan"]["shards"]): string {
  if (gate !== "unit" && gate !== "e2e") return "";
  const present = shards?.[gate] ?? 1;
  const parts = Math.min(shardsAtMost, Math.ceil(times * present));
  return parts > present ? ` Or split them over jobs: gates.${gate}.shards: ${parts}, with gates.parallel: true.` : "";
}

function ofOrder({ record }: Told, gates: readonly GateFinished[]): readonly Advice[] {
  const state = record.plan.releaseType === "hotfix" ? "quality_gates_fast" : "quality_gates";
  const { targetMs = Number.POSITIVE_INFINITY } = timing[state];
  const togetherMs = gates.reduce((sum, { executionTimeMs }) => sum + executionTimeMs, 0);
  if (record.plan.parallelGates === true || gates.length < 2 || togetherMs <= targetMs) return [];
  const says = `the gates took ${duration(togetherMs)} one after another, target ${duration(targetMs)}`;
  return [{ about: state, says, todo: "Run them side by side: gates.parallel: true" }];
}
