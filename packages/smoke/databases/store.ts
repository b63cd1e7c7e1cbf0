/** The only table, collection or prefix of keys that is written. */
export const sandbox = "release_command_smoke";

/** A mark that a dead run left behind is removed by the next run after this. */
export const sweepAfterMs = 3_600_000;

/** How to reach a database. */
export interface Access {
  readonly url: string;
  readonly timeoutMs: number;
  /** `undefined`: as the URL says. */
  readonly tls: { readonly ca?: string } | undefined;
}

/** One connection to one database. Nothing is connected before the first call. */
export interface Store {
  /**
   * Writes `mark` into the sandbox, reads it back, removes it and what dead runs left. Throws the driver's own errors.
   * Killed at any instant it leaves at most one marked entry, which the next run removes.
   */
  roundTrip(mark: string): Promise<void>;
  /** Answers when the database can be read. */
  read(): Promise<void>;
  /** Hangs up at once, whatever is under way. Never throws. */
  close(): Promise<void>;
}

/** What an error of a driver means, and whether it may be gone in a moment. */
export type Meaning = readonly [text: string, transient: boolean];

/** One kind of database. */
export interface Driver {
  /** A URL to show as an example, without an account: that would be taken for a secret. */
  readonly example: string;
  open(access: Access): Store;
  /** By the driver's own codes; `undefined` for what it does not know. */
  meaningOf(thrown: unknown): Meaning | undefined;
}

/** The mark was written and is not there. */
export class MarkLostError extends Error {
  override readonly name = "MarkLostError";
}
