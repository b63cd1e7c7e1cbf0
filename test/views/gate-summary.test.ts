import { expect, it } from "@jest/globals";

import type { LegEnd } from "#stages";

import { gateOutcome } from "../../actions/gate/outcome.ts";

const names = [
  "code review",
  "tests and coverage",
  "documentation",
  "changelog and version",
  "security and licences",
  "CI status",
  "open blockers",
  "operations",
];

it("the summary of a gate's job has each of the eight categories with what was seen and where", () => {
  const sha = "a".repeat(40);
  const categories = names.map((name, index) => ({
    name,
    status: "provisional" as const,
    evidence: `Seen ${index}.`,
    url: `https://git.example/${index}`,
  }));
  const metrics = { gate: "dod" as const, categoriesPassed: 8, categoriesFailed: 0, categories };
  const outcome = {
    gate: "dod" as const,
    status: "passed" as const,
    sha,
    executionTimeMs: 1,
    targetMs: 1,
    failures: [],
  };
  const evidence = { release: "v1.1.0", sha, leg: "all", outcomes: [{ ...outcome, metrics }] };
  const end: LegEnd = { outcome: "passed", evidence, first: [], details: "", text: "", digest: "", artifacts: "" };

  const { summary } = gateOutcome(end, { file: "evidence.json" });

  for (const [index, name] of names.entries())
    expect(summary).toContain(
      `| Definition of Done: ${name} | provisional: Seen ${index}. https://git.example/${index} |`,
    );
});

it("the summary of a gate's job has each journey with its time, and where its traces are", () => {
  const journeys = [
    { name: "buys", status: "failed" as const, durationMs: 1500 },
    { name: "finds", status: "passed" as const, durationMs: 400, flaky: true as const },
    { name: "later", status: "skipped" as const, durationMs: 0 },
  ];
  const outcome = {
    gate: "e2e" as const,
    status: "failed" as const,
    sha: "a",
    executionTimeMs: 1,
    targetMs: 1,
    failures: [],
    metrics: { gate: "e2e" as const, journeysPassed: 1, journeysFailed: 1, journeys },
  };
  const evidence = { release: "v1.1.0", sha: "a", leg: "e2e", outcomes: [outcome] };
  const end: LegEnd = { outcome: "failed", evidence, first: [], details: "", text: "", digest: "", artifacts: "" };

  const { summary } = gateOutcome(end, { file: "evidence.json", kept: "artifact failures-e2e-1" });

  expect(summary).toContain("| Journey: buys | failed in 1.5 s |");
  expect(summary).toContain("| Journey: finds | passed, flaky in 0.4 s |");
  expect(summary).toContain("| Journey: later | skipped |");
  expect(summary).toContain("- artifact failures-e2e-1");
});
