/**
 * Where a journal keeps its bytes: named heads, each at a version of some files, changed by compare-and-swap. Everything
 * clever (leases, news, retries) stands above it and is written once.
 */
export interface Store {
  /** Heads whose names begin so, and the one clock by which leases are judged, in ms since 1970. Reads may be torn. */
  look(prefixes: readonly string[]): Promise<{ readonly heads: ReadonlyMap<string, string>; readonly nowMs: number }>;
  /** Files of a head at a version; those that are not there are missing. `undefined`: the version is gone, look again. */
  read(ref: string, version: string, paths: readonly string[]): Promise<ReadonlyMap<string, string> | undefined>;
  /** The same, byte for byte. */
  readBytes(ref: string, version: string, paths: readonly string[]): Promise<ReadonlyMap<string, Buffer> | undefined>;
  /** Paths of a head at a version; `undefined` as above. */
  list(ref: string, version: string): Promise<readonly string[] | undefined>;
  /**
   * All changes or none, each only where the head is as expected. The same changes sent again make the same versions,
   * so that a writer whose answer was lost can send them again or look for them. Throws when the store forbids it.
   */
  write(changes: readonly Change[], at: string): Promise<Written>;
}

export interface Change {
  readonly ref: string;
  /** A version, or `absent`. */
  readonly expect: string;
  /** The files; `undefined` as content removes one. Without `files` the head itself is removed. */
  readonly files?: ReadonlyMap<string, string | undefined>;
  /** What becomes of the version before: `lost`, kept as `history`, or its files go on as the `base` of these. */
  readonly before: "lost" | "history" | "base";
  readonly message: string;
}

export interface Written {
  readonly state: "applied" | "refused" | "unknown";
  readonly reason: string;
  /** What each changed head is, or would be; removed heads are missing. */
  readonly versions: ReadonlyMap<string, string>;
}
