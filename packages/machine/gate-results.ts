import type { GateName, PassFail } from "./facts.ts";
import type { State } from "./table.ts";

/** Why something failed: this change, a test that fails now and then, or the machine that it ran on. */
export type FailureClass = "new" | "known-flaky" | "environment";

/** One thing that failed: where, why, and what to do about it. */
export interface Failure {
  readonly title: string;
  readonly detail?: string;
  readonly file?: string;
  readonly line?: number;
  readonly suggestion: string;
  /** The test, as `GateTests` names it. */
  readonly test?: string;
  readonly class?: FailureClass;
  /** What the part that it points at wrote last; no lines: there was nothing. */
  readonly log?: { readonly file: string; readonly lines: readonly string[] };
}

/** What later releases are compared with: at most ten times and twenty names of each kind, in the words of the test tool. */
export interface GateTests {
  /** The slowest first. */
  readonly slowest: readonly { readonly name: string; readonly durationMs: number }[];
  readonly failed: readonly string[];
  /** Passed, but only when they were tried again. */
  readonly flaky: readonly string[];
}

/** What could be better, and how. */
export interface Advice {
  readonly about: GateName | State;
  readonly says: string;
  readonly todo: string;
}

/** One of the eight categories of the Definition of Done, with what was seen in a sentence. */
export interface DodCategory {
  readonly name: string;
  readonly status: PassFail | "provisional" | "overridden";
  readonly evidence: string;
  /** Where people see it. */
  readonly url?: string;
}

/** A finding that blocks a release unless people accept it; who did, why, and for how long. */
export interface AllowedFinding {
  /** CVE where there is one, else GHSA, else the scanner's own rule. */
  readonly id: string;
  /** CVSS. */
  readonly score: number;
  /** The package with its version, or the file. */
  readonly place: string;
  /** `CWE-79 · OWASP A03:2021 Injection`; empty where neither is known. */
  readonly mapped: string;
  readonly reason: string;
  /** The last day, `2026-12-31`, in UTC. */
  readonly expires: string;
  /** Branch and commit of the list: `main at 1a2b3c4`. */
  readonly from: string;
}

export type GateMetrics =
  | {
      readonly gate: "security";
      readonly criticalIssues: number;
      readonly highIssues: number;
      readonly otherIssues: number;
      /** How many findings are in which category of the OWASP Top 10; those without one are not here. */
      readonly owasp?: Readonly<Record<string, number>>;
      /** Findings that would block and may stay for a while. */
      readonly allowed?: readonly AllowedFinding[];
      /** What people should tidy up: entries of the allow-list that match nothing. */
      readonly notices?: readonly string[];
    }
  | {
      readonly gate: "dod";
      readonly categoriesPassed: number;
      readonly categoriesFailed: number;
      readonly categories: readonly DodCategory[];
    }
  | {
      readonly gate: "unit" | "integration";
      /** Percent of lines, 0–100. */
      readonly coverage: number;
      readonly requiredCoverage: number;
      readonly totalTests: number;
      readonly failedTests: number;
    }
  | {
      readonly gate: "smoke";
      readonly categoriesPassed: number;
      readonly categoriesFailed: number;
      readonly checks: readonly SmokeCheck[];
    }
  | {
      readonly gate: "e2e";
      readonly journeysPassed: number;
      readonly journeysFailed: number;
      readonly journeys: readonly Journey[];
    };

/** A user's journey in one browser. */
export interface Journey {
  readonly name: string;
  readonly status: PassFail | "skipped";
  readonly durationMs: number;
  /** It passed only when it was tried again. */
  readonly flaky?: true;
}

export type SmokeCategory = "api" | "database" | "external" | "auth" | "paths";

export interface SmokeCheck {
  readonly category: SmokeCategory;
  readonly name: string;
  readonly status: PassFail | "not-applicable";
  readonly durationMs: number;
  /** Why it failed and what to look at, or why it does not apply. */
  readonly detail?: string;
}
