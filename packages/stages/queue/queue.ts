import type { StoredRelease } from "#journal";
import type { Environment, ReleaseRecord } from "#machine";

/** The environment that a suspended release waits for; `undefined` when it waits for something else. */
export function waitedFor({ suspended, state }: ReleaseRecord): Environment | undefined {
  if (suspended?.waitsFor !== "environment") return undefined;
  return suspended.environment ?? (state === "staging" ? "staging" : "production");
}

/** Releases that wait for an environment, in their order: hotfixes first, then by start. */
export function queueFor(releases: readonly StoredRelease[], environment: Environment): readonly StoredRelease[] {
  return releases
    .filter(({ record }) => waitedFor(record) === environment)
    .toSorted((a, b) => byTurn(a.record, b.record));
}

const urgent = ({ plan }: ReleaseRecord): number => Number(plan.releaseType === "hotfix");

/** Negative when the first one goes first. Ids differ, so there is always an order. */
export function byTurn(a: ReleaseRecord, b: ReleaseRecord): number {
  return (
    urgent(b) - urgent(a) || Date.parse(a.openedAt) - Date.parse(b.openedAt) || (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}

/** The release that waits for the environment and goes before this one. */
export function firstBefore(
  releases: readonly StoredRelease[],
  environment: Environment,
  record: ReleaseRecord,
): StoredRelease | undefined {
  const [first] = queueFor(releases, environment);
  return first !== undefined && first.id !== record.id && byTurn(first.record, record) < 0 ? first : undefined;
}

/** What a release is told that has to wait for another one in the queue. */
export function behindText(environment: Environment, { id }: StoredRelease): string {
  return `${id} is before it in the queue for ${environment} (release resume ${id}, or release abort ${id})`;
}
