/** What a monitor measures of one version in one interval. Absent = not measured; never zero. */
export interface Sample {
  readonly requests: number;
  /** Distinct error units where the monitor can tell them apart, else failed requests. At most `requests`. */
  readonly errors: number;
  /** Requests slower than the bound that was asked for, at most `requests`; says nothing where latency is not measured, or silent. */
  readonly slow: number;
}

/** One interval, both versions side by side. `t` is its start in ms since the watch began. */
export interface Bin {
  readonly t: number;
  readonly baseline: Sample;
  readonly canary: Sample;
}

/** What can be measured. */
export type Signal = "errors" | "latency" | "cpu" | "memory";

/** What is known of the canary beside its requests, as of the newest complete interval. */
export interface Condition {
  /** Share of its limit that the busiest instance uses: 0.8 is 80 %; above 1 where a limit can be passed. */
  readonly resources?: { readonly cpu?: number; readonly memory?: number };
  /** Signals that are measured here, but were not told this time: not known, so neither good nor bad. */
  readonly silent?: readonly { readonly signal: Signal; readonly reason: string }[];
}

interface Measured extends Condition {
  readonly bins: readonly Bin[];
  /** Of the canary, over these bins. */
  readonly p95Ms?: number;
}

/** No data, partial data, old data and an error are four different things; none of them is healthy. */
export type Reading =
  | ({ readonly state: "data" } & Measured)
  /** Some intervals since the last read are lost for good or doubtful; `bins` are the complete ones that were saved. */
  | ({ readonly state: "partial"; readonly reason: string } & Measured)
  /** Nothing happened, or nothing complete yet. */
  | ({ readonly state: "no-data"; readonly reason: string } & Condition)
  /** The source answers, but its newest complete interval is old, or it never told anything of one of the versions. */
  | { readonly state: "stale"; readonly ageMs: number; readonly reason: string }
  | { readonly state: "error"; readonly reason: string };

/** Reads what clients experienced. */
export interface Monitor {
  readonly name: string;
  /** Whether it can tell latency, CPU, memory; what it cannot is reported as not measured. */
  readonly measures: readonly Signal[];
  /**
   * Begins a watch of two versions (tags); `baseline` is absent when nothing else serves. Reads start from now. Throws a
   * `config` fault when the settings cannot give data; a source that does not answer is told by the readings instead.
   */
  begin(watch: {
    readonly canary: string;
    readonly baseline?: string;
    readonly slowMs: number;
    readonly signal: AbortSignal;
  }): Promise<Watch>;
}

export interface Watch {
  /** The complete intervals since the last read, each once. Does not throw, whatever the source does. */
  read(): Promise<Reading>;
  /** May be called again. */
  end(): Promise<void>;
}

/** Time as monitors need it; injected. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Rejects when `signal` is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** What every monitor is made from. */
export interface MonitorOptions {
  /** Where clients go. */
  readonly url: string;
  /** Headers that pin a request at `url` to one version. */
  readonly headersFor: (version: string) => Readonly<Record<string, string>>;
  /** What the platform's own metrics call the servers of a version, where they do not tell versions apart. */
  readonly serversOf?: (version: string) => readonly string[] | undefined;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  /** Variables that settings may name as the place of a secret. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}
