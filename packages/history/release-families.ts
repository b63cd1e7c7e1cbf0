import { known, lasted, numbers, type Family } from "./family.ts";
import type { ReleaseMeasures } from "./types.ts";

/** The measures of one release, for a push at its end. */
export function releaseFamilies(release: ReleaseMeasures): readonly Family[] {
  const { outcome, type, cycleMs, elapsedMs, rollback, humanActions, gates, smoke, deployments, states, commits } =
    release;
  const restoreMs =
    rollback?.restoredAt == null ? null : Date.parse(rollback.restoredAt) - Date.parse(rollback.detectedAt);
  return [
    numbers("release_ended", "A release that came to an end", [[{ outcome, type }, 1]]),
    lasted("release_elapsed", "From its start to its end", [[{}, elapsedMs]]),
    lasted("release_cycle_time", "From the start until all of production is served", known(cycleMs)),
    lasted("release_restore_time", "From detection until all traffic is on the version before", known(restoreMs)),
    numbers("release_human_actions", "What people did for it", [[{}, humanActions.n]]),
    numbers("release_commits", "Commits since the version before", known(commits.n)),
    lasted(
      "release_gate_time",
      "How long a gate ran",
      gates.map((one) => [{ gate: one.gate, status: one.status }, one.tookMs]),
    ),
    numbers(
      "release_gate_tests",
      "Tests, checks or journeys",
      gates.flatMap(({ gate, tests }) =>
        tests === undefined
          ? []
          : [[{ gate, status: "passed" }, tests.passed] as const, [{ gate, status: "failed" }, tests.failed] as const],
      ),
    ),
    numbers(
      "release_gate_coverage_ratio",
      "Covered lines",
      gates.flatMap(({ gate, coverage }) => (coverage === undefined ? [] : [[{ gate }, coverage / 100] as const])),
      "ratio",
    ),
    lasted(
      "release_smoke_time",
      "How long smoke tests ran",
      smoke.map((one) => [{ place: one.place, point: one.point, status: one.status }, one.tookMs]),
    ),
    lasted(
      "release_deployment_time",
      "How long a deployment took",
      deployments.flatMap(({ environment, tookMs }) => (tookMs === null ? [] : [[{ environment }, tookMs] as const])),
    ),
    lasted(
      "release_state_time",
      "How long it was in a state, waits aside",
      states.map((one) => [{ state: one.state }, one.tookMs - one.waitedMs]),
    ),
  ].filter(({ points }) => points.length > 0);
}
