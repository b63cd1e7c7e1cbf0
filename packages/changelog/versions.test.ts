import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { ReleaseFault } from "#faults";
import type { Bump } from "./bump.ts";
import { lastReleaseTag, requireVersionForm, resolveVersion } from "./versions.ts";
import { prereleaseVersions } from "./prereleases.ts";

describe("the version that was asked for", () => {
  it.each<[string, string | undefined, Bump | undefined, string]>([
    ["2.5.0", "2.4.0", "minor", "2.5.0"],
    ["3.0.0", "2.4.0", "minor", "3.0.0"],
    ["major", "2.4.0", "patch", "3.0.0"],
    ["minor", "v2.4.0", undefined, "2.5.0"],
    ["patch", "2.4.0", "patch", "2.4.1"],
    ["auto", "2.4.0", "major", "3.0.0"],
    ["auto", "2.4.0", "minor", "2.5.0"],
    ["auto", "0.4.2", "major", "0.5.0"],
    ["auto", "0.4.2", "minor", "0.5.0"],
    ["auto", undefined, "major", "0.1.0"],
    ["major", "0.4.2", "minor", "1.0.0"],
    ["2.5.0", undefined, "major", "2.5.0"],
  ])("%s after %s with %s changes is %s", (asked, last, commits, version) => {
    expect(resolveVersion({ asked, last, commits }).version).toBe(version);
  });

  it.each(["2.5", "v2.5.0", "2.5.0 ", "02.5.0", "2.5.0+1", "", "latest", "constructor"])(
    "refuses %j with the words of the requirements",
    (asked) => {
      const attempt = () => resolveVersion({ asked });

      expect(attempt).toThrow("Version must follow semantic versioning (X.Y.Z)");
      expect(attempt).toThrow(
        expect.objectContaining({ code: "input", hint: "Version must follow X.Y.Z format. Example: --version=2.5.0" }),
      );
    },
  );

  it.each<[string, Bump | undefined, readonly string[], readonly string[], string]>([
    ["2.5.0-rc.1", "minor", [], [], "2.5.0-rc.1"],
    ["prerelease", "minor", [], [], "2.5.0-rc.1"],
    ["prerelease", "patch", ["2.4.1-rc.9", "2.4.1-rc.10"], ["2.4.1-rc.9"], "2.4.1-rc.11"],
    ["prerelease", "patch", ["2.4.1-beta.7"], [], "2.4.1-rc.1"],
    ["prerelease", "minor", ["2.4.1-rc.1"], ["2.4.1-rc.1"], "2.5.0-rc.1"],
    ["prerelease", "minor", ["3.0.0-rc.1"], ["3.0.0-rc.1"], "3.0.0-rc.2"],
    ["prerelease", "minor", ["3.0.0-rc.1"], [], "2.5.0-rc.1"],
    ["prerelease", undefined, ["2.4.1-rc.1"], ["2.4.1-rc.1"], "2.4.1-rc.2"],
    ["auto", "minor", ["3.0.0-rc.1"], ["3.0.0-rc.1"], "3.0.0"],
    ["auto", undefined, ["2.5.0-rc.1"], ["2.5.0-rc.1"], "2.5.0"],
    ["2.5.0", "minor", ["2.5.0-rc.2"], ["2.5.0-rc.2"], "2.5.0"],
  ])("%s after 2.4.0 with %s changes, %j tagged and %j inside is %s", (asked, commits, taken, contained, version) => {
    const prereleases = { word: "rc", taken, contained };

    expect(resolveVersion({ asked, last: "2.4.0", commits, prereleases }).version).toBe(version);
  });

  it.each<[string, string]>([
    ["2.5.0-rc.2", "the next one of 2.5.0 is 2.5.0-rc.3"],
    ["2.5.0-beta.1", "A pre-release is X.Y.Z-rc.N here"],
    ["2.5.0-rc", "A pre-release is X.Y.Z-rc.N here"],
    ["2.5.0-rollback.1", "A pre-release is X.Y.Z-rc.N here"],
    ["2.4.9", "not greater than 2.5.0-rc.2, whose commit it contains"],
    ["patch", "not greater than 2.5.0-rc.2, whose commit it contains"],
    ["2.4.0-rc.1", "not greater than the last release, 2.4.0"],
  ])("refuses %s after 2.4.0 and 2.5.0-rc.2: %s", (asked, message) => {
    const prereleases = { word: "rc", taken: ["2.5.0-rc.2"], contained: ["2.5.0-rc.2"] };

    expect(() => resolveVersion({ asked, last: "2.4.0", commits: "patch", prereleases })).toThrow(message);
  });

  it("has no pre-releases unless the configuration names their word", () => {
    for (const asked of ["prerelease", "2.5.0-rc.1"])
      expect(() => resolveVersion({ asked, last: "2.4.0" })).toThrow(
        "Pre-releases are not allowed here: Version must follow semantic versioning (X.Y.Z)",
      );
  });

  it.each(["2.4.0", "2.3.9"])("refuses %s, which is not greater than the last", (asked) => {
    expect(() => resolveVersion({ asked, last: "2.4.0" })).toThrow(/not greater than the last release, 2\.4\.0/);
  });

  it.each<[string, Bump]>([
    ["patch", "major"],
    ["2.5.0", "major"],
    ["2.4.1", "minor"],
  ])("refuses %s when the commits ask for %s, unless it is allowed", (asked, commits) => {
    const question = { asked, last: "2.4.0", commits };

    expect(() => resolveVersion(question)).toThrow(ReleaseFault);
    expect(() => resolveVersion(question)).toThrow(/too low/);
    expect(resolveVersion({ ...question, allowLower: true }).warnings).toHaveLength(1);
  });

  it("does not invent a release when nothing asks for one", () => {
    expect(() => resolveVersion({ asked: "auto", last: "2.4.0" })).toThrow(/asks for a release/);
  });
});

