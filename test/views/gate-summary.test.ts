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
  const end: LegEnd = { outcome: "passed", evidence, first: [], details: "", text: "", digest: "" };

  const { summary } = gateOutcome(end, "evidence.json");

  for (const [index, name] of names.entries())
    expect(summary).toContain(
      `| Definition of Done: ${name} | provisional: Seen ${index}. https://git.example/${index} |`,
    );
});
