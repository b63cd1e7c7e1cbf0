import { known, numbers, seconds, share, times, type Family } from "./family.ts";
import type { History, Measures } from "./types.ts";

/** The measures of a whole history. What has no data has no point, but its `n` is 0. */
export function familiesOf({ overall, releases, undelivered }: History): readonly Family[] {
  const { window, dora, counts } = overall;
  const live = releases.filter(({ live: isLive }) => isLive);
  const waiting = Map.groupBy(
    live.flatMap(({ waiting: now }) => now ?? []),
    (now) => now.for,
  );
  return [
    numbers("release_window_start_timestamp_seconds", "Begin of the time that is looked at", [
      [{}, seconds(window.from)],
    ]),
    numbers("release_window_end_timestamp_seconds", "End of the time that is looked at", [[{}, seconds(window.to)]]),
    numbers("release_attempts", "Attempts that came to an end in the window, by how they ended", [
      [{ outcome: "completed" }, counts.completed],
      [{ outcome: "failed" }, counts.failed],
      [{ outcome: "rolled_back" }, counts.rolledBack],
    ]),
    numbers("release_in_flight", "Releases that are not over", [[{}, live.length]]),
    numbers(
      "release_waiting",
      "Releases in flight that wait, by what for",
      [...waiting].map(([name, own]) => [{ for: name }, own.length]),
    ),
    numbers(
      "release_undelivered_commits",
      "Commits that staging has and production has not",
      undelivered.commits === null ? [] : [[{}, undelivered.commits]],
    ),
    ...overallFamilies(overall),
    ...partFamilies(overall),
    numbers("release_dora_deployments", "Production releases that completed in the window", [
      [{}, dora.deploymentFrequency.n],
    ]),
    numbers("release_dora_deployments_per_week", "The same by week", known(dora.deploymentFrequency.perWeek)),
    times("release_dora_change_lead_time", "From commit to production, by commit", [[{}, dora.changeLeadTimeMs]]),
    ...share("release_dora_change_fail", "Deployments that needed immediate intervention", [[{}, dora.changeFailRate]]),
    times("release_dora_recovery_time", "From failure to rollback or hotfix", [[{}, dora.failedDeploymentRecoveryMs]]),
    numbers("release_dora_unrecovered", "Failed deployments that nothing has ended", [
      [{}, dora.failedDeploymentRecoveryMs.open],
    ]),
    ...share("release_dora_rework", "Deployments that are hotfixes", [[{}, dora.deploymentReworkRate]]),
    ...share("release_caught_in_canary", "Rollouts that went back by themselves before all traffic", [
      [{}, dora.caughtInCanary],
    ]),
  ];
}

function overallFamilies(overall: Measures): readonly Family[] {
  const { humanActions } = overall;
  return [
    times("release_cycle_time", "From the start of a release until all of production is served", [
      [{}, overall.cycleTimeMs],
    ]),
    ...share("release_success", "Attempts that completed and were not taken back", [[{}, overall.success]]),
    ...share("release_rollback", "Attempts that went back, at once or later", [[{}, overall.rollbackFrequency]]),
    numbers(
      "release_rollback_causes",
      "Attempts that went back, by why",
      overall.rollbackCauses.map(({ name, count }) => [{ cause: name }, count]),
    ),
    numbers(
      "release_failure_causes",
      "Attempts that failed, by why",
      overall.failureCauses.map(({ name, count }) => [{ cause: name }, count]),
    ),
    times("release_restore_time", "From detection until all traffic is on the version before", [
      [{}, overall.timeToRestoreMs],
    ]),
    ...share("release_gate_compliance", "Deployed attempts that passed every planned gate; an override is no pass", [
      [{}, overall.gateCompliance],
    ]),
    ...share("release_smoke_compliance", "Deployments whose smoke tests ran and passed at every point", [
      [{}, overall.smokeCompliance],
    ]),
    {
      name: "release_human_actions",
      help: "What people did for a release",
      type: "summary",
      points: [{ labels: {}, spread: humanActions }],
    },
  ];
}

function partFamilies({ gates, security, smoke, deployments, states, adapters }: Measures): readonly Family[] {
  const { critical, high, other, allowed, n } = security;
  const found = Object.entries({ critical, high, other, allowed });
  const covered = gates.flatMap(({ gate, latestCoverage }) =>
    latestCoverage === null ? [] : [{ gate, latestCoverage }],
  );
  return [
    ...share(
      "release_gate_passed",
      "Runs of a gate that passed",
      gates.map((one) => [{ gate: one.gate }, one.passed]),
    ),
    times(
      "release_gate_time",
      "How long a gate ran",
      gates.map((one) => [{ gate: one.gate }, one.tookMs]),
    ),
    ...share(
      "release_gate_tests_passed",
      "Tests, checks or journeys that passed",
      gates.map((one) => [{ gate: one.gate }, one.tests]),
    ),
    numbers(
      "release_gate_coverage_ratio",
      "Covered lines, at the newest run",
      covered.map(({ gate, latestCoverage }) => [{ gate }, latestCoverage / 100]),
      "ratio",
    ),
    numbers(
      "release_security_findings",
      "Findings of the security gates, in all",
      n === 0 ? [] : found.map(([severity, count]) => [{ severity }, count]),
    ),
    numbers("release_security_scans", "Scans that found them", [[{}, n]]),
    ...share(
      "release_smoke_passed",
      "Runs of smoke tests that passed",
      smoke.map((one) => [{ place: one.place }, one.passed]),
    ),
    times(
      "release_smoke_time",
      "How long smoke tests ran",
      smoke.map((one) => [{ place: one.place }, one.tookMs]),
    ),
    ...share(
      "release_deployment_passed",
      "Deployments that passed",
      deployments.map((one) => [{ environment: one.environment }, one.passed]),
    ),
    times(
      "release_deployment_time",
      "How long a deployment took",
      deployments.map((one) => [{ environment: one.environment }, one.tookMs]),
    ),
    times(
      "release_state_time",
      "How long a release was in a state, waits aside",
      states.map((one) => [{ state: one.state }, one.tookMs]),
    ),
    numbers(
      "release_state_work_ratio",
      "A state's part of all that time",
      states.flatMap((one) => (one.ofWork.share === null ? [] : [[{ state: one.state }, one.ofWork.share] as const])),
      "ratio",
    ),
    numbers(
      "release_adapter_uses",
      "How often something outside was used",
      adapters.map(({ kind, name, used }) => [{ kind, name }, used]),
    ),
    numbers(
      "release_adapter_failures",
      "How often that failed",
      adapters.map(({ kind, name, failed }) => [{ kind, name }, failed]),
    ),
  ];
}
