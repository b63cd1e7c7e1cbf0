import { adaptersOver } from "./actions.ts";
import { doraOf, type Aftermath } from "./dora.ts";
import { countedOf, shareOf, shareWhere, spreadOf } from "./numbers.ts";
import { deploymentHistory, gateHistory, securityHistory, smokeHistory, stateHistory } from "./parts.ts";
import type { Measured } from "./release.ts";
import type { Measures, ReleaseMeasures, Window } from "./types.ts";

/** What the releases that concluded in a window show. */
export function measuresIn(window: Window, measured: readonly Measured[], after: Aftermath): Measures {
  const releases = measured.map(({ release }) => release);
  const tried = measured.filter(({ release }) => isAttempt(release));
  const attempts = tried.map(({ release }) => release);
  const wentBack = attempts.filter((release) => release.rollback !== null || release.undoneBy !== null);
  const good = attempts.filter(({ outcome, undoneBy }) => outcome === "completed" && undoneBy === null);
  const compliant = attempts.flatMap(({ gatesCompliant }) => gatesCompliant ?? []);
  const smoked = attempts.flatMap(({ deployments }) => deployments.flatMap((one) => one.smoked ?? []));
  return {
    window,
    counts: countsOf(releases, attempts),
    cycleTimeMs: spreadOf(attempts.flatMap(({ cycleMs }) => cycleMs ?? [])),
    success: shareOf(good.length, attempts.length),
    rollbackFrequency: shareOf(wentBack.length, attempts.length),
    rollbackCauses: countedOf(wentBack.map((release) => triggerOf(release, after))),
    failureCauses: countedOf(attempts.flatMap(({ failure }) => failure?.cause ?? [])),
    timeToRestoreMs: spreadOf(releases.flatMap(restoreMs)),
    gates: gateHistory(attempts),
    security: securityHistory(attempts),
    smoke: smokeHistory(releases),
    deployments: deploymentHistory(attempts),
    states: stateHistory(attempts),
    humanActions: actionsOf(attempts),
    gateCompliance: shareWhere(compliant, Boolean),
    smokeCompliance: shareWhere(smoked, Boolean),
    adapters: adaptersOver(releases.map(({ adapters }) => adapters)),
    dora: doraOf(window, tried, after),
  };
}

/** Whether it brings something new; each try of a version is one. */
function isAttempt({ type }: ReleaseMeasures): boolean {
  return type === "standard" || type === "hotfix";
}

function countsOf(releases: readonly ReleaseMeasures[], attempts: readonly ReleaseMeasures[]): Measures["counts"] {
  return {
    attempts: attempts.length,
    completed: having(attempts, ({ outcome }) => outcome === "completed"),
    failed: having(attempts, ({ outcome }) => outcome === "failed"),
    rolledBack: having(attempts, ({ rollback }) => rollback !== null),
    undone: having(attempts, ({ undoneBy }) => undoneBy !== null),
    hotfixes: having(attempts, ({ type }) => type === "hotfix"),
    retries: having(attempts, ({ attempt }) => attempt > 1),
    rollbackReleases: having(releases, ({ type }) => type === "rollback"),
    redeploys: having(releases, ({ type }) => type === "redeploy"),
    escalated: having(releases, ({ outcome }) => outcome === "escalated"),
  };
}

function having(releases: readonly ReleaseMeasures[], holds: (release: ReleaseMeasures) => boolean): number {
  return releases.filter(holds).length;
}

function triggerOf({ rollback, undoneBy }: ReleaseMeasures, after: Aftermath): string {
  return (rollback ?? after.undoing(undoneBy ?? "")?.rollback)?.trigger ?? "manual";
}

function restoreMs({ rollback }: ReleaseMeasures): readonly number[] {
  if (rollback === null || rollback.restoredAt === null) return [];
  return [Date.parse(rollback.restoredAt) - Date.parse(rollback.detectedAt)];
}

function actionsOf(attempts: readonly ReleaseMeasures[]): Measures["humanActions"] {
  const each = attempts.map(({ humanActions }) => humanActions.n);
  const total = each.reduce((sum, n) => sum + n, 0);
  const by = new Map<string, number>();
  for (const { humanActions } of attempts)
    for (const { name, count } of humanActions.by) by.set(name, (by.get(name) ?? 0) + count);
  const counted = [...by].map(([name, count]) => ({ name, count }));
  return { ...spreadOf(each), total, by: counted.toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)) };
}
