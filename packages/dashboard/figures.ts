import type { GateName, ReleaseRecord } from "#machine";

import { duration, slowest, trafficBackMs, visitTimes, type Told } from "#report";

/** One number with what it was counted over: a number without its n says nothing. */
export interface Figure {
  readonly name: string;
  readonly value: string;
  /** `3 of 4 releases`, `n = 12`; empty when there is nothing to count. */
  readonly over: string;
}

/** The release of type `rollback` that undid a completed one, by the id of the latter (decision 33). */
export function undoneBy(releases: readonly Told[]): ReadonlyMap<string, ReleaseRecord> {
  return new Map(
    releases.flatMap(({ record }) =>
      record.plan.rollback === undefined || record.rollback?.reverted === undefined
        ? []
        : [[record.plan.rollback.from, record] as const],
    ),
  );
}

/** What the ended releases show of speed and stability; attempts count one by one. */
export function figures(releases: readonly Told[]): readonly Figure[] {
  const undone = undoneBy(releases);
  const tried = releases.filter(({ record: { plan } }) => plan.rollback === undefined && plan.redeploy === undefined);
  const completed = tried.filter(({ record }) => record.state === "completed");
  const lasting = completed.filter(({ record }) => !undone.has(record.plan.tag));
  const wentBack = tried.filter(({ record }) => record.state === "rolled_back" || undone.has(record.plan.tag));
  const deployed = tried.filter(({ record }) => record.visits.some(({ state }) => deploying.has(state)));
  const compliant = deployed.filter(({ record }) =>
    record.plan.gates.every((gate) => record.gates.get(gate)?.status === "passed"),
  );
  return [
    share("Completed and still good", lasting.length, tried.length, "releases"),
    share("Rolled back", wentBack.length, tried.length, "releases"),
    median("Cycle time, start to completed rollout, median", completed.flatMap(cycleMs)),
    median(
      "Traffic back after the decision to roll back, median",
      releases.flatMap(({ facts }) => trafficBackMs(facts) ?? []),
    ),
    share("Deployed with every planned gate passed", compliant.length, deployed.length, "releases"),
    ...smokeFigures(releases),
    ...deploymentFigures(tried),
    slowestState(tried),
  ];
}

const deploying: ReadonlySet<string> = new Set(["staging", "production", "production_canary"]);

function cycleMs({ record }: Told): readonly number[] {
  const end = record.visits.find(({ state }) => state === "completed");
  return end === undefined ? [] : [Date.parse(end.since) - Date.parse(record.openedAt)];
}

function smokeFigures(releases: readonly Told[]): readonly Figure[] {
  const runs = releases.flatMap(({ record }) => record.smoke);
  const groups = [
    ["staging", runs.filter(({ environment }) => environment === "staging")],
    ["production", runs.filter(({ environment, point }) => environment === "production" && point !== "rollback")],
    ["after rollback", runs.filter(({ point }) => point === "rollback")],
  ] as const;
  return groups.map(([name, group]) =>
    share(
      `Smoke tests passed, ${name}`,
      group.filter(({ status }) => status === "passed").length,
      group.length,
      "runs",
    ),
  );
}

function deploymentFigures(releases: readonly Told[]): readonly Figure[] {
  return (["staging", "production"] as const).map((environment) =>
    median(
      `Deployment to ${environment}, median`,
      releases.flatMap(({ record }) => record.deployments.get(environment)?.durationMs ?? []),
    ),
  );
}

function slowestState(releases: readonly Told[]): Figure {
  const each = releases.flatMap(({ record, facts }) => slowest(visitTimes(record, facts)) ?? []);
  const states = [...new Set(each.map(({ state }) => state))];
  const counted = states
    .map((state) => ({ state, count: each.filter((one) => one.state === state).length }))
    .toSorted((a, b) => b.count - a.count);
  const [most, second] = counted;
  const name = "Most often the slowest state";
  if (most === undefined) return { name, value: "no data yet", over: "" };
  if (most.count === second?.count) return { name, value: "none stands out", over: `${each.length} releases` };
  return { name, value: most.state, over: `${most.count} of ${each.length} releases` };
}

/** How often each gate passed and how long it took. */
export interface GateFigure {
  readonly gate: GateName;
  readonly passed: number;
  readonly ran: number;
  readonly medianMs: number;
}

export function gateFigures(releases: readonly Told[]): readonly GateFigure[] {
  const results = releases.flatMap(({ record }) => [...record.gates.values()]);
  const gates = [...new Set(results.map(({ gate }) => gate))];
  return gates.map((gate) => {
    const own = results.filter((result) => result.gate === gate);
    return {
      gate,
      passed: own.filter(({ status }) => status === "passed").length,
      ran: own.length,
      medianMs: medianOf(own.map(({ executionTimeMs }) => executionTimeMs)),
    };
  });
}

function share(name: string, part: number, whole: number, what: string): Figure {
  if (whole === 0) return { name, value: "no data yet", over: "" };
  return { name, value: `${((100 * part) / whole).toFixed(0)} %`, over: `${part} of ${whole} ${what}` };
}

function median(name: string, valuesMs: readonly number[]): Figure {
  if (valuesMs.length === 0) return { name, value: "no data yet", over: "" };
  return { name, value: duration(medianOf(valuesMs)), over: `n = ${valuesMs.length}` };
}

/** The middle value, or the mean of the two middle ones; NaN of nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}
