import { expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { lintCommit } from "./lint.ts";

function lint(message: string, parents: readonly string[] = []) {
  return lintCommit({ sha: "0", parents, author: { name: "", email: "" }, committedAt: 0, message });
}

it.each([
  "fix: count an order once",
  "feat(cart)!: drop the old basket\n\nIt was slow.\n\nBREAKING CHANGE: carts are empty once",
  "wip: something of ours",
  'Revert "feat: a basket"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.',
  "Merge pull request #12 from acme/basket\n\nfeat: a basket",
])("finds nothing wrong with %j", (message) => {
  expect(lint(message)).toEqual([]);
});

it("finds nothing wrong with a merge that git wrote", () => {
  expect(lint("Merge branch 'main' into basket", ["1", "2"])).toEqual([]);
});

it.each<[string, number, string, string]>([
  ["count an order once", 1, "there is no type", "Example: fix: count an order once"],
  ["fix:count an order once", 1, "there is no space after the colon", "Example: fix: count an order once"],
  ["fix(cart) : once", 1, "something stands between the type and its colon", "Example: fix(cart): once"],
  ["fix: ", 1, "there is no description after the colon", "Example: fix: count an order once"],
  ["faet(cart): a basket", 1, 'the type "faet" is not in the changelog', "Did you mean feat(cart): a basket"],
  ["fix: once\nmore", 2, "the body begins without a blank line", "Leave line 2 empty."],
  ["fix: once\n\nBreaking change: all", 3, "this is not read as a breaking change", "BREAKING CHANGE: what breaks"],
  ["", 1, "there is no message", "Example: fix:"],
])("of %j it says line %d: %s", (message, line, problem, hint) => {
  expect(lint(message)).toEqual([{ line, problem, hint: expect.stringContaining(hint) }]);
});

it("never fails, whatever is written", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (message) => {
      for (const { line } of lint(message)) expect(line).toBeGreaterThan(0);
    }),
  );
});
