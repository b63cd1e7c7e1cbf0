import * as semver from "./semver.ts";
import { ReleaseFault } from "#faults";
import type { Bump } from "./bump.ts";
import { coreOf, highest, nextPrerelease, requireNext, type Prereleases } from "./prereleases.ts";

export interface VersionQuestion {
  /** `2.5.0`, or `major`, `minor`, `patch`, `auto`, `prerelease`; where they are allowed `2.5.0-rc.1`. */
  readonly asked: string;
  /** Last released version, with or without `v`. */
  readonly last?: string | undefined;
  /** What the commits since then ask for (`Changelog.bump`). */
  readonly commits?: Bump | undefined;
  /** Absent: there are no pre-releases. */
  readonly prereleases?: Prereleases;
  /** Whether the version may be lower than what the commits ask for. */
  readonly allowLower?: boolean;
}

const formatHint = "Version must follow X.Y.Z format. Example: --version=2.5.0";

/**
 * The version to release, or a fault that says which one would do.
 *
 * Before 1.0.0 (semver 4: "anything MAY change") a breaking change asks for the next minor version, never by itself
 * for 1.0.0: that step is a decision of people (`--version=major` or `--version=1.0.0`).
 */
export function resolveVersion(question: VersionQuestion): {
  readonly version: string;
  readonly warnings: readonly string[];
} {
  const { asked, allowLower = false, prereleases = none } = question;
  const last = question.last === undefined ? undefined : parseLast(question.last);
  if (asked === "auto") return resolveAuto(last, question.commits, prereleases);
  if (asked === "prerelease") return resolvePrerelease(last, question.commits, prereleases);
  const version = isBump(asked) ? raised(last, asked) : parseNamed(asked, prereleases);
  if (last !== undefined && semver.lte(version, last)) {
    const next = raised(last, "patch");
    throw new ReleaseFault("input", `Version ${version} is not greater than the last release, ${last}`, {
      hint: `Use ${next} or higher. Example: --version=${next}`,
    });
  }
  const inside = highest(prereleases.contained);
  if (inside !== undefined && semver.lte(version, inside)) {
    throw new ReleaseFault("policy", `Version ${version} is not greater than ${inside}, whose commit it contains`, {
      hint: `Finish what that pre-release began. Example: --version=${coreOf(inside)}`,
    });
  }
  const least = last === undefined || question.commits === undefined ? undefined : implied(last, question.commits);
  if (least === undefined || semver.gte(coreOf(version), least)) return { version, warnings: [] };
  const why = `the commits since ${last ?? "the beginning"} ${reasons[question.commits ?? "patch"]}, which asks for ${least}`;
  if (allowLower) return { version, warnings: [`Version ${version} was allowed, although ${why}.`] };
  throw new ReleaseFault("policy", `Version ${version} is too low: ${why}`, {
    hint: `Let the commits decide: --version=auto, or name ${least} or higher. To release ${version} all the same, say so: --allow-lower-version (in a workflow: allow-lower-version).`,
  });
}

const reasons: { readonly [B in Bump]: string } = {
  major: "contain a breaking change",
  minor: "contain a new feature",
  patch: "contain a fix",
};

const none: Prereleases = { word: undefined, taken: [], contained: [] };

function resolveAuto(last: string | undefined, bump: Bump | undefined, { contained }: Prereleases) {
  const inside = highest(contained);
  if (inside !== undefined) return { version: finished(inside, last, bump), warnings: [] };
  if (last === undefined) {
    return { version: "0.1.0", warnings: ["There is no earlier release: the first version is 0.1.0."] };
  }
  if (bump === undefined) {
    throw new ReleaseFault("input", `No commit since ${last} asks for a release`, {
      hint: `Name the version if you want one all the same. Example: --version=${raised(last, "patch")}`,
    });
  }
  return { version: implied(last, bump), warnings: [] };
}

/** The version that a pre-release was one of, unless the commits ask for a higher one by now. */
function finished(inside: string, last: string | undefined, bump: Bump | undefined): string {
  const asked = last === undefined || bump === undefined ? undefined : implied(last, bump);
  return asked !== undefined && semver.gt(asked, coreOf(inside)) ? asked : coreOf(inside);
}

function resolvePrerelease(last: string | undefined, bump: Bump | undefined, prereleases: Prereleases) {
  requireAllowed(prereleases);
  const { version, warnings } = resolveAuto(last, bump, prereleases);
  return { version: nextPrerelease(version, prereleases), warnings };
}

function requireAllowed({ word }: Prereleases): void {
  if (word !== undefined) return;
  throw new ReleaseFault(
    "input",
    "Pre-releases are not allowed here: Version must follow semantic versioning (X.Y.Z)",
    {
      hint: `${formatHint}. To allow X.Y.Z-rc.N: versions: { prerelease: rc } in the configuration.`,
    },
  );
}

function implied(last: string, bump: Bump): string {
  return raised(last, bump === "major" && semver.major(last) === 0 ? "minor" : bump);
}

function raised(last: string | undefined, bump: Bump): string {
  return new semver.SemVer(last ?? "0.0.0").inc(bump).version;
}

function isBump(asked: string): asked is Bump {
  return asked === "major" || asked === "minor" || asked === "patch";
}

function parseNamed(asked: string, prereleases: Prereleases): string {
  const version = strictVersion(asked);
  if (version === undefined) {
    throw new ReleaseFault("input", "Version must follow semantic versioning (X.Y.Z)", { hint: formatHint });
  }
  if (version.prerelease.length === 0) return version.version;
  requireAllowed(prereleases);
  requireNext(version.version, prereleases);
  return version.version;
}

/** Refuses at once what is a version in no configuration. */
export function requireVersionForm(asked: string): void {
  const isWord = asked === "auto" || asked === "prerelease" || isBump(asked);
  if (isWord || strictVersion(asked) !== undefined) return;
  throw new ReleaseFault("input", "Version must follow semantic versioning (X.Y.Z)", { hint: formatHint });
}

function parseLast(last: string): string {
  const version = strictVersion(last.replace(/^v/, ""));
  if (version === undefined) {
    throw new ReleaseFault("input", `The last release, "${last}", is not a semantic version`, {
      hint: "Release tags look like v2.4.0. Name the last release by such a tag.",
    });
  }
  return version.version;
}

/** Exactly `X.Y.Z` or `X.Y.Z-pre`: no `v`, no blanks, no build part. */
function strictVersion(text: string): semver.SemVer | undefined {
  const version = semver.parse(text);
  return version !== null && version.version === text && version.build.length === 0 ? version : undefined;
}

/**
 * The tag of the highest version, or `undefined`. Tags that are no versions do not count, `vX.Y.Z-rollback` never
 * does: it parses as a pre-release and marks the end of a release, not one.
 */
export function lastReleaseTag(
  tags: readonly string[],
  options?: { readonly allowPrerelease?: boolean },
): string | undefined {
  let best: { readonly tag: string; readonly version: semver.SemVer } | undefined;
  for (const tag of tags) {
    const version = strictVersion(tag.replace(/^v/, ""));
    if (version === undefined || isRollback(version)) continue;
    if (version.prerelease.length > 0 && options?.allowPrerelease !== true) continue;
    if (best === undefined || version.compare(best.version) > 0) best = { tag, version };
  }
  return best?.tag;
}

function isRollback({ prerelease }: semver.SemVer): boolean {
  return String(prerelease[0] ?? "").startsWith("rollback");
}
