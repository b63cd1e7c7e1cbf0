import type { Environment, GateName } from "#machine";

import { shareOf, shareWhere, spreadOf } from "./numbers.ts";
import type {
  DeploymentHistory,
  GateHistory,
  ReleaseMeasures,
  SecurityHistory,
  SmokeHistory,
  SmokePlace,
  StateHistory,
} from "./types.ts";

type Releases = readonly ReleaseMeasures[];

const gateNames: readonly GateName[] = ["security", "dod", "unit", "integration", "smoke", "e2e"];
const environments: readonly Environment[] = ["development", "staging", "production"];
const places: readonly SmokePlace[] = [...environments, "rollback"];

/** How each gate fared; one that never ran is not told of. */
export function gateHistory(releases: Releases): readonly GateHistory[] {
  const byGate = Map.groupBy(
    releases.flatMap(({ gates }) => gates),
    ({ gate }) => gate,
  );
  return gateNames.flatMap((gate) => {
    const runs = byGate.get(gate);
    if (runs === undefined) return [];
    const tests = runs.flatMap((run) => run.tests ?? []);
    const passed = tests.reduce((sum, one) => sum + one.passed, 0);
    const failed = tests.reduce((sum, one) => sum + one.failed, 0);
    const covered = runs.filter(({ coverage }) => coverage !== undefined).toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const entry: GateHistory = {
      gate,
      passed: shareWhere(runs, ({ status }) => status === "passed"),
      notRun: runs.filter(({ notRun }) => notRun).length,
      overridden: runs.filter(({ overridden }) => overridden).length,
      tookMs: spreadOf(runs.map(({ tookMs }) => tookMs)),
      overTarget: shareWhere(runs, ({ tookMs, targetMs }) => tookMs > targetMs),
      tests: shareOf(passed, passed + failed),
      coverage: spreadOf(covered.flatMap(({ coverage }) => coverage ?? [])),
      latestCoverage: covered.at(-1)?.coverage ?? null,
    };
    return [entry];
  });
}

/** What the security gates found, in all. */
export function securityHistory(releases: Releases): SecurityHistory {
  const found = releases.flatMap(({ gates }) => gates.flatMap(({ findings }) => findings ?? []));
  const sum = (of: keyof (typeof found)[number]) => found.reduce((total, one) => total + one[of], 0);
  return {
    n: found.length,
    critical: sum("critical"),
    high: sum("high"),
    other: sum("other"),
    allowed: sum("allowed"),
  };
}

/** How smoke tests fared, by where they ran. */
export function smokeHistory(releases: Releases): readonly SmokeHistory[] {
  const byPlace = Map.groupBy(
    releases.flatMap(({ smoke }) => smoke),
    ({ place }) => place,
  );
  return places.flatMap((place) => {
    const runs = byPlace.get(place);
    if (runs === undefined) return [];
    const passed = shareWhere(runs, ({ status }) => status === "passed");
    return [{ place, passed, tookMs: spreadOf(runs.map(({ tookMs }) => tookMs)) }];
  });
}

/** How deployments went that are over. */
export function deploymentHistory(releases: Releases): readonly DeploymentHistory[] {
  return environments.flatMap((environment) => {
    const ended = releases.flatMap(({ deployments }) =>
      deployments.filter((one) => one.environment === environment && one.status !== null),
    );
    if (ended.length === 0) return [];
    const passed = ended.filter(({ status }) => status === "passed");
    const tookMs = spreadOf(passed.flatMap((one) => one.tookMs ?? []));
    return [{ environment, passed: shareOf(passed.length, ended.length), tookMs }];
  });
}

/** Where the time goes: each state that has a target, the largest share first. */
export function stateHistory(releases: Releases): readonly StateHistory[] {
  const working = releases.filter(({ slowest }) => slowest !== null);
  const workMs = working.reduce((sum, release) => sum + release.workMs, 0);
  const visits = working.flatMap(({ states }) => states.filter(({ targetMs }) => targetMs !== null));
  return [...Map.groupBy(visits, ({ state }) => state)]
    .map(([state, own]) => {
      const tookMs = own.map((visit) => visit.tookMs - visit.waitedMs);
      return {
        state,
        ofWork: shareOf(
          tookMs.reduce((sum, ms) => sum + ms, 0),
          workMs,
        ),
        slowestIn: shareWhere(working, ({ slowest }) => slowest?.state === state),
        tookMs: spreadOf(tookMs),
        overTarget: shareWhere(own, ({ overTarget }) => overTarget),
      };
    })
    .toSorted((a, b) => b.ofWork.part - a.ofWork.part);
}
