import { expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { numberOfThisTree, partOfThisTree } from "./tree.ts";

const wrong = fc.property(fc.integer(), fc.string(), (number, text) => number % 7 !== 3 || text.length < 3);
const isFixed = process.env["FAST_CHECK_SEED"] !== "random";

(isFixed ? it : it.skip)("a property that fails, fails the same way each time that this tree is tested", () => {
  const [first, second] = [fc.check(wrong), fc.check(wrong)];

  expect(first.failed).toBe(true);
  // fast-check keeps a seed as a signed number.
  expect([first.seed, second.seed]).toEqual([numberOfThisTree() | 0, numberOfThisTree() | 0]);
  expect(second.counterexamplePath).toBe(first.counterexamplePath);
  expect(second.counterexample).toEqual(first.counterexample);
});

it("a tree has one part of several", () => {
  expect([0, 1, 2, 3]).toContain(partOfThisTree(4));
  expect(partOfThisTree(4)).toBe(partOfThisTree(4));
});
