import type { AnalysisState, Verdict as Judgement } from "#analysis";
import type { FactBody } from "#machine";
import type { Sample } from "#monitors";
import type { Artifact, Target } from "#targets";

import type { StageContext } from "../context.ts";
import type { Strain } from "./resources.ts";

/** Why a rollout has to go back. */
export type Verdict = Omit<Extract<FactBody, { type: "verdict" }>, "type">;

type Settings =
  | StageContext["config"]["environments"]["staging"]
  | StageContext["config"]["environments"]["production"];

/** A rollout under way in one environment. */
export interface Rollout {
  readonly context: StageContext;
  readonly environment: "staging" | "production";
  readonly settings: Settings;
  readonly target: Target;
  readonly artifact: Artifact;
  /** The version (tag) that served before; there is none at the very first release. */
  readonly previous: string | undefined;
  /** Time spent deploying so far; waiting for evidence or for people is no work (decision 37). */
  readonly work: { ms: number };
  readonly vigil: Vigil;
}

/**
 * Watches one version over its whole rollout: one monitor, one analysis, one α, whatever the number of steps. The state
 * of the analysis rides on the facts of each watch, so that a successor goes on with the evidence instead of a second chance.
 */
export interface Vigil {
  /** Starts counting, before the first client meets the version. */
  begin(): Promise<void>;
  /** From here on the expected share is `percent`. */
  shifted(percent: number): void;
  /** Takes in what is new. */
  read(): Promise<void>;
  readonly analysis: AnalysisState;
  /** What the judge says of it now. */
  readonly judged: Judgement;
  /** Of the watched version, since the vigil began. */
  readonly seen: Seen;
  /** Of the watched version, over the last five minutes. */
  readonly lately: Sample;
  /** What the monitor said instead of data, the last time. */
  readonly silence: string | undefined;
  /** What the monitor said beside data that it lost or doubts, each once. */
  readonly remarks: readonly string[];
  readonly measures: readonly string[];
  readonly strain: Strain;
  end(): Promise<void>;
}

export interface Seen {
  readonly requests: number;
  readonly errors: number;
  readonly p95Ms: number | undefined;
}
