import semver from "semver";

import { lastReleaseTag } from "#changelog";
import { ReleaseFault } from "#faults";
import type { Git } from "#git";
import type { Journal, StoredRelease } from "#journal";

import type { Workplace } from "../open.ts";

type Tags = Awaited<ReturnType<Git["tags"]>>;

/** Every release that was ever begun here. */
export async function recordsOf({ journal }: { readonly journal: Journal }): Promise<readonly StoredRelease[]> {
  return journal.every();
}

/**
 * Throws a `policy` fault when a tag is not where its release put it: what is deployed under that name is not what it
 * names now (decision 55). Returns what people should know.
 */
export function requireTagsAsRecorded(records: readonly StoredRelease[], tags: Tags): readonly string[] {
  const now = new Map(tags.map(({ name, sha }) => [name, sha]));
  const recorded = records.flatMap(({ record }) => (record.tag === undefined ? [] : [record.tag]));
  const moved = recorded.filter(({ tag, sha }) => now.has(tag) && now.get(tag) !== sha);
  const [first] = moved;
  if (first !== undefined) {
    const which = moved.map(
      ({ tag, sha }) => `${tag} was ${sha.slice(0, 7)} and is ${now.get(tag)?.slice(0, 7) ?? "gone"}`,
    );
    throw new ReleaseFault("policy", `Tags of releases were moved: ${which.join("; ")}`, {
      hint: `Put them back. Example: git push --force origin ${first.sha}:refs/tags/${first.tag}`,
    });
  }
  const gone = recorded.filter(({ tag }) => !now.has(tag)).map(({ tag }) => tag);
  return gone.length === 0 ? [] : [`tags of earlier releases were deleted: ${gone.join(", ")}; they stay used up`];
}

/** Refuses a version that a release tagged once, whether or not the tag is still there (decision 57). */
export function refuseRecorded(version: string, records: readonly StoredRelease[]): void {
  const used = records.find(({ record }) => record.tag?.tag === `v${version}`);
  if (used === undefined) return;
  throw new ReleaseFault("policy", `Version ${version} is used up: release ${used.id} tagged it`, {
    hint: "A version is never released twice. Example: --version=patch",
  });
}

/**
 * Refuses a source that would take back what was released: it has to contain the last release that was not taken back,
 * or at least everything that this was made of (its own commit of changelog and version may be missing).
 */
export async function requireLastRelease(
  { git }: Pick<Workplace, "git">,
  { source, baseSha, tags, records }: Place,
): Promise<void> {
  const back = takenBack(records);
  const tag = lastReleaseTag(tags.map(({ name }) => name).filter((name) => !back.has(name)));
  if (tag === undefined || (await git.isAncestor(`refs/tags/${tag}`, baseSha))) return;
  const made = records.find(({ record }) => record.tag?.tag === tag && record.plan.releaseType === "standard")?.record;
  if (made !== undefined && (await git.resolve(made.plan.baseSha)) !== undefined) {
    if (await git.isAncestor(made.plan.baseSha, baseSha)) return;
  }
  throw new ReleaseFault("policy", `${source} does not contain ${tag}: a release from it would take that one back`, {
    hint: `Merge it first: git switch ${source} && git merge ${tag}`,
  });
}

interface Place {
  readonly source: string;
  readonly baseSha: string;
  readonly tags: Tags;
  readonly records: readonly StoredRelease[];
}

/** Tags of releases that ended badly, or were rolled back later. */
export function takenBack(records: readonly StoredRelease[]): ReadonlySet<string> {
  return new Set(
    records.flatMap(({ record }) => {
      if (record.plan.rollback !== undefined) return [record.plan.rollback.from];
      const bad = record.state === "failed" || record.state === "rolled_back";
      return bad ? [record.plan.tag] : [];
    }),
  );
}

/** Refuses a version that is not greater than what serves production by the records (decision 57). */
export function requireAboveProduction(version: string, records: readonly StoredRelease[]): void {
  const serving = servesProduction(records);
  const live = serving?.slice(1);
  if (serving === undefined || semver.valid(live) === null || semver.gt(version, live ?? "")) return;
  throw new ReleaseFault("policy", `Version ${version} is not greater than ${serving}, which serves production`, {
    hint: `Go back to an older line first: release rollback ${serving}   or name a higher version.`,
  });
}

/** The tag that the newest record says production was left with; `undefined` when none says it. */
export function servesProduction(records: readonly StoredRelease[]): string | undefined {
  // Clocks of two machines may disagree; that a rollback came after what it took back does not depend on them.
  const back = takenBack(records);
  const ends = records
    .toSorted((a, b) => Date.parse(a.record.lastAt) - Date.parse(b.record.lastAt))
    .flatMap(({ record }) => {
      // What was brought up again is what served before.
      if (record.plan.redeploy !== undefined) return [];
      if (record.state === "completed") return back.has(record.plan.tag) ? [] : [record.plan.tag];
      if (record.state !== "rolled_back" || record.rollback?.reverted?.status !== "passed") return [];
      return [record.rollback.reverted.to];
    });
  return ends.at(-1);
}
