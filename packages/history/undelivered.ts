import type { Environment, Fact, ReleasePlan } from "#machine";

import type { Told, Undelivered } from "./types.ts";

/** What staging has and production has not: what a release to production would bring. */
export function undeliveredOf(releases: readonly Told[], undone: ReadonlySet<string>): Undelivered {
  const serving = servingIn(releases);
  const staging = serving.get("staging") ?? null;
  const production = serving.get("production") ?? null;
  const between = staging === null || staging === production ? [] : chain(releases, undone, staging, production);
  const commits = between.map(({ record }) => record.ledger?.commits ?? null);
  return {
    staging,
    production,
    releases: between
      .map(({ record: { id, plan, ledger, changelog = "" } }) => ({
        id,
        tag: plan.tag,
        commits: ledger?.commits ?? null,
        changelog,
      }))
      .toReversed(),
    commits: commits.includes(null) ? null : commits.reduce<number>((sum, n) => sum + (n ?? 0), 0),
  };
}

interface Arrival {
  readonly environment: Environment;
  readonly tag: string;
  readonly at: string;
}

/** The tag that each environment has, by the newest fact that says so. */
function servingIn(releases: readonly Told[]): ReadonlyMap<Environment, string> {
  const newest = new Map<Environment, Arrival>();
  for (const { record, facts } of releases) {
    for (const fact of facts) {
      const arrival = arrivalIn(fact, record.plan);
      if (arrival !== undefined && (newest.get(arrival.environment)?.at ?? "") <= arrival.at)
        newest.set(arrival.environment, arrival);
    }
  }
  return new Map([...newest].map(([environment, { tag }]) => [environment, tag]));
}

function arrivalIn(fact: Fact, { tag, redeploy }: ReleasePlan): Arrival | undefined {
  const { at } = fact;
  if (fact.type === "deployment-finished" && fact.status === "passed" && fact.environment !== "production")
    return { environment: fact.environment, tag, at };
  if (fact.type === "moved" && fact.to === "completed") return { environment: "production", tag, at };
  if (fact.type === "traffic-reverted" && fact.status === "passed")
    return { environment: fact.environment, tag: fact.to, at };
  if (fact.type === "redeploy-moved" && fact.to === "redeployed" && redeploy !== undefined)
    return { environment: redeploy.environment, tag, at };
  return undefined;
}

/** From what staging has back to what production has, newest first; of each version the try that was tagged. */
function chain(
  releases: readonly Told[],
  undone: ReadonlySet<string>,
  from: string,
  to: string | null,
): readonly Told[] {
  const byTag = new Map<string, Told>();
  for (const told of releases) {
    const { plan, openedAt, tag: tagged } = told.record;
    if (plan.rollback !== undefined || plan.redeploy !== undefined || tagged === undefined) continue;
    const known = byTag.get(plan.tag);
    if (known === undefined || known.record.openedAt <= openedAt) byTag.set(plan.tag, told);
  }
  const found: Told[] = [];
  for (let tag: string | undefined = from; tag !== undefined && tag !== to;) {
    const told = byTag.get(tag);
    byTag.delete(tag);
    if (told === undefined || (told.record.state === "completed" && !undone.has(told.record.id))) break;
    found.push(told);
    tag = told.record.plan.previousTag;
  }
  return found;
}
