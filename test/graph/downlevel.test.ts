import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";

import { downlevel } from "../../scripts/downlevel.ts";
import { root, workflowText } from "./workflow.ts";

const names = readdirSync(new URL(".github/workflows", root)).map((file) => file.replace(/\.yml$/, ""));

type Tree = string | number | boolean | null | undefined | readonly Tree[] | { readonly [key: string]: Tree };

/** Every place in which two trees differ, as `path: before → after`. */
function differences(before: Tree, after: Tree, path = ""): readonly string[] {
  if (!isBranch(before) || !isBranch(after)) {
    return before === after ? [] : [`${path}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const a = before as { readonly [key: string]: Tree };
  const b = after as { readonly [key: string]: Tree };
  return [...keys].flatMap((key) => differences(a[key], b[key], `${path}/${key}`));
}

function isBranch(tree: Tree): tree is readonly Tree[] | { readonly [key: string]: Tree } {
  return typeof tree === "object" && tree !== null;
}

describe("the copy for act and actionlint", () => {
  it.each(names)("of %s differs in own references, queue and deployment only", (name) => {
    const text = workflowText(name);

    const found = differences(parse(text) as Tree, parse(downlevel(text, "checkout")) as Tree);

    expect(found.length).toBeGreaterThan(0);
    for (const difference of found) {
      expect(difference).toMatch(
        /\/uses: "\$\/(\S+)" → "\.\/\1"$|\/environment\/deployment: false → undefined$|\/concurrency\/queue: "max" → undefined$/,
      );
    }
  });

  it.each(names)("of %s has none of what they do not know", (name) => {
    expect(downlevel(workflowText(name), "checkout")).not.toMatch(/uses: \$|queue: max|deployment: false/);
  });

  it("of the composite action differs in own references only", () => {
    const text = readFileSync(new URL("action.yml", root), "utf8");

    const found = differences(parse(text) as Tree, parse(downlevel(text, "org/release@v1")) as Tree);

    expect(found.length).toBe(
      (parse(text) as { readonly runs: { readonly steps: readonly Tree[] } }).runs.steps.length,
    );
    for (const difference of found)
      expect(difference).toMatch(/^\/runs\/steps\/\d+\/uses: "\$\/(\S+)" → "org\/release\/\1@v1"$/);
  });

  it("names the repository when it is called from another one", () => {
    const copy = downlevel(workflowText("release"), "org/release@v1");

    expect(copy).toContain("uses: org/release/actions/validate@v1");
    expect(copy).toContain("uses: org/release/.github/workflows/production.yml@v1");
  });

  it.each([
    ["cache-mode: none\n", '"cache-mode" in workflow'],
    ["jobs:\n  a:\n    snapshot: x\n", '"snapshot" in job'],
    ["jobs:\n  a:\n    environment:\n      name: x\n      url: y\n", '"url" in environment'],
    ["jobs:\n  a:\n    permissions:\n      models: read\n", '"models" in permissions'],
    ["permissions:\n  models: read\n", '"models" in permissions'],
    ["jobs:\n  a:\n    concurrency:\n      group: x\n      depth: 3\n", '"depth" in concurrency'],
    ["jobs:\n  a:\n    strategy:\n      max-parallel: 3\n", '"max-parallel" in strategy'],
    ["jobs:\n  a:\n    steps:\n      - background: true\n", '"background" in step'],
    ["jobs:\n  a:\n    steps:\n      - run: true\n", '"run" in step'],
    ["runs:\n  using: composite\n  steps:\n    - run: true\n", '"run" in action step'],
    ["runs:\n  using: composite\n  post: x\n", '"post" in runs'],
    ["runs:\n  using: composite\njobs: {}\n", '"jobs" in action'],
  ])("refuses a key that has no rule: %j", (text, message) => {
    expect(() => downlevel(text, "checkout")).toThrow(message);
  });

  it("leaves references to others as they are", () => {
    const text = "jobs:\n  a:\n    steps:\n      - uses: actions/cache@0123456789012345678901234567890123456789\n";

    expect(downlevel(text, "checkout")).toBe(text);
  });
});
