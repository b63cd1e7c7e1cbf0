import type { Failure } from "#machine";
import type { Finding, GateContext } from "./context.ts";
import { dodCategories } from "./dod-categories.ts";

/** Checks the eight categories of the Definition of Done; what is only known later is provisional, and counts as passed. */
export function dodGate({ evidence }: GateContext): Finding {
  if (evidence === undefined) {
    return {
      failures: [
        {
          title: "The Definition of Done was not checked: no evidence was gathered",
          suggestion:
            "Run this gate as part of a release (`release start`), which gathers it from git and the code host.",
        },
      ],
    };
  }
  const judged = dodCategories.map(({ name, judge }) => ({ name, ...judge(evidence) }));
  const failed = judged.filter(({ status }) => status === "failed");
  return {
    failures: failed.map(({ name, evidence: seen, suggestion }): Failure => ({
      title: `Definition of Done: ${name}`,
      detail: seen,
      suggestion: suggestion ?? "Complete it and retry the release.",
    })),
    metrics: {
      gate: "dod",
      categoriesPassed: judged.length - failed.length,
      categoriesFailed: failed.length,
      categories: judged.map(({ name, status, evidence: seen }) => ({ name, status, evidence: seen })),
    },
  };
}
