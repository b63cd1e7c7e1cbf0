import { expect, it } from "@jest/globals";

import type { Fact, FactBody } from "./facts.ts";
import type { DodCategory } from "./gate-results.ts";
import { missingGuards } from "./missing-guards.ts";
import type { Override } from "./overrides.ts";
import { fold } from "./record.ts";

const sha = "a".repeat(40);
const other = "c".repeat(40);

/** In its review, with the gate `dod` passed and this seen of one category. */
function inReview(status: DodCategory["status"], then: readonly FactBody[] = [], overrides: readonly Override[] = []) {
  const seen: DodCategory = { name: "CI status", status, evidence: "Seen." };
  const bodies: readonly FactBody[] = [
    {
      type: "opened",
      attempt: 1,
      plan: {
        releaseVersion: "2.5.0",
        releaseType: "standard",
        baseBranch: "develop",
        baseSha: "b".repeat(40),
        targetBranch: "main",
        releaseBranch: "release/2.5.0",
        tag: "v2.5.0",
        gates: ["dod"],
        steps: [100],
        stagingStrategy: "blue-green",
        productionStrategy: "canary",
        initiatedBy: "ada",
        configDigest: "0".repeat(64),
        ...(overrides.length === 0 ? {} : { overrides }),
      },
    },
    {
      type: "branch-prepared",
      sha,
      files: [],
      changelog: "x",
      ledger: { commits: 1, inNotes: 1, hidden: 0, unconventional: 0 },
    },
    { type: "moved", from: "initiated", to: "quality_gates", reason: "" },
    {
      type: "gate-finished",
      gate: "dod",
      status: "passed",
      sha,
      executionTimeMs: 1,
      targetMs: 1,
      failures: [],
      metrics: { gate: "dod", categoriesPassed: 8, categoriesFailed: 0, categories: [seen] },
    },
    { type: "moved", from: "quality_gates", to: "review", reason: "" },
    ...then,
  ];
  const run = { id: "1", attempt: 1 };
  return fold(
    bodies.map((body, index): Fact => ({
      seq: index + 1,
      release: "v2.5.0",
      at: new Date(index).toISOString(),
      actor: "ada",
      run,
      prev: "0".repeat(64),
      ...body,
    })),
  );
}

const asserted = (status: "passed" | "failed", of: string): FactBody => ({
  type: "done-asserted",
  status,
  sha: of,
  categories: [],
});
const dod: Override = { gate: "dod", reason: "INC-7" };

it.each<[string, ReturnType<typeof inReview>, boolean]>([
  ["everything was proved at the gate", inReview("passed"), false],
  ["an admin answers for a gate of it", inReview("overridden"), false],
  ["a category is provisional", inReview("provisional"), true],
  ["it was looked at again and is open", inReview("provisional", [asserted("failed", sha)]), true],
  ["it was proved of another commit", inReview("provisional", [asserted("passed", other)]), true],
  ["it was proved", inReview("provisional", [asserted("passed", sha)]), false],
  ["it was proved, and then not", inReview("provisional", [asserted("passed", sha), asserted("failed", sha)]), true],
  ["it is open and the gate is overridden", inReview("provisional", [asserted("failed", sha)], [dod]), false],
])("when %s: is staging forbidden by the Definition of Done?", (_when, record, isForbidden) => {
  expect(missingGuards(record, "staging")?.includes("definitionOfDoneAsserted")).toBe(isForbidden);
});
