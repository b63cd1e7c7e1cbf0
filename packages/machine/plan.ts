import type { Role } from "./authority.ts";
import type { GateName, ReleaseType, Strategy } from "./facts.ts";
import type { Override } from "./overrides.ts";
import type { RedeployPlan } from "./redeploy.ts";

/** What a release sets out to do, decided before anything is touched. Never changes afterwards. */
export interface ReleasePlan {
  /** X.Y.Z, without the `v`. */
  readonly releaseVersion: string;
  readonly releaseType: ReleaseType;
  /** Where the release branch starts: a branch, or the base tag of a hotfix. */
  readonly baseBranch: string;
  readonly baseSha: string;
  /** The branch that the release is merged into. */
  readonly targetBranch: string;
  /** `release/X.Y.Z` or `hotfix/X.Y.Z`. */
  readonly releaseBranch: string;
  /** `vX.Y.Z`. */
  readonly tag: string;
  /** The last released tag that this one follows, if there is one. */
  readonly previousTag?: string;
  /** The gates that this release must pass, in order. */
  readonly gates: readonly GateName[];
  /** The gates that run and may fail, each with the reason; an admin asked for it: who began this attempt. Absent: none. */
  readonly overrides?: readonly Override[];
  /** Whether the gates run side by side, each in a checkout of its own; absent: one after another, the first failure ends it. */
  readonly parallelGates?: true;
  /** Gates whose tests are split over so many legs; absent: each is one leg. */
  readonly shards?: { readonly unit?: number; readonly e2e?: number };
  /** Traffic percentages of the production rollout, in order; the last is 100. */
  readonly steps: readonly number[];
  readonly stagingStrategy: Strategy;
  readonly productionStrategy: Strategy;
  readonly initiatedBy: string;
  /** SHA-256 of the configuration that was in force at the start. */
  readonly configDigest: string;
  /** Settings that nobody wrote, as the project's own files tell them, and why; absent when everything is written. */
  readonly detected?: readonly { readonly key: string; readonly value: string; readonly why: string }[];
  /** A release of type `rollback`: what is rolled back, and to which version (tags). */
  readonly rollback?: { readonly from: string; readonly to: string; readonly reason: string };
  /** A release of type `redeploy`: what is brought up again, and where. */
  readonly redeploy?: RedeployPlan;
  /** Head of the branch that was there at the start and is taken over: of the failed attempt, or an adopted one (decision 29). */
  readonly takesOver?: string;
  /** A retry: the release that failed, the gate that it failed at, and who confirms the retry by which role (decision 30). */
  readonly retry?: {
    readonly release: string;
    readonly gate?: GateName;
    readonly confirmedBy: string;
    readonly confirmedAs: Role;
  };
  /** `--changelog=FILE`: text that a person wrote instead of the generated changelog. */
  readonly changelogOverride?: string;
  /** What was read of the team's changelog preset at the start: nothing of the project runs again to make the same notes. */
  readonly changelogPreset?: ChangelogPreset;
  /** The version is lower than what the commits ask for, or may be: somebody said so. */
  readonly allowsLowerVersion?: true;
  /** SHA-256 of the reviewed plan that this release carries out; absent when none was given. */
  readonly reviewedDigest?: string;
  /** When production may be changed for it: not before, and no more after; ISO 8601 UTC, told in `zone`. */
  readonly schedule?: Schedule;
  /** Why it passes windows and freezes; an emergency approver asked for it: who began this attempt. */
  readonly emergency?: string;
  /** A hotfix: the incident that it ends. */
  readonly incident?: Incident;
}

export interface Schedule {
  readonly notBefore?: string;
  readonly expires?: string;
  readonly zone: string;
}

/** A preset as `packages/changelog` reads it. */
export interface ChangelogPreset {
  readonly name: string;
  readonly types: readonly {
    readonly type: string;
    readonly scope?: string;
    readonly section: string;
    readonly hidden?: boolean;
  }[];
  readonly header?: { readonly pattern: Expression; readonly parts: readonly string[] };
  readonly breakingHeader?: Expression;
  readonly noteKeywords?: readonly string[];
}

interface Expression {
  readonly source: string;
  readonly flags: string;
}

export type Severity = "P0" | "P1";

export interface Incident {
  readonly severity: Severity;
  /** Its id where people keep incidents: `INC-1`. */
  readonly id: string;
  /** Whether the configuration lets this severity into production without asking people (decision 19). */
  readonly autoApproved: boolean;
}
