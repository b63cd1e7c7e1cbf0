import type { Json, PassFail, SmokeCheck } from "#machine";

/** A category that does not apply, and why: counted as passed, and shown. */
export interface None {
  readonly none: string;
}

/** One HTTP request and what its answer must be. `{{name}}` in path, headers and json is replaced (see `Session`). */
export interface HttpStep {
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the base address, or a complete address of another host. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: Json | undefined;
  readonly status: number | "2xx";
  readonly contains?: string | undefined;
  /** name → dotted path into the JSON answer. */
  readonly capture: Readonly<Record<string, string>>;
}

export interface DatabaseCheck {
  readonly name: string;
  /** Environment variable that holds the connection URL. */
  readonly urlFrom: string;
}

export interface ExternalCheck {
  readonly name: string;
  readonly url: string;
  /** What to do while the service is down. */
  readonly fallback?: string | undefined;
}

export interface UserPath {
  readonly name: string;
  readonly steps: readonly HttpStep[];
}

/** The five categories, as the configuration has them. A category that is left out fails. */
export interface SmokeSpec {
  readonly api?: None | readonly HttpStep[] | undefined;
  readonly database?: None | readonly DatabaseCheck[] | undefined;
  readonly external?: None | readonly ExternalCheck[] | undefined;
  readonly auth?: None | readonly HttpStep[] | undefined;
  readonly paths?: None | readonly UserPath[] | undefined;
  /** Of one request or connection, in ms. */
  readonly timeout: number;
  /** Before the one retry after a transport error, in ms. */
  readonly retryDelay: number;
}

export interface Clock {
  /** Milliseconds. */
  now(): number;
  /** Rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Where and how the checks run. */
export interface SmokeOptions {
  readonly baseUrl: string;
  /** Sent with every request to `baseUrl`: addresses one revision. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Connection URLs and accounts; `{{NAME}}` in a step reads it. Its values never appear in a result. */
  readonly env: Readonly<Record<string, string>>;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** `critical`: external services are asked and shown but cannot fail the run (a hotfix may be what works around one). */
  readonly only?: "all" | "critical";
}

export interface SmokeResult {
  readonly status: PassFail;
  readonly categoriesPassed: number;
  readonly categoriesFailed: number;
  readonly executionTimeMs: number;
  /** `category: check`, in the order of the checks. */
  readonly failedTests: readonly string[];
  readonly checks: readonly SmokeCheck[];
}

/** What a category of checks needs: the options and the limits of the spec. */
export interface Surroundings extends SmokeOptions {
  readonly timeoutMs: number;
  readonly retryDelayMs: number;
}
