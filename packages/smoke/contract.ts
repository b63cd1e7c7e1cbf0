import type { Json, PassFail, SmokeCheck } from "#machine";
import type { RetryReason } from "./check-failure.ts";
import type { Egress } from "./egress.ts";

/** A category that does not apply, and why: counted as passed, and shown. */
export interface None {
  readonly none: string;
}

/** Whether a hotfix runs a check. A check that says neither always runs. */
export interface Scope {
  /** Globs of the files that it is about, like `src/cart/**`. */
  readonly affects?: readonly string[] | undefined;
  /** Runs whatever was changed. */
  readonly critical?: boolean | undefined;
}

/** Any other tool: holds when it ends with exit code 0. */
export interface CommandCheck extends Scope {
  readonly name: string;
  /** For the shell of the machine; `BASE_URL` and the variables of the environment are set. */
  readonly command: string;
  /** In ms; default: that of the spec. */
  readonly timeout?: number | undefined;
}

/**
 * One HTTP request and what its answer must be. `{{name}}` in path, headers and bodies is replaced (see `Session`).
 * A source of a value is `header:NAME`, or a dotted path into the JSON answer.
 */
export interface HttpStep extends Scope {
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the base address, or a complete address of another host. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly json?: Json | undefined;
  /** Sent as an HTML form. */
  readonly form?: Readonly<Record<string, string>> | undefined;
  /** Sent as it is. */
  readonly body?: string | undefined;
  readonly status: number | "2xx";
  readonly contains?: string | undefined;
  /** source → its value. */
  readonly equals?: Readonly<Record<string, Json>> | undefined;
  /** source → regular expression. */
  readonly matches?: Readonly<Record<string, string>> | undefined;
  /** Until the whole answer is there, in ms. */
  readonly maxTime?: number | undefined;
  /** name → source. */
  readonly capture: Readonly<Record<string, string>>;
}

export interface DatabaseCheck extends Scope {
  readonly name: string;
  /** Environment variable that holds the connection URL; its scheme chooses the driver. */
  readonly urlFrom: string;
  /** The same of a read replica: asked when the check fails, and told of. */
  readonly replicaUrlFrom?: string | undefined;
  /** `true`: only over TLS; `caFrom`: variable with the certificate (PEM) that signed the server's. */
  readonly tls?: boolean | { readonly caFrom: string } | undefined;
  /** In ms; default: that of the spec. */
  readonly timeout?: number | undefined;
}

export interface ExternalCheck extends Scope {
  readonly name: string;
  readonly url: string;
  /** Address of its status page, in the JSON of statuspage.io (`…/api/v2/status.json`). */
  readonly statusUrl?: string | undefined;
  /** What to do while the service is down. */
  readonly fallback?: string | undefined;
}

export interface UserPath extends Scope {
  readonly name: string;
  readonly steps: readonly HttpStep[];
}

/** When a check that failed is tried again. */
export interface Retry {
  readonly on: readonly RetryReason[];
  readonly times: number;
  /** Before each further try, in ms. */
  readonly delay: number;
}

/** The five categories, as the configuration has them. A category that is left out fails. */
export interface SmokeSpec {
  readonly api?: None | readonly (HttpStep | CommandCheck)[] | undefined;
  readonly database?: None | readonly (DatabaseCheck | CommandCheck)[] | undefined;
  readonly external?: None | readonly (ExternalCheck | CommandCheck)[] | undefined;
  readonly auth?: None | readonly (HttpStep | CommandCheck)[] | undefined;
  readonly paths?: None | readonly (UserPath | CommandCheck)[] | undefined;
  /** Of one request or connection, in ms. */
  readonly timeout: number;
  readonly retry: Retry;
  /** Checks at once. Steps that belong together stay in their order. */
  readonly parallel: number;
  /** After the first failure no further check begins. */
  readonly failFast: boolean;
  /** Further origins that redirects and captured addresses may lead to. */
  readonly origins: readonly string[];
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
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /**
   * `critical`, of a hotfix: only critical checks and those of changed files; external services are asked and shown but
   * cannot fail the run (a hotfix may be what works around one).
   */
  readonly only?: "all" | "critical";
  /** `shown`: external services cannot fail the run either, although every check runs. */
  readonly outages?: "judged" | "shown";
  /** Files that the release changes; `undefined`: not known, every check counts as affected. */
  readonly changed?: readonly string[];
  /** Where `command` checks run, and all that they see of the machine. Without it they fail. */
  readonly commands?: { readonly directory: string; readonly env: Readonly<Record<string, string>> };
  /** `category: name` → why this environment leaves that check out. */
  readonly skip?: Readonly<Record<string, string>>;
  /** Of one request or connection, in ms, instead of the spec's. */
  readonly timeoutMs?: number;
  /** Before production: every value that is configured for production. Its hosts, databases and accounts are refused. */
  readonly production?: readonly string[];
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
  readonly retry: Retry;
  readonly egress: Egress;
}
