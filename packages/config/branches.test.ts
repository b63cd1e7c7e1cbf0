import { expect, it } from "@jest/globals";
import { detectBranches, type BranchFacts } from "./index.ts";

const fresh = { containsLastRelease: true, commitsAfter: 3 };
const facts: BranchFacts = { branches: ["main", "develop"], defaultBranch: "main", develop: fresh, configured: {} };

it.each<[string, Partial<BranchFacts>, string, string, string]>([
  ["git-flow", {}, "develop", "main", "git-flow"],
  ["a stale develop", { develop: { containsLastRelease: false, commitsAfter: 9 } }, "main", "main", "trunk"],
  ["a develop with nothing new", { develop: { ...fresh, commitsAfter: 0 } }, "main", "main", "trunk"],
  ["no develop", { branches: ["trunk"], defaultBranch: "trunk" }, "trunk", "trunk", "trunk"],
  ["develop as the default", { defaultBranch: "develop" }, "develop", "main", "git-flow"],
  ["develop alone", { branches: ["develop"], defaultBranch: "develop" }, "develop", "develop", "trunk"],
  ["a configured source", { configured: { source: "next" } }, "next", "main", "configured"],
  ["a configured target", { configured: { target: "stable" } }, "develop", "stable", "configured"],
])("%s", (_name, change, source, target, workflow) => {
  const found = detectBranches({ ...facts, ...change });

  expect(found).toMatchObject({ source, target, workflow });
  expect(found.reason).not.toBe("");
});