it.each<[readonly string[], boolean, string | undefined]>([
  [["v1.0.0", "v1.10.0", "v1.9.0"], false, "v1.10.0"],
  [["v1.0.0", "v2.0.0-rollback", "v2.0.0-rc.1", "v3", "nightly", "v9.0.0_2"], false, "v1.0.0"],
  [["v1.0.0", "v2.0.0-rollback", "v2.0.0-rc.1"], true, "v2.0.0-rc.1"],
  [["v1.0.0-rollback"], true, undefined],
  [[], false, undefined],
])("the last release of %j (pre-releases: %s) is %s", (tags, allowPrerelease, tag) => {
  expect(lastReleaseTag(tags, { allowPrerelease })).toBe(tag);
});

it("knows pre-releases by their tags, in their order", () => {
  const tags = [
    "v1.0.0",
    "v1.1.0-rc.10",
    "v1.1.0-rc.9",
    "v1.1.0-rollback",
    "v1.1.0-rollback.1",
    "v1.1.0-rc.0",
    "v01.1.0-rc.1",
  ];

  expect(prereleaseVersions(tags)).toEqual(["1.1.0-rc.9", "1.1.0-rc.10"]);
});

it("whatever is asked for is a plain version that names a branch and a tag, or refused as input", () => {
  const part = fc.oneof(fc.nat(30).map(String), fc.constantFrom("01", "-1", "9".repeat(40), "x", "", "1e3", "٣"));
  const asked = fc.oneof(
    fc
      .tuple(part, part, part, fc.constantFrom("", "\n", "-rc.1", "+b", "-;id", " ", ".lock", "~1", "\u0000"))
      .map(([major, minor, patch, rest]) => `${major}.${minor}.${patch}${rest}`),
    fc.string({ unit: "binary" }),
    fc.constantFrom("auto", "major", "minor", "patch", "constructor", "::set-output name=a::b", "$(id)"),
  );
  let resolved = 0;
  fc.assert(
    fc.property(asked, fc.constantFrom(undefined, "v1.2.3"), (version, last) => {
      try {
        requireVersionForm(version);
        const found = resolveVersion({ asked: version, last, commits: "patch" }).version;
        expect(found).toMatch(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/);
        resolved += 1;
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(ReleaseFault);
        expect(["input", "policy"]).toContain((thrown as ReleaseFault).code);
      }
    }),
    { numRuns: 2_000 },
  );
  expect(resolved).toBeGreaterThan(10);
});
