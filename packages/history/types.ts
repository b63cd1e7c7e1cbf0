import type {
  Environment,
  Fact,
  GateName,
  PassFail,
  RedeployPhase,
  ReleaseRecord,
  ReleaseType,
  RollbackPhase,
  RollbackTrigger,
  State,
  WaitsFor,
} from "#machine";

import type { Counted, Share, Spread } from "./numbers.ts";

/** A release with everything that is known of it, as the journal tells it. */
export interface Told {
  readonly record: ReleaseRecord;
  readonly facts: readonly Fact[];
}

/** How it ended. `escalated`: its rollback or re-deploy could not end by itself, and people were called. */
export type Outcome = "in_flight" | "completed" | "rolled_back" | "escalated" | "failed" | "redeployed" | "called_off";

/** One visit to a state. A re-deploy has one, of the name `redeploy`. */
export interface StateTime {
  readonly state: State | "redeploy";
  readonly since: string;
  readonly tookMs: number;
  /** Of these, suspended: no target counts them. */
  readonly waitedMs: number;
  /** Null: the state has no target. */
  readonly targetMs: number | null;
  /** Whether it took more than its target, waits aside. */
  readonly overTarget: boolean;
}

/** A gate that ran; of one that ran again, each run is one. */
export interface GateRun {
  readonly gate: GateName;
  readonly status: PassFail;
  readonly at: string;
  readonly tookMs: number;
  readonly targetMs: number;
  /** An override let the release pass in spite of it. */
  readonly overridden: boolean;
  /** Its set-up failed: nothing was tested. */
  readonly notRun: boolean;
  /** Percent of lines, 0–100. */
  readonly coverage?: number;
  readonly requiredCoverage?: number;
  /** Tests, checks or journeys. */
  readonly tests?: { readonly passed: number; readonly failed: number };
  readonly findings?: {
    readonly critical: number;
    readonly high: number;
    readonly other: number;
    /** Findings that would block and may stay for a while. */
    readonly allowed: number;
  };
}

/** Where smoke tests run. `rollback`: in production, on the version before. */
export type SmokePlace = Environment | "rollback";

export interface SmokeRun {
  readonly place: SmokePlace;
  /** When in the rollout: `staging`, `5%`, … */
  readonly point: string;
  readonly status: PassFail;
  readonly at: string;
  readonly tookMs: number;
  readonly failed: readonly string[];
}

/** A deployment to an environment, as it went last. */
export interface DeploymentTime {
  readonly environment: Environment;
  readonly startedAt: string;
  /** The highest share of traffic that was confirmed on the version, 0–100. */
  readonly reachedPercent: number;
  /** Null: not over, or never finished. */
  readonly status: PassFail | null;
  readonly tookMs: number | null;
  /** Smoke tests ran there, and the last run of each point passed; null unless the deployment passed. */
  readonly smoked: boolean | null;
}

/** How a version went back. */
export interface RollbackMeasures {
  readonly trigger: RollbackTrigger;
  readonly reason: string;
  /** The tag that went back. */
  readonly from: string;
  /** The tag that serves again; null until it does. */
  readonly to: string | null;
  /** The highest share of production traffic that the version had, 0–100; null where its own record tells it. */
  readonly reachedPercent: number | null;
  /** An automatic rollback before all traffic was on the version, which no person had to help. */
  readonly caught: boolean;
  readonly detectedAt: string;
  /** When all traffic was confirmed on the version before. */
  readonly restoredAt: string | null;
  /** When the rollback was over and proved. */
  readonly completedAt: string | null;
}

/** What it waits for. */
export interface Waiting {
  readonly for: WaitsFor;
  readonly since: string;
  readonly until: string | null;
  readonly reason: string;
  /** What a person types to go on. */
  readonly command: string;
  /** Where it waits for an environment or its window. */
  readonly environment: Environment | null;
}

/** What people did for it. */
export interface HumanActions {
  readonly n: number;
  /** `start`, `approve`, `approve production`, `resume`, and the kinds of requests. */
  readonly by: readonly Counted[];
}

