import { ReleaseFault } from "#faults";
import type { Deed, Environment, Fact, FactBody, Json, ReleasePlan, ReleaseRecord, RequestKind } from "#machine";

/** Who writes: goes into the envelope of each fact. */
export interface Author {
  readonly actor: string;
  readonly run: { readonly id: string; readonly attempt: number };
}

/** A release as it was read, with its facts, live or archived. */
export interface StoredRelease {
  readonly id: string;
  readonly facts: readonly Fact[];
  readonly record: ReleaseRecord;
  readonly live: boolean;
}

/** The journal of one repository: every release, live and archived. Any number of processes may use it at once. */
export interface Journal {
  /**
   * Opens a release and begins to drive it. Reserves the id in the same atomic push.
   * Throws a `policy` fault naming who drives it when a live record or reservation of that id exists.
   */
  start(id: string, plan: ReleasePlan, attempt: number): Promise<Driver>;
  /**
   * Drives an existing live release: takes its lease (waiting by rule 6 for a stale one, `onWait` says for how long).
   * Throws a `policy` fault naming the holder when somebody alive drives it.
   */
  drive(id: string, options?: { readonly onWait?: (ms: number, holder: string) => void }): Promise<Driver>;
  /** Reads one release; `undefined` when there is none of that id. */
  read(id: string): Promise<StoredRelease | undefined>;
  /** Archived releases, oldest first, then live ones: as they were at one moment, none of them twice. */
  every(): Promise<readonly StoredRelease[]>;
  /** Live releases. */
  live(): Promise<readonly StoredRelease[]>;
  /** Archived releases, oldest first. */
  archived(): Promise<readonly StoredRelease[]>;
  /** The archived releases of the highest versions, at most so many, oldest first: no more of the archive is read. */
  newest(count: number): Promise<readonly StoredRelease[]>;
  /**
   * Appends a request of a person by compare-and-swap, without a lease; sending the same id again changes nothing.
   * Throws a `policy` fault when the release is terminal or not live.
   */
  request(
    release: string,
    request: { readonly id: string; readonly kind: RequestKind; readonly by: string; readonly reason: string },
  ): Promise<void>;
  /**
   * Notes that a run was asked for, if `seen` is still the last fact: of two who looked at once, one is told `true`. Without a lease.
   */
  noteWake(release: string, wake: { readonly seen: number; readonly reason: string }): Promise<boolean>;
  /**
   * Notes an attempt that was denied (decision 56): one line a person and hour, which counts. Without a lease. Throws a
   * `permission` fault when the token may not write, a `remote` one when too many note at once.
   */
  noteDenied(attempt: DeniedAttempt): Promise<void>;
  /** Denied attempts, oldest first. */
  denied(): Promise<readonly Denied[]>;
  /**
   * Notes something about a release, live or archived. Without a lease. An id is noted once: `false` says that somebody
   * else had noted it before.
   */
  note(entry: Pick<Note, "id" | "release" | "kind" | "text">): Promise<boolean>;
  /** Every note, oldest first. */
  notes(): Promise<readonly Note[]>;
  /** Who drives a release, if anybody, at which moment of the code host. */
  whoDrives(release: string): Promise<Watch>;
  /** Files of the archive at one moment, byte for byte as they are stored, by path; nothing of them is judged. */
  archiveFiles(isWanted: (path: string) => boolean): Promise<ReadonlyMap<string, Buffer>>;
  /** A file of the archive branch (`docs/audit/releases.log`), or `undefined`. */
  readArchiveFile(path: string): Promise<string | undefined>;
  /** Makes files about archived releases be so on the archive branch; says whether they were otherwise. Facts stay as they are. */
  amend(about: string, change: Amendment): Promise<"changed" | "same">;
  /** Whose lease an environment is under now, if any: the release that holds or parked it, and whether it is stale. */
  environmentHolder(
    environment: Environment,
  ): Promise<{ readonly release: string; readonly stale: boolean } | undefined>;
}

/** Something about a release that its record cannot take: that one may be closed, or another's to write. */
export interface Note {
  /** Names what is noted; nothing is noted twice. */
  readonly id: string;
  readonly release: string;
  /** A rollback that a person judged wrong, why a release went wrong, or what became of a notice that no driver delivered. */
  readonly kind: "false-positive" | "root-cause" | "notice-claimed" | "notice-delivered" | "notice-failed";
  readonly text: string;
  /** ISO 8601. */
  readonly at: string;
  readonly by: string;
  /** Run and its attempt. */
  readonly run: string;
}

/** What somebody asked for who may not. Names and reasons are cut to a bounded length. */
export interface DeniedAttempt {
  readonly person: string;
  readonly deed: Deed;
  readonly release?: string;
  readonly why: string;
}

/** Everything that one person was denied within one hour. */
export interface Denied {
  /** `2026-03-01T14`, by the clock of the code host, UTC. */
  readonly hour: string;
  readonly person: string;
  readonly count: number;
  /** How often what was asked for. */
  readonly asked: { readonly [D in Deed]?: number };
  /** Of the first and the last attempt, ISO 8601. */
  readonly first: string;
  readonly last: string;
  /** Of the last attempt. */
  readonly release?: string;
  readonly why: string;
  readonly run: string;
}

/** What the lease of a release says. */
export interface Watch {
  /** Milliseconds since the epoch, by the clock of the code host. */
  readonly nowMs: number;
  readonly driver?: {
    readonly actor: string;
    readonly run: Author["run"];
    /** It has said nothing for so long that it is gone. */
    readonly stale: boolean;
  };
}

