import { appendGroups, type ChangelogOptions } from "#changelog";
import type { FactBody } from "#machine";

import type { StageContext } from "../context.ts";
import { notesOf, readRange } from "./release-notes.ts";

type BranchPrepared = Extract<FactBody, { type: "branch-prepared" }>;

type Options = Pick<ChangelogOptions, "version" | "date" | "repositoryUrl">;

/**
 * What people had left of the changelog in an attempt before this one, with the entries of the commits that came since; told
 * in the record. `undefined` where nobody had it for review, or commits of that attempt are no part of this one any more.
 */
export async function keptChangelog(
  context: StageContext,
  parent: string,
  generated: { readonly markdown: string; readonly options: Options },
): Promise<string | undefined> {
  const { markdown: whole, options } = generated;
  const { driver, git, config } = context;
  const reviewed = await lastReviewed(context);
  if (reviewed === undefined) return undefined;
  const { release, changelog, before } = reviewed;
  if (before === undefined || !(await git.isAncestor(before, parent))) {
    const message = `The changelog that people had edited in ${release} is made anew: its commits are not all in this release`;
    driver.observe({ type: "warned", message });
    return undefined;
  }
  const preset = driver.record.plan.changelogPreset;
  const added = await readRange(git, { previousTag: before, until: parent, preset });
  const count = added.commits.length;
  const since = count === 0 ? "" : `; entries of ${count} commit(s) since then were added to it`;
  driver.observe({ type: "warned", message: `The changelog is as people had edited it in ${release}${since}` });
  if (count === 0) return changelog;
  return appendGroups(changelog, notesOf(added, options, { settings: config.changelog, preset }).markdown, whole);
}

interface Reviewed {
  readonly release: string;
  readonly changelog: string;
  /** What our own commit of that attempt was made on; `undefined` where nobody has it any more. */
  readonly before: string | undefined;
}

/** Of the attempts that this one repeats, the newest that people had reviewed. */
async function lastReviewed({ driver, journal, git }: StageContext): Promise<Reviewed | undefined> {
  let release = driver.record.plan.retry?.release;
  while (release !== undefined) {
    const attempt = await journal.read(release);
    const prepared = (attempt?.facts ?? []).filter(
      (fact): fact is typeof fact & BranchPrepared => fact.type === "branch-prepared",
    );
    const theirs = prepared.findLast(({ reviewed }) => reviewed === true);
    const ours = prepared.find(({ reviewed }) => reviewed !== true);
    if (theirs !== undefined && ours !== undefined) {
      if ((await git.resolve(ours.sha)) === undefined) await git.fetch([ours.sha]).catch(() => undefined);
      return { release, changelog: theirs.changelog, before: await git.resolve(`${ours.sha}^`) };
    }
    release = attempt?.record.plan.retry?.release;
  }
  return undefined;
}
