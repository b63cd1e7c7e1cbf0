import type { GateName, PassFail } from "#machine";

/** How a gate of this commit ended, and why it may fail where somebody answers for it. */
export interface GateEnd {
  readonly gate: GateName;
  readonly status: PassFail | "pending";
  readonly override?: string;
}

/**
 * What is known when the Definition of Done is checked, gathered by the stage from git, the code host and the record.
 * `unknown` is honest and never counts as proved: it makes the category provisional, to be asserted before staging.
 */
export interface DodEvidence {
  /** Pull requests merged in the range of the release. `unreviewed` names those without an approval (`#12`). */
  readonly pullRequests: { readonly total: number; readonly unreviewed: readonly string[] } | "unknown";
  /** Gates of this release that run tests, and how those that have run ended. */
  readonly testGates: readonly GateEnd[];
  readonly documentation: {
    /** Documentation files changed in the range. */
    readonly changedFiles: readonly string[];
    readonly features: number;
    readonly breakingChanges: number;
  };
  readonly changelog: { readonly written: boolean; readonly entries: number };
  /** Version files that carry the new version, and those that should and do not. */
  readonly versionFiles: { readonly bumped: readonly string[]; readonly missing: readonly string[] };
  /** How the security gate of this commit ended. */
  readonly security: GateEnd;
  /** Dependencies with a licence that the project does not allow (`left-pad (GPL-3.0)`). */
  readonly deniedLicences: readonly string[] | "unknown";
  /** Checks that the project's own CI ran on the SHA that the release starts from. */
  readonly ciChecks:
    | readonly { readonly name: string; readonly state: "success" | "pending" | "failure" }[]
    | "unknown";
  /** Review threads of those pull requests that nobody resolved. */
  readonly unresolvedThreads: number | "unknown";
  /** Open issues that block the release (`#31 data loss on import`). */
  readonly blockers: readonly string[] | "unknown";
  /** Where a rollback goes to: a tag that can be deployed, nothing because nothing was released before, or nowhere. */
  readonly rollback: { readonly to: string } | "first-release" | "impossible";
  /** Database migrations in the range that cannot be undone. */
  readonly irreversibleMigrations: readonly string[];
  /** Monitors that watch production. */
  readonly monitors: readonly string[];
}
