import type { Fact } from "#machine";

import type { Outcome } from "./run-action.ts";
import { summaryOf } from "./summary.ts";

/** What every stage says when its job is over. */
export interface JobEnd {
  readonly id: string;
  readonly outcome: string;
  readonly notes: readonly string[];
  readonly told?: readonly Fact[];
  readonly first?: readonly string[];
  readonly journeysDue?: true;
}

/** The end of a job as the runner shows it, with what was done in it; red for the outcomes in `bad`, so that no job that needs this one goes on. */
export async function jobOutcome(
  title: string,
  { id, outcome, notes, told = [], first = [], journeysDue }: JobEnd,
  bad: readonly string[] = [],
): Promise<Outcome> {
  const { timeline } = await import("#report");
  const failure = {
    message: `${id}: ${title} ended ${outcome}${notes.length === 0 ? "" : `: ${notes.join("; ")}`}`,
    hint: `See why: release report ${id}`,
  };
  return {
    outputs: { outcome, ...(journeysDue === undefined ? {} : { journeys: "due" }) },
    summary: [
      summaryOf({ title: `${title} of ${id}: ${outcome}`, first, notes }),
      ...(told.length === 0 ? [] : [timeline(told), ""]),
    ].join("\n"),
    ...(bad.includes(outcome) ? { failure } : {}),
  };
}
