import { describe, expect, it } from "@jest/globals";
import { ReleaseFault } from "#faults";
import type { Bump } from "./bump.ts";
import { lastReleaseTag, resolveVersion } from "./versions.ts";

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

  it.each(["2.5", "v2.5.0", "2.5.0 ", "02.5.0", "2.5.0-rc.1", "2.5.0+1", "", "latest", "constructor"])(
    "refuses %j with the words of the requirements",
    (asked) => {
      const attempt = () => resolveVersion({ asked });

      expect(attempt).toThrow("Version must follow semantic versioning (X.Y.Z)");
      expect(attempt).toThrow(
        expect.objectContaining({ code: "input", hint: "Version must follow X.Y.Z format. Example: --version=2.5.0" }),
      );
    },
  );

  it.each([
    ["2.5.0-rc.1", "2.4.0"],
    ["2.5.0-rc.2", "2.5.0-rc.1"],
    ["2.5.0", "2.5.0-rc.2"],
  ])("takes %s after %s where pre-releases are allowed", (asked, last) => {
    expect(resolveVersion({ asked, last, commits: "minor", allowPrerelease: true }).version).toBe(asked);
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