/** How something outside served the release. */
export interface AdapterUse {
  /** `channel`, `service`, `target`, `gate environment`, `validation`. */
  readonly kind: "channel" | "service" | "deployment" | "gate environment" | "warning";
  readonly name: string;
  readonly used: number;
  readonly failed: number;
}

/** Everything that is measured of one release. Times are ISO 8601 UTC, durations ms. */
export interface ReleaseMeasures {
  readonly id: string;
  readonly tag: string;
  readonly previousTag: string | null;
  readonly type: ReleaseType;
  /** 1, or more for a version that was tried before. */
  readonly attempt: number;
  /** The release that this one tries again. */
  readonly retryOf: string | null;
  /** A hotfix: the tag that it mends. */
  readonly hotfixOf: string | null;
  readonly state: State;
  readonly phase: RollbackPhase | RedeployPhase | null;
  readonly outcome: Outcome;
  /** Whether something is still to be done for it. */
  readonly live: boolean;
  /** The later release of type rollback that took it back, where it completed first. */
  readonly undoneBy: string | null;
  readonly by: string;
  readonly startedAt: string;
  /** When its outcome stood: all production served, or it failed or went back. Null in flight. */
  readonly concludedAt: string | null;
  /** When its last duty was done. */
  readonly endedAt: string | null;
  readonly elapsedMs: number;
  readonly waitedMs: number;
  /** Sum of the targets of the states that it was in; null where none has one. */
  readonly targetMs: number | null;
  /** Time in states with a target, waits aside: what `targetMs` is for. */
  readonly workMs: number;
  readonly overTarget: boolean;
  readonly states: readonly StateTime[];
  /** The state with the largest share of `workMs`. */
  readonly slowest: { readonly state: StateTime["state"]; readonly share: number } | null;
  /** From the start until all of production is served. */
  readonly cycleMs: number | null;
  readonly gates: readonly GateRun[];
  /** Of a release that deployed: whether every planned gate had passed. An override is no pass. Null before. */
  readonly gatesCompliant: boolean | null;
  readonly overrides: readonly { readonly gate: GateName; readonly reason: string }[];
  readonly smoke: readonly SmokeRun[];
  readonly deployments: readonly DeploymentTime[];
  readonly rollback: RollbackMeasures | null;
  /** Gate, cause or state that ended a failed release: `gate unit`, `refused`, `state staging`. */
  readonly failure: { readonly cause: string; readonly reason: string } | null;
  readonly humanActions: HumanActions;
  readonly adapters: readonly AdapterUse[];
  /** Commits since the version before; `leadMs` from commit to production, of each commit whose time is recorded. */
  readonly commits: { readonly n: number | null; readonly leadMs: Spread };
  readonly waiting: Waiting | null;
}

