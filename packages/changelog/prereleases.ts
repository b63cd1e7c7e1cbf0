import * as semver from "./semver.ts";
import { ReleaseFault } from "#faults";

/** What is known of pre-releases when a version is chosen. */
export interface Prereleases {
  /** Their word, like `rc` in X.Y.Z-rc.N; `undefined` where there are none. */
  readonly word: string | undefined;
  /** Versions that are tagged, on whatever branch: none is used twice. */
  readonly taken: readonly string[];
  /** Those of them whose commit the release contains: it must be greater. */
  readonly contained: readonly string[];
}

const form = /^(?<core>\d+\.\d+\.\d+)-(?<word>[a-z][a-z0-9]*)\.(?<number>[1-9]\d*)$/;

/** The versions of the tags that are pre-releases (`v1.2.0-rc.1`), in their order; no rollback is one. */
export function prereleaseVersions(tags: readonly string[]): readonly string[] {
  return tags
    .flatMap((tag) => {
      const version = tag.replace(/^v/, "");
      const { word } = form.exec(version)?.groups ?? {};
      return word === undefined || word === "rollback" || semver.valid(version) !== version ? [] : [version];
    })
    .toSorted(semver.compare);
}

/** The highest version of these, or `undefined`. */
export function highest(versions: readonly string[]): string | undefined {
  return versions.toSorted(semver.compare).at(-1);
}

/** X.Y.Z of a version. */
export function coreOf(version: string): string {
  const { major, minor, patch } = new semver.SemVer(version);
  return `${major}.${minor}.${patch}`;
}

/** The pre-release of `core` after all that are tagged. */
export function nextPrerelease(core: string, { word, taken }: Prereleases): string {
  const numbers = taken.flatMap((version) => {
    const parts = form.exec(version)?.groups;
    return parts?.["core"] === core && parts["word"] === word ? [Number(parts["number"])] : [];
  });
  return `${core}-${word ?? ""}.${Math.max(0, ...numbers) + 1}`;
}

/** Refuses a named pre-release that has another word than the configuration, or a number that does not go on. */
export function requireNext(version: string, known: Prereleases): void {
  const { core, word } = form.exec(version)?.groups ?? {};
  const next = nextPrerelease(core ?? coreOf(version), known);
  if (word === undefined || word !== known.word) {
    throw new ReleaseFault("input", `A pre-release is X.Y.Z-${known.word ?? ""}.N here, not ${version}`, {
      hint: `Its word is versions.prerelease in the configuration. Example: --version=${next}`,
    });
  }
  if (semver.gte(version, next)) return;
  throw new ReleaseFault("policy", `Pre-release ${version} does not go on: the next one of ${core ?? ""} is ${next}`, {
    hint: `A number is never used twice. Example: --version=${next} (or --version=prerelease)`,
  });
}
