import { DrivenElsewhereError } from "#journal";
import type { Fact, State } from "#machine";
import { firstLines } from "#report";

import { resumeCommand, type StageContext } from "../context.ts";
import type { Driven } from "../driving.ts";

/** Where a job left the release. */
export interface JobEnd<Outcome extends string> {
  readonly id: string;
  readonly outcome: Outcome;
  readonly notes: readonly string[];
  /** What was recorded while the job drove, for its summary. */
  readonly told?: readonly Fact[];
  /** What people have to know before anything else: overridden gates, and findings that may stay. */
  readonly first?: readonly string[];
  /** A completed hotfix, of which another job walks every journey now. */
  readonly journeysDue?: true;
}

/** The same for what a driver left, where there was one. */
export const toldBy = ({ told, record }: Driven): Pick<JobEnd<string>, "told" | "first"> => ({
  ...(told === undefined ? {} : { told }),
  first: firstLines(record),
});

/**
 * What the job says when another run drives the release: this one leaves it to that, so that no job after it goes on or
 * settles anything beside a driver that is alive.
 */
export async function unlessElsewhere<Outcome extends string>(
  id: string,
  job: () => Promise<JobEnd<Outcome>>,
): Promise<JobEnd<Outcome | "waiting">> {
  try {
    return await job();
  } catch (thrown) {
    if (!(thrown instanceof DrivenElsewhereError)) throw thrown;
    return { id, outcome: "waiting", notes: [thrown.message, "this run leaves it to that one"] };
  }
}

/** Nobody is to blame: the release stays where it is, and another run goes on. */
export async function interrupted({ driver }: StageContext, reason: string): Promise<"suspended"> {
  if (driver.record.suspended === undefined)
    await driver.suspend({ waitsFor: "interrupted", reason, command: resumeCommand(driver.record) });
  return "suspended";
}

/** The end of a job that comes before production. */
export function ended(driven: Driven, job: State): JobEnd<"go" | "waiting" | "failed"> {
  const { id, end, record } = driven;
  const told = toldBy(driven);
  const notes = record.suspended === undefined ? [] : [`it waits: ${record.suspended.reason}`];
  if (end === "suspended" || record.state === job) return { id, outcome: "waiting", notes, ...told };
  if (record.state !== "failed") return { id, outcome: "go", notes, ...told };
  return { id, outcome: "failed", notes: [record.failure?.failureReason ?? "it failed before"], ...told };
}
