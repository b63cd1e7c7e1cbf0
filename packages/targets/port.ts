import type { Environment } from "#machine";

/**
 * Somewhere a version can run. Every method is convergent: called again after a death it makes the same thing so.
 * A write counts when reading the platform confirms it, never when the write was accepted.
 */
export interface Target {
  readonly environment: Environment;
  readonly capabilities: {
    /** Can traffic be split by percentage? Without it only blue-green (0 and 100) is possible. */
    readonly weights: boolean;
    /** Can the idle version be addressed before it gets traffic? */
    readonly addressable: boolean;
  };
  /** Absent: what runs a version is the platform's affair, and rolling moves shares of the traffic. */
  readonly instances?: Instances;
  /**
   * Reachable, credentials valid, able to give each of the shares that a rollout will ask for (a platform may know only
   * some: replicas, machines, stages), and what it serves now. Throws a `remote` or `config` fault; changes nothing.
   */
  check(shares?: readonly number[]): Promise<Observation>;
  /**
   * Brings the version up next to the serving one, without traffic, and waits until it is healthy. With `count`, which only
   * targets with `instances` are given, on so many of them.
   */
  prepare(artifact: Artifact, signal: AbortSignal, count?: number): Promise<void>;
  /**
   * Gives `percent` (0–100) of the traffic to the candidate, the rest to the version serving before; confirms by reading.
   * Where nothing else serves (a first release) any percentage above 0 is all of it.
   */
  shift(artifact: Artifact, percent: number, signal: AbortSignal): Promise<void>;
  /** What the platform says now. Never cached. */
  observe(): Promise<Observation>;
  /** Makes the candidate the serving version and ends the rollout; the previous one is kept addressable at 0 %. */
  finish(artifact: Artifact): Promise<void>;
  /** All traffic to `version` (the one serving before), at once; the bad one stays up at 0 %. Convergent and fast. */
  rollback(version: string, signal: AbortSignal): Promise<void>;
  /**
   * Takes down what was rolled back longer ago than it is to be kept, where the platform does not do so by itself. Never
   * what has traffic. Safe to repeat; failing keeps no release from going on.
   */
  tidy(signal: AbortSignal): Promise<void>;
  /** The very commands a person would type to put all traffic on `version`. */
  manual(version: string): readonly string[];
}

/** A target that can replace the instances of a version a few at a time. */
export interface Instances {
  /** How many a version runs on. */
  readonly total: number;
  /**
   * Afterwards `count` instances run the candidate, with `percent` of the traffic, and the rest run the version before.
   * New ones are healthy before they get traffic; requests under way at old ones end first. Convergent; confirmed by reading.
   */
  replace(artifact: Artifact, batch: Replacement, signal: AbortSignal): Promise<void>;
}

export interface Replacement extends Batch {
  readonly percent: number;
}

export interface Batch {
  readonly count: number;
  /** How many of `total` may be missing meanwhile; 0: new ones come before old ones go. */
  readonly maxUnavailable: number;
}

/** What is deployed: the tree of a commit, under its version's name. */
export interface Artifact {
  /** The tag, `vX.Y.Z`. */
  readonly version: string;
  readonly sha: string;
  /** Writes the commit's files into a directory that does not exist yet. */
  readonly export: (directory: string) => Promise<void>;
}

export interface Observation {
  readonly revisions: readonly Revision[];
  /** Where clients go. */
  readonly url: string;
  /** Request header that pins a request at `url` to one version (its value is the tag), where the platform has one. */
  readonly pinHeader?: string;
}

export interface Revision {
  readonly version: string;
  /** Share of traffic, 0–100. */
  readonly percent: number;
  readonly healthy: boolean;
  /** Where this revision alone answers, whatever its share. */
  readonly url?: string;
  /** What the platform's own metrics call the servers of this revision, where they do not tell versions apart. */
  readonly servers?: readonly string[];
  /** To be sent along to `url`, so that this revision answers and nobody else. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Time as targets need it; injected. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Rejects when `signal` is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** What every target is made from. */
export interface TargetOptions {
  readonly environment: Environment;
  /** `environments.X.settings` of the configuration, as written; each target checks its own. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Relative paths in the settings start here. */
  readonly workDirectory: string;
  /** Variables of the run. A script of a target sees those that its settings name, and a few harmless ones. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Ends every wait. */
  readonly signal: AbortSignal;
}
