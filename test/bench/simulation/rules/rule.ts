import type { Minute } from "../requests.ts";

/** What a rule that looks once a minute can see. */
export interface Minutes {
  readonly canary: readonly Minute[];
  /** The previous version beside it; without requests where it does not serve. */
  readonly baseline: readonly Minute[];
  /** The previous version before the switch, where it does not serve beside the new one. */
  readonly before: readonly Minute[] | undefined;
}

/** A rule that rolls back. */
export interface Rule {
  readonly name: string;
  /** Where it takes long to judge, that many runs of a cell are enough. */
  readonly mostRuns?: number;
  /** The second of the rollback, from the start of the traffic; `Infinity` = not in this window. */
  readonly rollsBackAt: (minutes: Minutes) => number;
}

export const MINUTE_SECONDS = 60;

/** Errors per request, 0–1; NaN without a request, as in the databases of metrics. */
export function ratioOf({ requests, errors }: Minute): number {
  return errors / requests;
}