/** The one process that moves a release. Every method throws `LostLeaseError` once a successor took over. */
export interface Driver {
  readonly id: string;
  /** The fold of all facts known here, those not yet pushed included. Changes with each call. */
  readonly record: ReleaseRecord;
  readonly facts: readonly Fact[];

  /**
   * Durable execution. Done before (in this visit of the state) → its recorded result, without running it.
   * Otherwise one append records what is pending and this intent; then the effect runs; result and facts are held back
   * until the next append. `effect` must be convergent: after a death it runs again.
   * Throws `NewsError` when a request of a person arrived meanwhile: read the record and decide again.
   */
  step<T extends Json>(
    name: string,
    effect: () => Promise<T>,
    options?: {
      /** The environment that the effect mutates: recorded with the intent, so that a death is known to have touched it. */
      readonly touches?: Environment;
      /** Observations that follow from the result: appended together with it. */
      readonly facts?: (result: T) => readonly FactBody[];
    },
  ): Promise<T>;

  /** Holds back an observation (true whatever else happens) until the next append. */
  observe(...facts: readonly FactBody[]): void;
  /**
   * Holds back decisions (a move, a verdict, an answer) until the next append. When that append finds news,
   * held-back decisions are dropped (rule 9) and `NewsError` is thrown; observations are kept.
   */
  decide(...facts: readonly FactBody[]): void;
  /** Appends what is held back, now. */
  flush(): Promise<void>;
  /** Reads the ref (at most every `pollMs`, default 5 s) and throws `NewsError` when a request arrived. */
  poll(): Promise<void>;

  /**
   * Takes the lease of an environment, in one push with the fact. Throws `EnvironmentBusyError` naming the release that
   * holds it; a stale one of a release that touched the environment is never stolen (rule 11).
   */
  takeEnvironment(environment: Environment): Promise<void>;
  /** Gives the environment's lease back with the next append; parks it under the release's name when `parked`. */
  giveBackEnvironment(environment: Environment, options?: { readonly parked?: boolean }): void;

  /** Records the suspension and gives all leases back in the same push. The driver is over. */
  suspend(suspension: Omit<Extract<FactBody, { type: "suspended" }>, "type">): Promise<void>;
  /**
   * Ends the release: archives its facts with `files` (paths on the archive branch; `append` adds a line to a file),
   * deletes its ref and leases, in one atomic push. `files` is asked again with the newest facts after a lost race, and
   * reads the archive as it is there: only what `read` gives may go into a file that is continued. `kept` are the facts as
   * the archive keeps them, with tokens in place of people: what vouches for a record vouches for those.
   */
  archive(
    files: (
      facts: readonly Fact[],
      read: (path: string) => Promise<string | undefined>,
      kept: readonly Fact[],
    ) => Promise<readonly ArchiveFile[]> | readonly ArchiveFile[],
  ): Promise<void>;
  /** Gives the leases back and stops renewing, without a word in the record: for a driver that cannot go on. */
  close(): Promise<void>;
}

export interface ArchiveFile {
  readonly path: string;
  /** The whole file, or the text that is put at its end when `append` is true. */
  readonly content: string;
  readonly append?: boolean;
}

/** A file as it is to be; or files, from the archive as it is where they are written: asked again when somebody was faster. */
export type Amendment =
  | Pick<ArchiveFile, "path" | "content">
  | ((archive: ArchiveNow) => Promise<readonly Pick<ArchiveFile, "path" | "content">[]>);

/** The archive at one moment. */
export interface ArchiveNow {
  /** Milliseconds since the epoch, by the clock of the code host. */
  readonly nowMs: number;
  readonly paths: ReadonlySet<string>;
  readonly readBytes: (paths: readonly string[]) => Promise<ReadonlyMap<string, Buffer>>;
}

/** Time and identity as the journal needs them; injected, so that a test can let the clock lie. */
export interface Clock {
  /** Milliseconds of a monotonic clock that goes on while the machine sleeps. */
  monotonicMs(): number;
  /** Rejects when aborted. A `background` sleep does not keep the process alive. */
  sleep(ms: number, signal?: AbortSignal, options?: { readonly background?: boolean }): Promise<void>;
}

/** How leases age. All in ms. */
export interface LeaseTimes {
  readonly ttlMs: number;
  readonly renewMs: number;
  /** As long as the longest effect may be in flight after its holder was last alive. */
  readonly effectMs: number;
}

/** A person asked for something while we drove: read the record again and decide again. */
export class NewsError extends Error {
  override readonly name = "NewsError";
}

/** A successor took over; whatever this process believed is over. */
export class LostLeaseError extends Error {
  override readonly name = "LostLeaseError";
}

/** Somebody who is alive drives the release: there is nothing to do here, and nothing was changed. */
export class DrivenElsewhereError extends ReleaseFault {
  override readonly name = "DrivenElsewhereError";
}

/** Another release has the environment. */
export class EnvironmentBusyError extends Error {
  override readonly name = "EnvironmentBusyError";
  readonly environment: Environment;
  readonly release: string;
  /** The holder's lease is stale and its release touched the environment: it must be resumed or rolled back first. */
  readonly orphaned: boolean;

  constructor(environment: Environment, release: string, orphaned: boolean) {
    super(`${environment} belongs to release ${release}${orphaned ? ", whose driver died" : ""}`);
    this.environment = environment;
    this.release = release;
    this.orphaned = orphaned;
  }
}
