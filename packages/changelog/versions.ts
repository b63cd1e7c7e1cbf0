import semver from "semver";
import { ReleaseFault } from "#faults";
import type { Bump } from "./bump.ts";

export interface VersionQuestion {
  /** `2.5.0`, or `major`, `minor`, `patch`, `auto`. */
  readonly asked: string;
  /** Last released version, with or without `v`. */
  readonly last?: string | undefined;
  /** What the commits since then ask for (`Changelog.bump`). */
  readonly commits?: Bump | undefined;
  /** Whether `X.Y.Z-rc.N` may be named. */
  readonly allowPrerelease?: boolean;
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
  const { asked, allowLower = false } = question;
  const last = question.last === undefined ? undefined : parseLast(question.last);
  if (asked === "auto") return resolveAuto(last, question.commits);
  const version = isBump(asked) ? raised(last, asked) : parseNamed(asked, question.allowPrerelease === true);
  if (last !== undefined && semver.lte(version, last)) {
    const next = raised(last, "patch");
    throw new ReleaseFault("input", `Version ${version} is not greater than the last release, ${last}`, {
      hint: `Use ${next} or higher. Example: --version=${next}`,
    });
  }
  const least = last === undefined || question.commits === undefined ? undefined : implied(last, question.commits);
  if (least === undefined || semver.gte(core(version), least)) return { version, warnings: [] };
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

function resolveAuto(last: string | undefined, bump: Bump | undefined) {
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

function implied(last: string, bump: Bump): string {
  return raised(last, bump === "major" && semver.major(last) === 0 ? "minor" : bump);
}

function raised(last: string | undefined, bump: Bump): string {
  return new semver.SemVer(last ?? "0.0.0").inc(bump).version;
}

function core(version: string): string {
  const { major, minor, patch } = new semver.SemVer(version);
  return `${major}.${minor}.${patch}`;
}

function isBump(asked: string): asked is Bump {
  return asked === "major" || asked === "minor" || asked === "patch";
}

function parseNamed(asked: string, allowPrerelease: boolean): string {
  const version = strictVersion(asked);
  if (version === undefined || (version.prerelease.length > 0 && !allowPrerelease)) {
    throw new ReleaseFault("input", "Version must follow semantic versioning (X.Y.Z)", { hint: formatHint });
  }
  return version.version;
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
