/** What a judge says, and why. */
export interface Verdict {
  readonly verdict: "rollback" | "hold" | "promote";
  /** Why it rolls back; `incident` only ever holds: both versions are ill, so it is not the release. */
  readonly trigger?: "error-rate-spike" | "latency" | "incident";
  /** Whole sentences for people, the most telling first. */
  readonly evidence: readonly string[];
  /** How many times likelier the data are if the canary is bad: all signals under one alpha. 1 where plain rules judge. */
  readonly eValue: number;
  readonly signals: readonly Signal[];
  /** The lowest error ratio that the canary is proved to stay below (wrong with chance 1 %), if any. */
  readonly provedBelow?: number;
}

/** One thing that was watched. Ratios 0–1 since the start of the watch; absent = there was nothing to count. */
export interface Signal {
  readonly name: "errors" | "absolute" | "latency" | "score" | "traffic-share";
  readonly canary?: number;
  readonly baseline?: number;
  readonly eValue?: number;
}

/** What an engine finds in its state; the rest of the verdict is common to both. */
export interface Finding {
  readonly eValue: number;
  /** Asked for when a verdict is said, not at every bin. */
  readonly signals: () => readonly Signal[];
  /** Proved bad: to be latched at once. */
  readonly rollback?: { readonly trigger: "error-rate-spike" | "latency"; readonly evidence: readonly string[] };
  /** The bound is broken in both versions at once. */
  readonly incident?: string;
  /** Not proved, but too odd to promote. */
  readonly suspicion?: string;
}
