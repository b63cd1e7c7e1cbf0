import type { Advice, DodCategory, Failure, GateMetrics, GateTests, SmokeCheck } from "./gate-results.ts";
import type { ReleasePlan } from "./plan.ts";
import type { RedeployFact } from "./redeploy.ts";
import type { RollbackFact, RollbackTrigger } from "./rollback-facts.ts";
import type { RollbackPhase, State } from "./table.ts";
import type { WatchFact } from "./watch-facts.ts";

export type { RollbackTrigger } from "./rollback-facts.ts";

export type ReleaseType = "standard" | "hotfix" | "rollback" | "redeploy";
export type GateName = "security" | "dod" | "unit" | "integration" | "smoke" | "e2e";
export type Environment = "development" | "staging" | "production";
export type Strategy = "blue-green" | "canary" | "rolling";
export type PassFail = "passed" | "failed";
export type Health = "passing" | "failing";

/** What can be stored in a fact: exactly what survives JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** What a suspended release waits for. */
export type WaitsFor =
  | "fix"
  | "changelog"
  | "approval"
  | "window"
  | "environment"
  | "service"
  | "decision"
  | "interrupted";

/** How a release came to fail, where it was not by a fault or a red gate. */
export type FailureCause =
  /** The reviewers of production said no. */
  | "refused"
  /** The pull request was closed without a merge. */
  | "closed"
  /** Nobody approved in time, or the time that its plan gives it is over. */
  | "expired"
  /** Commits came onto the release branch after its gates. */
  | "moved"
  /** A person ended it. */
  | "aborted";

export type RequestKind = "promote" | "hold" | "rollback" | "abort" | "emergency";

/** What a gate found. */
interface GateEnd {
  readonly gate: GateName;
  readonly status: PassFail;
  /** The commit that was tested. */
  readonly sha: string;
  readonly executionTimeMs: number;
  readonly targetMs: number;
  readonly metrics?: GateMetrics;
  /** Absent where no report of tests could be read. */
  readonly tests?: GateTests;
  /** The check of the project's own CI whose verdict this is; what it measured is not known here. */
  readonly check?: { readonly name: string; readonly app: string; readonly url?: string };
  /** A hotfix: which of the tests ran, and why the rest did not. Absent: all of them ran. */
  readonly scope?: string;
  readonly failures: readonly Failure[];
  /** Nothing was tested: already the set-up failed. No override counts for that. */
  readonly notRun?: true;
}

