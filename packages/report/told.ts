import type { Fact, ReleaseRecord } from "#machine";

/** A release with everything that is known of it. */
export interface Told {
  readonly record: ReleaseRecord;
  readonly facts: readonly Fact[];
}
