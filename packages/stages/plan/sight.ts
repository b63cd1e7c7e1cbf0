import type { Config } from "#config";
import type { ReleasePlan } from "#machine";
import { seenAfterMs } from "#monitors";
import { duration } from "#report";

/** What people should know before a release begins: watches that are over before their monitor can tell of a failure. */
export async function sightNotes(
  { environments: { staging, production }, hotfix }: Config,
  { releaseType, productionStrategy }: Pick<ReleasePlan, "releaseType" | "productionStrategy">,
): Promise<readonly string[]> {
  const isHotfix = releaseType === "hotfix";
  const watches = [
    ...(isHotfix ? [] : [{ at: staging, name: "environments.staging.watch", ms: staging.watch }]),
    ...(productionStrategy === "blue-green"
      ? []
      : [{ at: production, name: "environments.production.stepTime", ms: production.stepTime }]),
    isHotfix
      ? { at: production, name: "hotfix.watch", ms: Math.min(production.watch, hotfix.watch) }
      : { at: production, name: "environments.production.watch", ms: production.watch },
  ];
  const notes = await Promise.all(
    watches.map(async ({ at, name, ms }) => {
      const afterMs = await seenAfterMs(at.monitor, at.monitorSettings);
      // Where nothing is to be watched, nothing is missing.
      if (ms === 0 || ms >= afterMs) return [];
      return [
        `warning: ${name} is ${duration(ms)}, and the monitor ${at.monitor} tells of a failure up to ${duration(afterMs)} later: this watch may see nothing`,
      ];
    }),
  );
  return notes.flat();
}
