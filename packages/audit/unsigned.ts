import { lastSigned } from "./checkpoint.ts";
import { factsIn } from "./facts.ts";
import { entryIn, hasTexts, linesIn } from "./lines.ts";
import { sha256 } from "./log.ts";

import type { Fact } from "#machine";

/** A release as a line of the log names it. */
export interface LoggedRelease {
  readonly release: string;
  /** Of its facts. */
  readonly digest: string;
}

/** The releases of a log, oldest first; lines that cannot be read are left to `verify`. */
export function loggedReleases(log: Buffer): readonly LoggedRelease[] {
  return releasesOf(linesIn(log).lines);
}

/** Those that came after the last checkpoint: whatever kept it away, nobody vouched for them yet. */
export function unsignedReleases(log: Buffer): readonly LoggedRelease[] {
  return releasesOf(linesIn(log).lines.slice(lastSigned(log)?.line ?? 0));
}

/** The facts of a logged release; `undefined` when the file does not hold those that were recorded. */
export function recordedFacts({ digest }: LoggedRelease, file: Buffer): readonly Fact[] | undefined {
  return sha256(file) === digest ? factsIn(file) : undefined;
}

function releasesOf(lines: readonly Buffer[]): readonly LoggedRelease[] {
  return lines.flatMap((line) => {
    const entry = entryIn(line, isLogged);
    return entry === undefined ? [] : [{ release: entry.release, digest: entry.digest }];
  });
}

function isLogged(entry: unknown): entry is LoggedRelease {
  return hasTexts(entry, ["release", "digest"]);
}
