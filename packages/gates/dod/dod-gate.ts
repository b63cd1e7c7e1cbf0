import type { DodCategory, Failure } from "#machine";
import type { Finding, GateContext } from "../context.ts";
import { dodCategories } from "./dod-categories.ts";
import type { DodEvidence } from "./dod-evidence.ts";
import type { Judgement } from "./dod-judgement.ts";

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
      categories: judged.map(withoutSuggestion),
    },
  };
}

/**
 * Looks once more at the categories that were provisional, by evidence that has the release's own pull request. Those that
 * are neither proved nor overridden have `todo`: what people have to do, in words.
 */
export function assertAgain(
  provisional: readonly string[],
  evidence: DodEvidence & Required<Pick<DodEvidence, "review">>,
): readonly (DodCategory & { readonly todo?: string })[] {
  return dodCategories
    .filter(({ name }) => provisional.includes(name))
    .map(({ name, judge }) => {
      const judgement = judge(evidence);
      if (judgement.status === "passed" || judgement.status === "overridden")
        return withoutSuggestion({ name, ...judgement });
      const todo = `${name}: ${judgement.evidence}${judgement.suggestion === undefined ? "" : ` ${judgement.suggestion}`}`;
      return { ...withoutSuggestion({ name, ...judgement }), todo };
    });
}

function withoutSuggestion({ name, status, evidence, url }: Judgement & { readonly name: string }): DodCategory {
  return { name, status, evidence, ...(url === undefined ? {} : { url }) };
}
