import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { GateContext } from "../context.ts";
import type { Changes, DodEvidence } from "./dod-evidence.ts";
import { assertAgain, dodGate } from "./dod-gate.ts";

const pull: Changes["pullRequests"][number] = {
  name: "#12",
  url: "https://git.example/12",
  approvedBy: ["aisha"],
  isOutdated: false,
  unresolvedThreads: 0,
  moreThreads: false,
};
const changes: Changes = { pullRequests: [pull], direct: [], notAsked: 0 };
const documented = { changedFiles: ["docs/a.md"], features: 1, breakingChanges: 1, waived: 0 };
const review = { name: "#20", url: "https://git.example/20", approvedBy: ["ines"], checksNotGreen: [] };
const unknown = { unknown: "GitHub said 403" };

const complete: DodEvidence = {
  approvals: 1,
  changes,
  testGates: [{ gate: "unit", status: "pending" }],
  documentation: documented,
  changelog: { written: true, entries: 7, addsUp: true },
  tag: { name: "v1.1.0", taken: false },
  versionFiles: { bumped: ["package.json"], missing: [] },
  security: { gate: "security", status: "passed" },
  licences: { checked: 3, from: "package-lock.json", denied: [] },
  ciChecks: [{ name: "ci", state: "success" }],
  blockers: [],
  blockingLabels: ["release-blocker"],
  rollback: { to: "v1.0.0", recorded: true },
  migrations: { total: 0, irreversible: [] },
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
    { changes: { ...changes, pullRequests: [pull, { ...pull, name: "#7", approvedBy: [], isOutdated: true }] } },
    "1 of 2 pull requests were merged without approval of their last commit: #7 (approved before its end).",
  ],
  ["tests and coverage", { testGates: [] }, "No gate of this release runs tests."],
  ["tests and coverage", { testGates: [{ gate: "unit", status: "failed" }] }, "Tests failed: unit."],
  ["documentation", { documentation: { ...documented, changedFiles: [] } }, "1 breaking changes"],
  ["changelog and version", { changelog: { written: false, entries: 0, addsUp: true } }, "no section"],
  ["changelog and version", { changelog: { written: true, entries: 3, addsUp: false } }, "account for every commit"],
  ["changelog and version", { tag: { name: "v1.1.0", taken: true } }, "Tag v1.1.0 exists already."],
  ["changelog and version", { versionFiles: { bumped: [], missing: ["pom.xml"] } }, "pom.xml"],
  ["security and licences", { security: { gate: "security", status: "failed" } }, "security gate failed"],
  ["security and licences", { licences: { checked: 1, from: "x", denied: ["x (GPL-3.0-only)"] } }, "x (GPL-3.0-only)"],
  ["security and licences", { licences: { unreadable: "bom.json is not in the commit" } }, "bom.json"],
  ["CI status", { ciChecks: [{ name: "ci", state: "timed_out" }] }, "CI checks failed: ci (timed_out)."],
  ["open blockers", { blockers: [{ name: "#31 data loss" }] }, "#31"],
  [
    "open blockers",
    { changes: { ...changes, pullRequests: [{ ...pull, unresolvedThreads: 2 }] }, blockers: unknown },
    "2 review threads are unresolved in #12.",
  ],
  ["operations", { rollback: { impossible: "tag v1.0.0 is gone" } }, "tag v1.0.0 is gone"],
  ["operations", { migrations: { total: 1, irreversible: ["db/7.sql: no undo"] } }, "db/7.sql"],
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
    "The security gate failed and is overridden: RISK-3; the licences of 3 dependencies in package-lock.json are allowed.",
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
  expect(judge({ security, licences: { checked: 1, from: "x", denied: ["x (GPL-3.0)"] } }).categoriesFailed).toBe(1);
});