export type FactBody =
  | {
      readonly type: "opened";
      readonly plan: ReleasePlan;
      readonly attempt: number;
      /** Of an archived release: its facts hold tokens in place of people's names. Absent: names, as all did before. */
      readonly format?: 2;
    }
  | { readonly type: "moved"; readonly from: State; readonly to: State; readonly reason: string }
  | { readonly type: "step-intended"; readonly step: string; readonly touches?: Environment }
  | { readonly type: "step-done"; readonly step: string; readonly result: Json }
  | {
      readonly type: "branch-prepared";
      /** Head of the release branch, with changelog and version files committed. */
      readonly sha: string;
      readonly files: readonly string[];
      /** Markdown of this version's section. */
      readonly changelog: string;
      /** People had it for review, and this is what they left on the branch. */
      readonly reviewed?: true;
      readonly ledger: {
        readonly commits: number;
        readonly inNotes: number;
        readonly hidden: number;
        readonly unconventional: number;
        /** When each of them was committed, in seconds since 1970, oldest first; of very many an even sample. */
        readonly committedAt?: readonly number[];
      };
    }
  | ({ readonly type: "gate-finished" } & GateEnd)
  | {
      /** What the releases before say of this one (decisions 37 and 54). Never recorded where there are none. */
      readonly type: "compared";
      /** How many were looked at: the newest ones that ended. */
      readonly releases: number;
      /** What 95 % of the passed gates and the visits to a state took at most, in ms; waits are not counted. */
      readonly p95Ms: { readonly [name in GateName | State]?: number };
      readonly advice: readonly Advice[];
    }
  | { readonly type: "pull-request-opened"; readonly number: number; readonly url: string; readonly head: string }
  | {
      /** What the Definition of Done left provisional, looked at once more with the pull request (decision 21). */
      readonly type: "done-asserted";
      readonly status: PassFail;
      /** The commit that was gated. */
      readonly sha: string;
      readonly categories: readonly DodCategory[];
    }
  | { readonly type: "approved"; readonly by: readonly string[]; readonly sha: string }
  | {
      readonly type: "merged";
      readonly sha: string;
      readonly by: string;
      /** Whether the merged tree is the gated tree, or at least has the gated head as an ancestor (decision 31). */
      readonly gated: "same-tree" | "ancestor" | "neither";
    }
  | { readonly type: "tagged"; readonly tag: string; readonly sha: string }
  | {
      /** The reviewers of an environment let this commit into production; the run they were asked in is on the code host. */
      readonly type: "production-approved";
      readonly by: readonly string[];
      readonly environment: string;
      readonly runId: string;
      readonly sha: string;
    }
  | {
      readonly type: "deployment-started";
      readonly environment: Environment;
      readonly strategy: Strategy;
      /** The version that served before (tag), to which a rollback goes. */
      readonly previous?: string;
    }
  | {
      readonly type: "traffic-shifted";
      readonly environment: Environment;
      readonly version: string;
      readonly percent: number;
    }
  | {
      readonly type: "canary-step";
      readonly environment: Environment;
      readonly percentage: number;
      readonly smokeTests: PassFail;
      readonly healthChecks: Health;
      readonly durationMs: number;
    }
  | {
      readonly type: "deployment-finished";
      readonly environment: Environment;
      readonly status: PassFail;
      readonly strategy: Strategy;
      readonly healthChecks: Health;
      readonly deploymentDurationMs: number;
    }
  | {
      readonly type: "smoke-finished";
      readonly environment: Environment;
      /** When in the rollout: `staging`, `5%`, `100%`, `rollback`, … */
      readonly point: string;
      readonly status: PassFail;
      readonly categoriesPassed: number;
      readonly categoriesFailed: number;
      readonly executionTimeMs: number;
      readonly failedTests: readonly string[];
      readonly checks: readonly SmokeCheck[];
    }
  | {
      readonly type: "watched";
      readonly environment: Environment;
      readonly point: string;
      readonly status: PassFail;
      /** Of a failed one: what spoke against the version. */
      readonly trigger?: RollbackTrigger;
      readonly durationMs: number;
      /** Ratio 0–1; absent when no request was seen. */
      readonly errorRatio?: number;
      readonly p95Ms?: number;
      readonly requests: number;
      readonly healthChecks: Health;
      readonly notMeasured: readonly string[];
      readonly evidence: readonly string[];
      /** State of the analysis, for whoever goes on watching this version. */
      readonly analysis?: Json;
    }
  | WatchFact
  | {
      readonly type: "verdict";
      /** Latched: once recorded, the release goes back whatever is seen later. */
      readonly trigger: RollbackTrigger;
      readonly reason: string;
      readonly evidence: readonly string[];
    }
  | {
      readonly type: "suspended";
      readonly waitsFor: WaitsFor;
      /** The one that has to be free, or open. */
      readonly environment?: Environment;
      readonly reason: string;
      readonly until?: string;
      readonly command: string;
    }
  | { readonly type: "resumed"; readonly by: string }
  /** A page of the code host (issue or pull request, by number) where somebody set it going: it is told there how it goes on. */
  | { readonly type: "followed"; readonly page: number }
  | {
      readonly type: "requested";
      readonly id: string;
      readonly kind: RequestKind;
      readonly by: string;
      readonly reason: string;
    }
  | { readonly type: "answered"; readonly id: string; readonly outcome: "obeyed" | "refused"; readonly reason: string }
  /** An emergency approver answers for a deployment outside the windows, and before its time. */
  | { readonly type: "emergency-declared"; readonly by: string; readonly reason: string }
  /** A run was asked for that goes on with the release; whether it came is told by its own facts. */
  | { readonly type: "woken"; readonly reason: string }
  | { readonly type: "lease-taken"; readonly lease: string; readonly holder: string; readonly adopted: boolean }
  | {
      readonly type: "failure-captured";
      readonly failedState: State;
      readonly failedGate?: GateName;
      readonly failureReason: string;
      /** Absent: what the reason says broke. */
      readonly cause?: FailureCause;
      readonly actionableFixSuggestions: readonly string[];
    }
  | { readonly type: "rollback-moved"; readonly to: RollbackPhase; readonly reason: string }
  | {
      readonly type: "traffic-reverted";
      readonly environment: Environment;
      readonly to: string;
      readonly status: PassFail;
      readonly durationMs: number;
    }
  | {
      readonly type: "health-validated";
      readonly errorRatio?: number;
      readonly healthChecks: Health;
      readonly stabilizationDurationMs: number;
    }
  | {
      readonly type: "git-reverted";
      readonly revertCommit: string;
      readonly revertTag: string;
      readonly via: "commit" | "pull-request" | "nothing-to-revert" | "conflict";
      readonly url?: string;
    }
  | RollbackFact
  | RedeployFact
  | { readonly type: "warned"; readonly message: string }
  /** The report could not be written; `raw` says where its record is, which people get instead. */
  | { readonly type: "report-failed"; readonly reason: string; readonly raw: string }
  | {
      readonly type: "published";
      readonly what: "github-release" | "report" | "records" | "review-issue" | "validation-issue" | "incident-issue";
      readonly url: string;
      /** When people should be done with it. */
      readonly due?: string;
    }
  | {
      /** A completed hotfix was brought to the branch where development goes on (decision 58). */
      readonly type: "backported";
      readonly into: string;
      /** `by-hand`: neither a push nor a pull request was let through; `reason` says what to do. */
      readonly via: "merge" | "pull-request" | "not-applicable" | "by-hand";
      readonly reason: string;
      /** The merge commit. */
      readonly sha?: string;
      readonly url?: string;
    }
  /** The released commit of a completed hotfix, held to the whole e2e gate (decision 7). */
  | ({ readonly type: "validation-finished" } & GateEnd)
  | {
      /** What a person wants after journeys that failed there. */
      readonly type: "validation-decided";
      readonly decision: "accepted" | "rolled-back";
      readonly by: string;
      readonly reason: string;
    }
  | { readonly type: "settled"; readonly outcome: "completed" | "failed" | "rolled_back" | "redeployed" };

/** Who and what recorded a fact; `prev` chains it to the fact before. */
export interface Envelope {
  /** 1, 2, 3, … without gaps. */
  readonly seq: number;
  /** Identity of the release: `vX.Y.Z`, `vX.Y.Z_2`, … */
  readonly release: string;
  /** ISO 8601 UTC, by the clock of the code host. */
  readonly at: string;
  readonly actor: string;
  readonly run: { readonly id: string; readonly attempt: number };
  /** SHA-256 (hex) of the line before; 64 zeros for the first. */
  readonly prev: string;
}

export type Fact = Envelope & FactBody;
export type FactType = FactBody["type"];
