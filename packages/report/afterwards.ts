/** What people found out once it was over, in their own words. */
export interface RootCause {
  readonly text: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What is known of a release beside its facts. */
export interface Afterwards {
  /** Why it went back or failed, as a person wrote it down last. */
  readonly rootCause?: RootCause;
}
