/** How much it matters: P0 wakes people, P3 is for the record. */
export type Priority = "P0" | "P1" | "P2" | "P3";

/** What people are told of a release, once a channel. */
export interface Notice {
  /** Names the event: a retry of the same one carries the same key, so that whoever can tells it once. At most 255 characters. */
  readonly key: string;
  readonly release: string;
  readonly event: string;
  readonly priority: Priority;
  /** `HOTFIX` and the like. */
  readonly labels: readonly string[];
  /** One line. */
  readonly title: string;
  /** Plain text, a line each. */
  readonly lines: readonly string[];
  /** What a person types, a line each. */
  readonly commands: readonly string[];
  readonly links: readonly { readonly text: string; readonly url: string }[];
  /** When it happened, ISO 8601. */
  readonly at: string;
  /** The repository, `owner/name`. */
  readonly source: string;
}

/** Somewhere people are reached. */
export interface Channel {
  /**
   * Resolves once the other side took the notice. May be called again after a death: one that knows the key tells nobody
   * twice. Throws a `remote` fault when it was not taken, a `config` fault when that will not change by itself.
   */
  send(notice: Notice, signal: AbortSignal): Promise<void>;
}

/** What every channel is made from. */
export interface ChannelOptions {
  /** With time-outs and retries of its own. */
  readonly fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The value of a variable that holds a secret; throws a `config` fault where it is not set. */
  readonly secret: (variable: string) => string;
}