/** From when until when, the end not included. */
export interface Window {
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

/** One of the six gates over many releases; runs are counted one by one. */
export interface GateHistory {
  readonly gate: GateName;
  readonly passed: Share;
  /** Of the runs, those whose set-up failed. */
  readonly notRun: number;
  readonly overridden: number;
  readonly tookMs: Spread;
  readonly overTarget: Share;
  /** Of single tests, checks or journeys. */
  readonly tests: Share;
  /** Percent of lines. */
  readonly coverage: Spread;
  readonly latestCoverage: number | null;
}

/** Findings of the security gates; `n` scans. */
export interface SecurityHistory {
  readonly n: number;
  readonly critical: number;
  readonly high: number;
  readonly other: number;
  readonly allowed: number;
}

export interface SmokeHistory {
  readonly place: SmokePlace;
  readonly passed: Share;
  readonly tookMs: Spread;
}

export interface DeploymentHistory {
  readonly environment: Environment;
  readonly passed: Share;
  /** Of those that passed. */
  readonly tookMs: Spread;
}

/** A state as a bottleneck; waits aside. */
export interface StateHistory {
  readonly state: StateTime["state"];
  /** Its ms of all the work of these releases. */
  readonly ofWork: Share;
  /** Releases in which it was the slowest state. */
  readonly slowestIn: Share;
  readonly tookMs: Spread;
  readonly overTarget: Share;
}

/** DORA's five, with what each was counted over (docs/metrics.md has the definitions). */
export interface Dora {
  readonly window: Window;
  /** Production releases that completed. */
  readonly deploymentFrequency: {
    readonly n: number;
    readonly perWeek: number | null;
    /** Between one and the next. */
    readonly betweenMs: Spread;
  };
  /** From commit to production; `n` commits. */
  readonly changeLeadTimeMs: Spread;
  readonly changeFailRate: Share;
  /** `open`: failed deployments that no rollback or hotfix has ended. */
  readonly failedDeploymentRecoveryMs: Spread & { readonly open: number };
  readonly deploymentReworkRate: Share;
  /** Rollouts that went back by themselves before all traffic was on them: no change failures. Of all rollouts. */
  readonly caughtInCanary: Share;
}

/** What the releases of a window show. */
export interface Measures {
  readonly window: Window;
  /** Attempts count one by one, once their outcome stands; rollbacks and re-deploys are releases of their own kind. */
  readonly counts: {
    readonly attempts: number;
    readonly completed: number;
    readonly failed: number;
    readonly rolledBack: number;
    /** Completed first, taken back later. */
    readonly undone: number;
    readonly hotfixes: number;
    readonly retries: number;
    readonly rollbackReleases: number;
    readonly redeploys: number;
    readonly escalated: number;
  };
  readonly cycleTimeMs: Spread;
  /** Completed and not taken back, of all attempts. */
  readonly success: Share;
  /** Went back, at once or later, of all attempts. */
  readonly rollbackFrequency: Share;
  readonly rollbackCauses: readonly Counted[];
  readonly failureCauses: readonly Counted[];
  /** From detection until all traffic was confirmed on the version before. */
  readonly timeToRestoreMs: Spread;
  readonly gates: readonly GateHistory[];
  readonly security: SecurityHistory;
  readonly smoke: readonly SmokeHistory[];
  readonly deployments: readonly DeploymentHistory[];
  readonly states: readonly StateHistory[];
  readonly humanActions: Spread & { readonly total: number; readonly by: readonly Counted[] };
  readonly gateCompliance: Share;
  /** Of deployments that passed, those whose smoke tests ran and passed at every point. */
  readonly smokeCompliance: Share;
  readonly adapters: readonly AdapterUse[];
  readonly dora: Dora;
}

export interface PeriodMeasures extends Measures {
  /** `2026-03`, `2026-Q1`, or the first day of a sprint. */
  readonly name: string;
}

/** How time is divided, in UTC. A sprint begins every `days` from `start` (a day, `2026-01-05`) on, and before it. */
export type Period =
  | { readonly kind: "month" | "quarter" }
  | { readonly kind: "sprint"; readonly days: number; readonly start: string };

/** What differs between two environments: deployed to staging, and not in production. */
export interface Undelivered {
  /** What staging has, and what production has; null: not known from the records. */
  readonly staging: string | null;
  readonly production: string | null;
  /** The releases between, oldest first. */
  readonly releases: readonly {
    readonly id: string;
    readonly tag: string;
    readonly commits: number | null;
    readonly changelog: string;
  }[];
  /** Null: not counted in each of them. */
  readonly commits: number | null;
}

/** Everything that is measured, fit for JSON. */
export interface History {
  readonly schema: 1;
  /** ISO 8601: when it was counted. */
  readonly at: string;
  readonly overall: Measures;
  readonly period: Period;
  /** Oldest first, without gaps. */
  readonly periods: readonly PeriodMeasures[];
  /** Newest first. */
  readonly releases: readonly ReleaseMeasures[];
  readonly undelivered: Undelivered;
}

export interface HistoryOptions {
  /** Ms since the epoch. */
  readonly now: number;
  /** Default: months. */
  readonly period?: Period;
  /** What `overall` and `periods` look at, in ms since the epoch; default: everything until now. */
  readonly from?: number;
  readonly to?: number;
}