/** What is provisional at the gate, what proves it at the review, and what leaves it open there. */
const twice: readonly [string, Partial<DodEvidence>, Partial<DodEvidence>, Partial<DodEvidence>][] = [
  ["code review", { changes: unknown }, { changes }, { changes: unknown }],
  ["code review", { changes: { ...changes, direct: ["abc1234"] } }, {}, { review: { ...review, approvedBy: [] } }],
  ["code review", { changes: { ...changes, notAsked: 9 } }, {}, { review: { ...review, approvedBy: [] } }],
  ["code review", { changes: { ...changes, pullRequests: [] } }, {}, { review: { ...review, approvedBy: [] } }],
  ["tests and coverage", {}, { testGates: [{ gate: "unit", status: "passed" }] }, {}],
  [
    "documentation",
    { documentation: { ...documented, changedFiles: [], breakingChanges: 0 } },
    {},
    { review: { ...review, approvedBy: [] } },
  ],
  [
    "security and licences",
    { security: { gate: "security", status: "pending" } },
    { security: { gate: "security", status: "passed" } },
    { security: { gate: "security", status: "failed" } },
  ],
  ["CI status", { ciChecks: unknown }, { ciChecks: [] }, { ciChecks: unknown }],
  ["CI status", { ciChecks: [] }, {}, { review: { ...review, checksNotGreen: ["build (missing)"] } }],
  [
    "CI status",
    { ciChecks: [{ name: "ci", state: "pending" }] },
    { ciChecks: [{ name: "ci", state: "success" }] },
    { ciChecks: [{ name: "ci", state: "failure" }] },
  ],
  ["open blockers", { blockers: unknown }, { blockers: [] }, { blockers: [{ name: "#31 data loss" }] }],
];

it.each(twice)("%s is provisional for %j, and asserted again", (name, atGate, proved, open) => {
  const status = judge(atGate).categories.find((category) => category.name === name)?.status;
  const again = (more: Partial<DodEvidence>) => assertAgain([name], { ...complete, ...atGate, review, ...more });

  expect(status).toBe("provisional");
  expect(again(proved)).toEqual([expect.objectContaining({ name, status: "passed" })]);
  expect(again(open)).toEqual([expect.objectContaining({ todo: expect.stringContaining(`${name}: `) })]);
});

it.each<[string, Partial<DodEvidence>, Partial<DodEvidence>]>([
  [
    "tests and coverage",
    { testGates: [{ gate: "unit", status: "pending", override: "INC-7" }] },
    { testGates: [{ gate: "unit", status: "failed", override: "INC-7" }] },
  ],
  [
    "security and licences",
    { security: { gate: "security", status: "pending", override: "RISK-3" } },
    { security: { gate: "security", status: "failed", override: "RISK-3" } },
  ],
])("%s asks nothing more of people at the review when its gate failed and is overridden", (name, atGate, then) => {
  const atFirst = judge(atGate).categories.find((category) => category.name === name);
  const [again] = assertAgain([name], { ...complete, ...then, review });

  expect(atFirst?.status).toBe("provisional");
  expect(again).toEqual({ name, status: "overridden", evidence: expect.stringContaining("overridden: ") });
});

it("asks nobody where the configuration asks for no approval, and says so", () => {
  const unapproved = { ...changes, pullRequests: [{ ...pull, approvedBy: [] }] };
  const [category] = judge({ changes: unapproved, approvals: 0 }).categories;

  expect(category).toMatchObject({ status: "passed", evidence: expect.stringContaining("review.approvals is 0") });
});

it("takes nothing unknown as proved", () => {
  const { categories, categoriesFailed } = judge({ changes: unknown, ciChecks: unknown, blockers: unknown });

  expect(categoriesFailed).toBe(0);
  expect(categories.filter(({ status }) => status === "provisional")).toHaveLength(4);
});

it("always counts eight", () => {
  const evidence = fc.record({
    changes: fc.oneof(
      fc.constant(unknown),
      fc.record({ pullRequests: fc.array(fc.constant(pull)), direct: fc.array(fc.string()), notAsked: fc.nat() }),
    ),
    migrations: fc.record({ total: fc.nat(), irreversible: fc.array(fc.string()) }),
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
