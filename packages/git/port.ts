/** What we need of git in one clone. Plain git underneath, so any host will do. */
export interface Git {
  readonly directory: string;
  /** Address of the remote. */
  readonly remote: string;

  /** The commit that a revision names, or `undefined`. */
  resolve(revision: string): Promise<string | undefined>;
  treeOf(revision: string): Promise<string>;
  isAncestor(ancestor: string, descendant: string): Promise<boolean>;
  /** The newest commit that both have, or `undefined` when their histories share none. */
  mergeBase(one: string, other: string): Promise<string | undefined>;
  /** Text of a file at a revision, or `undefined` when it is not there. */
  readFile(revision: string, path: string): Promise<string | undefined>;
  /** The same for many files with one process; what is not there is missing. */
  readFiles(revision: string, paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** The same, byte for byte: text that is no UTF-8 would read like other text. */
  readBytes(revision: string, paths: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  /** Paths at a revision. */
  listFiles(revision: string): Promise<readonly string[]>;
  /** Paths that differ between two revisions. */
  changedFiles(from: string, to: string): Promise<readonly string[]>;
  /** Local tags whose names begin with this, with the commit each points to. */
  tags(prefix: string): Promise<readonly { readonly name: string; readonly sha: string }[]>;
  /** Output of `git log` with these arguments, streamed. */
  log(args: readonly string[]): AsyncIterable<Buffer>;
  /** Branch, cleanliness and depth of the checkout. */
  status(): Promise<{
    readonly branch?: string;
    readonly head?: string;
    readonly dirty: readonly string[];
    readonly shallow: boolean;
  }>;

  /** Brings objects here. `known`: commits that are here though no ref names them, so that only news is sent. */
  fetch(
    refspecs: readonly string[],
    options?: { readonly depth?: number; readonly known?: readonly string[] },
  ): Promise<void>;
  /** Refs of the remote that match: full names (`refs/heads/main`) or globs of them (`refs/tags/v*`). */
  remoteRefs(patterns: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * Refs of the remote that begin with one of these prefixes, and the server's clock at that moment (`Date`, whole
   * seconds) where the remote is reached by HTTP; `undefined` for files and ssh, which tell no time.
   */
  look(prefixes: readonly string[]): Promise<Sight>;
  /** All updates or none (`--atomic`), each only if the ref is still as expected. */
  push(updates: readonly RefUpdate[]): Promise<PushOutcome>;

  /**
   * A commit on `parent` that changes these files (`undefined` deletes). Same arguments, same commit id: the dates are
   * `at`, so that an effect repeated after a death makes the very same commit. Nothing is checked out.
   * With `whole` the files are the whole tree, whatever the parent has (names without a folder only); costs no process.
   * `base`: a commit that the remote has; what stands in it with the same content is neither written nor pushed again.
   */
  commitFiles(commit: {
    readonly parents: readonly string[];
    readonly files: ReadonlyMap<string, string | undefined>;
    readonly message: string;
    readonly at: string;
    readonly whole?: boolean;
    readonly base?: string | undefined;
  }): Promise<string>;
  /** An annotated tag object; same arguments, same id. Not pushed. */
  tagObject(tag: {
    readonly name: string;
    readonly sha: string;
    readonly message: string;
    readonly at: string;
  }): Promise<string>;
  /** The same, signed by stock git with this key; another object each time. A key that cannot sign is a `config` fault. */
  signedTag(tag: {
    readonly name: string;
    readonly sha: string;
    readonly message: string;
    readonly at: string;
    readonly signer: Signer;
  }): Promise<string>;
  /** Throws what `signedTag` would throw with this key for a tag on this commit; leaves nothing behind. */
  trySigning(sha: string, signer: Signer): Promise<void>;
  /**
   * A commit on `onto` that undoes `commit` (its first-parent side when it is a merge), and with `before` all commits
   * after that one; `conflict` when git cannot.
   */
  revert(revert: {
    readonly commit: string;
    readonly before?: string;
    readonly onto: string;
    readonly message: string;
    readonly at: string;
  }): Promise<
    | { readonly state: "reverted"; readonly sha: string }
    | { readonly state: "conflict"; readonly files: readonly string[] }
    | { readonly state: "nothing-to-revert" }
  >;
  /** A merge commit of `theirs` into `ours`, or `conflict`. */
  merge(merge: {
    readonly ours: string;
    readonly theirs: string;
    readonly message: string;
    readonly at: string;
  }): Promise<
    | { readonly state: "merged"; readonly sha: string }
    | { readonly state: "conflict"; readonly files: readonly string[] }
  >;

  /** Writes the files of a commit into a new directory, without `.git`. */
  exportTree(sha: string, directory: string): Promise<void>;
  /** A detached work tree of a commit; one that is there already is reset to it. */
  ensureWorktree(sha: string, directory: string): Promise<void>;
  removeWorktree(directory: string): Promise<void>;
}

/** A private key and the program that signs with it. */
export interface Signer {
  readonly format: "ssh" | "gpg";
  /** The text of the private key. */
  readonly key: string;
  readonly passphrase?: string;
}

export interface Sight {
  readonly refs: ReadonlyMap<string, string>;
  readonly serverTimeMs: number | undefined;
}

export interface RefUpdate {
  readonly ref: string;
  /** New object; `undefined` deletes the ref. */
  readonly to: string | undefined;
  /** What the ref must be now: an object's id; `absent` creates it; `any` does not ask (fast-forward only). */
  readonly expect: string;
}

export type PushOutcome =
  | { readonly state: "applied" }
  /** Nothing was changed: a ref was not as expected, or the host refused (`denied`: protected ref, permission). */
  | { readonly state: "refused"; readonly reason: string; readonly denied: boolean }
  /** The answer was lost: it may have been applied. Read before deciding again. */
  | { readonly state: "unknown"; readonly reason: string };
