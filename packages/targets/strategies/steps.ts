import type { Batch } from "../port.ts";

/** One step of a rollout. The production stage obeys; between steps it asks smoke, health and analysis. */
export type RolloutStep =
  /** With `count`: on so many instances, no more. */
  | { readonly do: "prepare"; readonly count?: number }
  /** With `batch`: by replacing instances, which gives the candidate `percent`; else by weight. */
  | { readonly do: "shift"; readonly percent: number; readonly batch?: Batch }
  /** `candidate`: addressed directly, whatever its share; `everyone`: through the door that clients use. */
  | { readonly do: "smoke"; readonly on: "candidate" | "everyone"; readonly percent: number }
  | { readonly do: "watch"; readonly percent: number; readonly forMs: number }
  | { readonly do: "finish" };

/** How rolling goes on. */
export interface RollingSettings {
  /** What one batch replaces, in percent. */
  readonly batch: number;
  /** How many instances may be missing meanwhile. */
  readonly maxUnavailable: number;
}

export interface RolloutPlan {
  /** Traffic percentages in order; the last is 100. Blue-green knows only 0 and 100, rolling has its own batches. */
  readonly steps: readonly number[];
  readonly rolling: RollingSettings;
  /** How many instances the target can replace a few at a time; absent: it knows shares of traffic only. */
  readonly instances?: number;
  /** The least time at each step below 100 %. */
  readonly stepTimeMs: number;
}
