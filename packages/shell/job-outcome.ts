import type { Outcome } from "./run-action.ts";
import { summaryOf } from "./summary.ts";

/** What every stage says when its job is over. */
export interface JobEnd {
  readonly id: string;
  readonly outcome: string;
  readonly notes: readonly string[];
}

/** The end of a job as the runner shows it; red for the outcomes in `bad`, so that no job that needs this one goes on. */
export function jobOutcome(title: string, { id, outcome, notes }: JobEnd, bad: readonly string[] = []): Outcome {
  const failure = {
    message: `${id}: ${title} ended ${outcome}${notes.length === 0 ? "" : `: ${notes.join("; ")}`}`,
    hint: `See why: release report ${id}`,
  };
  return {
    outputs: { outcome },
    summary: summaryOf({ title: `${title} of ${id}: ${outcome}`, notes }),
    ...(bad.includes(outcome) ? { failure } : {}),
  };
}
