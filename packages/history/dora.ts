import { shareOf, spreadOf } from "./numbers.ts";
import type { Measured } from "./release.ts";
import type { Dora, ReleaseMeasures, Window } from "./types.ts";

/** What came after a release: who took it back, and who mended it. */
export interface Aftermath {
  /** Releases of type rollback that confirmed traffic on the version before, by id. */
  readonly undoing: (id: string) => ReleaseMeasures | undefined;
  /** Completed hotfixes, by the tag that they mend. */
  readonly hotfixes: (tag: string) => readonly ReleaseMeasures[];
}

/** Lookups in all releases: a release of one period may be mended in the next. */
export function aftermathOf(releases: readonly Measured[]): Aftermath {
  const byId = new Map(releases.map(({ release }) => [release.id, release]));
  const hotfixes = Map.groupBy(
    releases
      .map(({ release }) => release)
      .filter(({ hotfixOf, outcome }) => hotfixOf !== null && outcome === "completed"),
    ({ hotfixOf }) => hotfixOf,
  );
  return { undoing: (id) => byId.get(id), hotfixes: (tag) => hotfixes.get(tag) ?? [] };
}

/** DORA's five metrics over the attempts of a window, by the definitions of 2026 (docs/metrics.md). */
export function doraOf(window: Window, attempts: readonly Measured[], after: Aftermath): Dora {
  const rollouts = attempts.filter(({ release }) => release.outcome === "completed" || release.rollback !== null);
  const completed = rollouts.filter(({ release }) => release.outcome === "completed");
  const deployments = rollouts.filter(({ release }) => release.rollback?.caught !== true).map(({ release }) => release);
  const failures = deployments.flatMap((release) => failureOf(release, after) ?? []);
  const recovered = failures.flatMap(({ recoveryMs }) => recoveryMs ?? []);
  const times = completed.map(({ release }) => Date.parse(release.concludedAt ?? "")).toSorted((a, b) => a - b);
  return {
    window,
    deploymentFrequency: {
      n: completed.length,
      perWeek: completed.length === 0 || window.days === 0 ? null : (completed.length * 7) / window.days,
      betweenMs: spreadOf(times.slice(1).map((time, index) => time - (times[index] ?? time))),
    },
    changeLeadTimeMs: spreadOf(completed.flatMap(({ leadMs }) => leadMs)),
    changeFailRate: shareOf(failures.length, deployments.length),
    failedDeploymentRecoveryMs: { ...spreadOf(recovered), open: failures.length - recovered.length },
    deploymentReworkRate: shareOf(deployments.filter(({ type }) => type === "hotfix").length, deployments.length),
    caughtInCanary: shareOf(rollouts.length - deployments.length, rollouts.length),
  };
}

/** A deployment that needed immediate intervention, and how long until a rollback or a hotfix ended it: whichever was first. */
function failureOf(
  release: ReleaseMeasures,
  after: Aftermath,
): { readonly recoveryMs: number | undefined } | undefined {
  const rollback = release.rollback ?? (release.undoneBy === null ? null : after.undoing(release.undoneBy)?.rollback);
  const hotfixes = release.outcome === "completed" ? after.hotfixes(release.tag) : [];
  const began = [rollback?.detectedAt ?? [], hotfixes.map(({ startedAt }) => startedAt)].flat().toSorted()[0];
  if (began === undefined) return undefined;
  const ended = [rollback?.completedAt ?? [], hotfixes.map(({ concludedAt }) => concludedAt ?? [])]
    .flat(2)
    .toSorted()[0];
  return { recoveryMs: ended === undefined ? undefined : Date.parse(ended) - Date.parse(began) };
}
