/** What a monitor measures of one version in one interval. Absent = not measured; never zero. */
export interface Sample {
  readonly requests: number;
  /** Distinct error units where the monitor can tell them apart, else failed requests. */
  readonly errors: number;
  /** Requests slower than the bound that was asked for. */
  readonly slow: number;
}

/** One interval, both versions side by side. `t` is its start in ms since the watch began. */
export interface Bin {
  readonly t: number;
  readonly baseline: Sample;
  readonly canary: Sample;
}

/** No data, partial data, old data and an error are four different things; none of them is healthy. */
export type Reading =
  | { readonly state: "data"; readonly bins: readonly Bin[]; readonly p95Ms?: number }
  /** Some intervals since the last read are lost for good; `bins` are the complete ones that were saved. */
  | { readonly state: "partial"; readonly bins: readonly Bin[]; readonly p95Ms?: number; readonly reason: string }
  /** Nothing happened, or nothing complete yet. */
  | { readonly state: "no-data"; readonly reason: string }
  /** The source answers, but its newest complete interval is old. */
  | { readonly state: "stale"; readonly ageMs: number; readonly reason: string }
  | { readonly state: "error"; readonly reason: string };

/** Reads what clients experienced. */
export interface Monitor {
  readonly name: string;
  /** Whether it can tell latency, CPU, memory; what it cannot is reported as not measured. */
  readonly measures: readonly ("errors" | "latency" | "cpu" | "memory")[];
  /** Begins a watch of two versions (tags); `baseline` is absent when nothing else serves. Reads start from now. */
  begin(watch: {
    readonly canary: string;
    readonly baseline?: string;
    readonly slowMs: number;
    readonly signal: AbortSignal;
  }): Promise<Watch>;
}

export interface Watch {
  /** The complete intervals since the last read. */
  read(): Promise<Reading>;
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
  readonly clock: Clock;
  readonly fetch: typeof fetch;
}
