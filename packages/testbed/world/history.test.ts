import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fastImport } from "./fast-import.ts";
import { faultNames } from "./faults.ts";
import { treesOf } from "./history.ts";
import { readProject } from "./project.ts";

const now = Date.UTC(2026, 9, 30);
const directory = mkdtempSync(join(tmpdir(), "history-"));
const git = (...args: readonly string[]): string =>
  execFileSync("git", args, { cwd: directory, encoding: "utf8" }).trim();

afterAll(() => rmSync(directory, { recursive: true }));

describe("the shop's history, as stock git sees it", () => {
  beforeAll(async () => {
    const { commits, tree } = await readProject({ minimal: false, fault: undefined, config: [] });
    git("init", "-q");
    execFileSync("git", ["fast-import", "--quiet"], { cwd: directory, input: fastImport(commits, tree, now) });
  });

  it("is sound and has 20 to 30 commits of several people", () => {
    git("fsck", "--strict", "--no-dangling");

    expect(git("log", "--no-merges", "--format=%H", "develop").split("\n").length).toBeGreaterThanOrEqual(20);
    expect(Number(git("rev-list", "--count", "develop"))).toBeLessThanOrEqual(30);
    expect(new Set(git("log", "--format=%an", "develop").split("\n")).size).toBe(4);
  });

  it("is git-flow: develop contains the last release and goes on from it", () => {
    expect(git("cat-file", "-t", "v2.4.0")).toBe("tag");
    expect(git("rev-parse", "v2.4.0^{commit}")).toBe(git("rev-parse", "main"));
    expect(git("merge-base", "main", "develop")).toBe(git("rev-parse", "main"));
    expect(git("log", "--format=%s", "v2.4.0..develop").split("\n").toReversed()).toEqual([
      "feat(catalogue): find products by a part of their name",
      "fix(accounts): answer an unknown address as slowly as a wrong password",
      "test(e2e): a wrong password is refused in words",
      "fix(payments): wait three seconds for the payment service, not for ever",
      "perf(database): give an idle connection back after a second",
      "feat(page): show the version that answers",
      "docs(readme): the search, and the sandbox account",
    ]);
  });

  it("changes something in every commit, and adds every file once", async () => {
    const { commits, tree } = await readProject({ minimal: false, fault: undefined, config: [] });
    const trees = treesOf(commits, tree);

    for (const [index, { message, release }] of commits.entries()) {
      const before = trees[index - 1] ?? new Map<string, string>();
      const changed = [...(trees[index] ?? [])].some(([path, text]) => before.get(path) !== text);
      expect([message, changed || release !== undefined]).toEqual([message, true]);
    }
    expect(trees[0]?.size).toBe(commits[0]?.adds?.length);
  });
});

it.each([...faultNames])("the fault %s fits the shop as it is", async (fault) => {
  const { commits, tree, released } = await readProject({ minimal: false, fault, config: [] });

  expect(released).toBe("v2.4.0");
  expect(treesOf(commits, tree)).toHaveLength(commits.length);
});

it("the smallest history fits too, and its configuration can be filled in", async () => {
  const config = [[["environments", "staging", "settings", "directory"], "/somewhere"]] as const;
  const { commits, tree, released } = await readProject({ minimal: true, fault: undefined, config });

  expect(treesOf(commits, tree)).toHaveLength(commits.length);
  expect(tree.get(".github/release-command.yml")).toContain("directory: /somewhere");
  expect(released).toBe("v1.0.0");
});
