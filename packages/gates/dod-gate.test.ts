import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { GateContext } from "./context.ts";
import type { DodEvidence } from "./dod-evidence.ts";
import { dodGate } from "./dod-gate.ts";

const complete: DodEvidence = {
  pullRequests: { total: 3, unreviewed: [] },
  testGates: [{ gate: "unit", status: "pending" }],
  documentation: { changedFiles: ["docs/a.md"], features: 1, breakingChanges: 1 },
  changelog: { written: true, entries: 7 },
  versionFiles: { bumped: ["package.json"], missing: [] },
  security: { gate: "security", status: "passed" },
  deniedLicences: [],
  ciChecks: [{ name: "ci", state: "success" }],
  unresolvedThreads: 0,
  blockers: [],
  rollback: { to: "v1.0.0" },
  irreversibleMigrations: [],
  monitors: ["proxy"],
};

function judge(evidence: Partial<DodEvidence>) {
  const { metrics, failures } = dodGate({ evidence: { ...complete, ...evidence } } as GateContext);
  if (metrics?.gate !== "dod") throw new Error("no metrics");
  return { ...metrics, failures };
}

it("passes eight categories, each with what was seen", () => {
  const { categories, categoriesPassed, failures } = judge({});

  expect(failures).toEqual([]);
  expect(categoriesPassed).toBe(8);
  expect(categories.map(({ name, status }) => `${name}: ${status}`)).toEqual([
    "code review: passed",
    "tests and coverage: provisional",
    "documentation: passed",
    "changelog and version: passed",
    "security and licences: passed",
    "CI status: passed",
    "open blockers: passed",
    "operations: passed",
  ]);
  for (const { evidence } of categories) expect(evidence).toMatch(/^[A-Z].+\.$/);
});

it.each<[string, Partial<DodEvidence>, string]>([
  [
    "code review",
    { pullRequests: { total: 3, unreviewed: ["#7"] } },
    "1 of 3 pull requests were merged without approval: #7.",
  ],
  ["tests and coverage", { testGates: [] }, "No gate of this release runs tests."],
  ["tests and coverage", { testGates: [{ gate: "unit", status: "failed" }] }, "Tests failed: unit."],
  ["documentation", { documentation: { changedFiles: [], features: 0, breakingChanges: 2 } }, "2 breaking changes"],
  ["changelog and version", { changelog: { written: false, entries: 0 } }, "no section"],
  ["changelog and version", { versionFiles: { bumped: [], missing: ["pom.xml"] } }, "pom.xml"],
  ["security and licences", { security: { gate: "security", status: "failed" } }, "security gate failed"],
  ["security and licences", { deniedLicences: ["x (GPL-3.0)"] }, "x (GPL-3.0)"],
  ["CI status", { ciChecks: [{ name: "ci", state: "failure" }] }, "CI checks failed: ci."],
  ["open blockers", { blockers: ["#31 data loss"] }, "#31"],
  ["open blockers", { unresolvedThreads: 2, blockers: "unknown" }, "2 review threads"],
  ["operations", { rollback: "impossible" }, "no version to roll back to"],
  ["operations", { irreversibleMigrations: ["db/7.sql"] }, "db/7.sql"],
  ["operations", { monitors: [] }, "Nothing watches"],
])("fails %s for %j", (name, evidence, seen) => {
  const { failures, categoriesFailed } = judge(evidence);

  expect(categoriesFailed).toBe(1);
  expect(failures).toEqual([
    expect.objectContaining({ title: `Definition of Done: ${name}`, detail: expect.stringContaining(seen) }),
  ]);
});

it.each<[string, Partial<DodEvidence>, string, string]>([
  [
    "tests and coverage",
    { testGates: [{ gate: "unit", status: "failed", override: "INC-7" }] },
    "overridden",
    "The gates that failed are overridden: unit (INC-7).",
  ],
  [
    "tests and coverage",
    {
      testGates: [
        { gate: "unit", status: "pending", override: "INC-7" },
        { gate: "e2e", status: "pending" },
      ],
    },
    "provisional",
    "The gates unit, e2e run the tests; overridden, should they fail: unit (INC-7).",
  ],
  [
    "tests and coverage",
    { testGates: [{ gate: "unit", status: "passed", override: "INC-7" }] },
    "passed",
    "The gates unit passed.",
  ],
  [
    "security and licences",
    { security: { gate: "security", status: "failed", override: "RISK-3" } },
    "overridden",
    "The security gate failed and is overridden: RISK-3; every licence is allowed.",
  ],
])("says of %s when a gate is overridden: %j", (name, evidence, status, seen) => {
  expect(judge(evidence).categories).toContainEqual({ name, status, evidence: seen });
});

it("fails for a gate that failed without an override beside one with it, and for licences whatever is overridden", () => {
  const testGates: DodEvidence["testGates"] = [
    { gate: "unit", status: "failed", override: "INC-7" },
    { gate: "e2e", status: "failed" },
  ];
  expect(judge({ testGates }).failures).toMatchObject([{ detail: "Tests failed: e2e." }]);
  const security = { gate: "security", status: "failed", override: "RISK-3" } as const;
  expect(judge({ security, deniedLicences: ["x (GPL-3.0)"] }).categoriesFailed).toBe(1);
});

it("takes nothing unknown as proved", () => {
  const { categories, categoriesFailed } = judge({
    pullRequests: "unknown",
    ciChecks: "unknown",
    blockers: "unknown",
    unresolvedThreads: "unknown",
    deniedLicences: "unknown",
  });

  expect(categoriesFailed).toBe(0);
  expect(categories.filter(({ status }) => status === "provisional")).toHaveLength(5);
});

it("always counts eight", () => {
  const evidence = fc.record({
    pullRequests: fc.oneof(
      fc.constant("unknown" as const),
      fc.record({ total: fc.nat(), unreviewed: fc.array(fc.string()) }),
    ),
    unresolvedThreads: fc.oneof(fc.constant("unknown" as const), fc.nat()),
    irreversibleMigrations: fc.array(fc.string()),
    monitors: fc.array(fc.string()),
  });
  fc.assert(
    fc.property(evidence, (given) => {
      const { categoriesPassed, categoriesFailed, failures } = judge(given);
      expect(categoriesPassed + categoriesFailed).toBe(8);
      expect(failures).toHaveLength(categoriesFailed);
    }),
  );
});
