import { ReleaseFault } from "#faults";
import type { StoredRelease } from "#journal";
import type { ReleaseRecord } from "#machine";

import { servesProduction, takenBack } from "../plan/plan-history.ts";
import type { Windowed } from "../queue/windows.ts";

/** The version that should serve an environment. */
export interface LastGood {
  /** `vX.Y.Z` */
  readonly version: string;
  /** The record that says so. */
  readonly from: ReleaseRecord;
}

/** What the journal says is the last good version of an environment; `undefined` where nothing was proved there yet. */
export function lastGood(records: readonly StoredRelease[], environment: Windowed): LastGood | undefined {
  return environment === "production" ? lastInProduction(records) : lastInStaging(records);
}

function lastInProduction(records: readonly StoredRelease[]): LastGood | undefined {
  const version = servesProduction(records);
  const from = records.findLast(
    ({ record: { state, plan, rollback } }) =>
      plan.redeploy === undefined &&
      (state === "completed" ? plan.tag === version : rollback?.reverted?.to === version && version !== undefined),
  )?.record;
  return version === undefined || from === undefined ? undefined : { version, from };
}

/** What passed there last, or was put back there last; never what was taken back from production. */
function lastInStaging(records: readonly StoredRelease[]): LastGood | undefined {
  const bad = takenBack(records);
  const ends = records.flatMap(({ record, facts }) => {
    if (record.plan.redeploy !== undefined) return [];
    return facts.flatMap((fact) => {
      if (!("environment" in fact) || fact.environment !== "staging") return [];
      if (fact.type === "deployment-finished" && fact.status === "passed")
        return [{ version: record.plan.tag, from: record, at: Date.parse(fact.at) }];
      if (fact.type === "traffic-reverted") return [{ version: fact.to, from: record, at: Date.parse(fact.at) }];
      return [];
    });
  });
  return ends
    .filter(({ version }) => !bad.has(version))
    .toSorted((a, b) => a.at - b.at)
    .at(-1);
}

/** The same where there has to be one. */
export function requireLastGood(records: readonly StoredRelease[], environment: Windowed): LastGood {
  const found = lastGood(records, environment);
  if (found !== undefined) return found;
  throw new ReleaseFault("policy", `No release was proved in ${environment} yet: there is no last good version`, {
    hint: "Release one first. Example: release start --version=auto",
  });
}
