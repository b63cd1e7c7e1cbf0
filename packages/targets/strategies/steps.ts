/** One step of a rollout. The production stage obeys; between steps it asks smoke, health and analysis. */
export type RolloutStep =
  | { readonly do: "prepare" }
  | { readonly do: "shift"; readonly percent: number }
  /** `candidate`: addressed directly, whatever its share; `everyone`: through the door that clients use. */
  | { readonly do: "smoke"; readonly on: "candidate" | "everyone"; readonly percent: number }
  | { readonly do: "watch"; readonly percent: number; readonly forMs: number }
  | { readonly do: "finish" };

export interface RolloutPlan {
  /** Traffic percentages in order; the last is 100. Blue-green knows only 0 and 100, rolling has its own batches. */
  readonly steps: readonly number[];
  /** The least time at each step below 100 %. */
  readonly stepTimeMs: number;
}
