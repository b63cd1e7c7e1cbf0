import type { Config } from "#config";
import { ReleaseFault } from "#faults";
import type { Forge } from "#forge";
import type { Git } from "#git";
import { NewsError, type Driver, type Journal } from "#journal";
import { guards, missingGuards, type Environment, type FactBody, type ReleaseRecord, type State } from "#machine";
import type { Monitor } from "#monitors";
import type { Scrubber } from "#scrub";
import type { Artifact, Target } from "#targets";

import type { AuditSigner } from "./records/audit-signer.ts";
import type { SigningKey } from "./review/signing.ts";

/** Time as the stages need it; injected, so that a test need not wait. */
export interface StageClock {
  /** Milliseconds since the epoch. */
  now(): number;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** What the outside world is, for a release. Built once by `open.ts`. */
export interface Ports {
  readonly config: Config;
  readonly git: Git;
  readonly forge: Forge;
  readonly journal: Journal;
  readonly clock: StageClock;
  readonly fetch: typeof fetch;
  /** Variables for smoke tests and project commands, those of the environment included. */
  readonly env: Readonly<Record<string, string>>;
  /** What signs tags, where one was given. */
  readonly signingKey: SigningKey | undefined;
  /** Opens what signs the audit log, as the settings say. Throws a fault where nothing can. */
  readonly auditSigner: (audit: Config["audit"]) => Promise<AuditSigner>;
  /** Who runs this process. */
  readonly actor: string;
  /** Where checkouts and exported versions live; may be lost between runs. */
  readonly workDirectory: string;
  readonly target: (environment: Environment) => Promise<Target>;
  readonly monitor: (environment: Environment, target: Target) => Promise<Monitor>;
  /** Takes secrets out of what is stored or shown. */
  readonly scrub: Scrubber;
  /** Tells people what is going on; never a fact. */
  readonly say: (text: string) => void;
  /** Folds what is said meanwhile, where the log can. */
  readonly group?: <T>(title: string, work: () => Promise<T>) => Promise<T>;
  /** Ends every wait. */
  readonly signal: AbortSignal;
}

/** A stage's world: the ports, and the driver of its release. */
export interface StageContext extends Ports {
  readonly driver: Driver;
  /** This process can write: code of the project runs in a job that cannot, and `completed` leaves the journeys to it. */
  readonly journeysElsewhere?: boolean;
  /** Tells people what was recorded since the last call, beside what goes on. */
  readonly tell?: () => void;
}

/** How a stage ended: the release moved on, waits, needs another look at the record, or is left to another process. */
export type StageEnd = "moved" | "suspended" | "settled" | "left";

/** Decides a move of the machine, if its guards hold; takes effect with the next append. */
export function moveTo(driver: Driver, to: State, reason: string): "moved" {
  const missing = missingGuards(driver.record, to);
  if (missing === undefined || missing.length > 0) {
    const why = missing?.map((name) => guards[name].text).join("; ") ?? "there is no such move";
    throw new ReleaseFault(
      "bug",
      `${driver.id} may not go from ${driver.record.state} to ${to}: not fulfilled: ${why}`,
      {
        hint: `Nothing was moved. Look at the record: release report ${driver.id}`,
      },
    );
  }
  driver.decide({ type: "moved", from: driver.record.state, to, reason });
  return "moved";
}

/** Captures why the release cannot go on, and moves it to `failed`. */
export function failRelease(
  driver: Driver,
  failure: Omit<Extract<FactBody, { type: "failure-captured" }>, "type" | "failedState">,
): "moved" {
  driver.decide({ type: "failure-captured", failedState: driver.record.state, ...failure });
  return moveTo(driver, "failed", failure.failureReason);
}

/** The command that continues a release. */
export function resumeCommand(record: ReleaseRecord): string {
  return `release resume ${record.id}`;
}

/** What is deployed: the tagged commit, under its version. */
export function artifactOf({ git }: Ports, version: string, sha: string): Artifact {
  return { version, sha, export: (directory) => git.exportTree(sha, directory) };
}

/**
 * Runs an effect while listening for requests of people: when one arrives, the effect is cancelled and `NewsError`
 * leaves here, so that the record is read and decided upon again.
 */
export async function attended<T>(context: StageContext, effect: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { driver, signal } = context;
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  let news: unknown;
  const listening = (async () => {
    while (!either.aborted) {
      await context.clock.sleep(1000, either).catch(() => undefined);
      if (either.aborted) return;
      try {
        await driver.poll();
      } catch (thrown) {
        news = thrown;
        stop.abort(thrown);
      }
    }
  })();
  try {
    return await effect(either);
  } catch (thrown) {
    if (news !== undefined) throw news;
    throw thrown;
  } finally {
    stop.abort(new NewsError("over"));
    await listening;
  }
}

/** A value that the guards promise is in the record. */
export function required<T>(value: T | undefined, what: string): T {
  if (value !== undefined) return value;
  throw new ReleaseFault("bug", `${what} is not in the record`, {
    hint: "Run again with RELEASE_DEBUG=1 and report the output.",
  });
}
