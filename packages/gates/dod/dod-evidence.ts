import type { GateName, PassFail } from "#machine";
import type { LicenceFinding } from "./dod-licences.ts";

/** Nobody could say; why. Never counts as proved: it makes the category provisional, to be asserted before staging. */
export interface Unknown {
  readonly unknown: string;
}

/** Something people can open. */
export interface Linked {
  readonly name: string;
  readonly url?: string;
}

/** How a gate of this commit ended, and why it may fail where somebody answers for it. */
export interface GateEnd {
  readonly gate: GateName;
  readonly status: PassFail | "pending";
  readonly override?: string;
}

/**
 * What is known when the Definition of Done is checked, gathered by the stage from git, the code host and the record. Looked
 * at twice by the same judges: at the gate without `review`, and with it before staging, when everything has to be known.
 */
export interface DodEvidence {
  /** The release's own pull request, once it fulfils everything that is asked of it but this. */
  readonly review?: OwnReview;
  /** How many approvals the configuration asks for. */
  readonly approvals: number;
  readonly changes: Changes | Unknown;
  /** Gates of this release that run tests, and how those that have run ended. */
  readonly testGates: readonly GateEnd[];
  readonly documentation: {
    /** Documentation files changed in the range. */
    readonly changedFiles: readonly string[];
    readonly features: number;
    readonly breakingChanges: number;
    /** Commits that say `Docs: none`. */
    readonly waived: number;
  };
  readonly changelog: { readonly written: boolean; readonly entries: number; readonly addsUp: boolean };
  /** Whether the tag of this version belongs to nobody yet. */
  readonly tag: { readonly name: string; readonly taken: boolean };
  /** Version files that carry the new version, and those that should and do not. */
  readonly versionFiles: { readonly bumped: readonly string[]; readonly missing: readonly string[] };
  /** How the security gate of this commit ended. */
  readonly security: GateEnd;
  readonly licences: LicenceFinding;
  /** Checks that the project's own CI ran on the SHA that the release starts from: `success` or what else they are. */
  readonly ciChecks: readonly (Linked & { readonly state: string })[] | Unknown;
  /** Open issues that block the release (`#31 data loss on import`), and the labels by which they do. */
  readonly blockers: readonly Linked[] | Unknown;
  readonly blockingLabels: readonly string[];
  /** Where a rollback goes to: a tag that can be deployed, nothing because nothing was released before, or nowhere. */
  readonly rollback:
    | { readonly to: string; readonly recorded: boolean }
    | "first-release"
    | { readonly impossible: string };
  /** Database migrations in the range: all, and those that cannot be undone with the reason. */
  readonly migrations: { readonly total: number; readonly irreversible: readonly string[] };
  /** Monitors that watch production. */
  readonly monitors: readonly string[];
}

export interface OwnReview {
  readonly name: string;
  readonly url: string;
  /** Who approved it, or merged it by their own hand. */
  readonly approvedBy: readonly string[];
  /** Its checks that are red, pending or missing, with their state. */
  readonly checksNotGreen: readonly string[];
}

/** How the commits of the range came into it. */
export interface Changes {
  readonly pullRequests: readonly (Linked & {
    readonly approvedBy: readonly string[];
    /** Approved, and commits were added afterwards. */
    readonly isOutdated: boolean;
    readonly unresolvedThreads: number;
    /** It has more threads than were looked at. */
    readonly moreThreads: boolean;
  })[];
  /** Commits that came by no pull request, abbreviated. */
  readonly direct: readonly string[];
  /** Older commits that were not looked at. */
  readonly notAsked: number;
}
