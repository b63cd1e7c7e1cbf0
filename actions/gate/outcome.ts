import { summaryOf, type Outcome } from "#shell";
import type { LegEnd } from "#stages";

/**
 * The evidence for the jobs after this one; green also when a gate failed, because a run goes on to the review, which
 * records the failure and ends the release. Red means that there is no evidence.
 */
export function gateOutcome({ outcome, digest, evidence, first }: LegEnd, file: string): Outcome {
  const { outcomes, leg, sha } = evidence;
  const ordered = outcomes.toSorted((a, b) => Number(a.status === "passed") - Number(b.status === "passed"));
  const rows = ordered.map(({ gate, status, executionTimeMs, failures }): [string, string] => [
    gate,
    `${status} in ${(executionTimeMs / 1000).toFixed(1)} s ${failures.map(({ title }) => title).join("; ")}`,
  ]);
  return {
    outputs: { outcome, digest, evidence: file },
    summary: summaryOf({ title: `Gates of leg ${leg}: ${outcome}`, first, rows: [...rows, ["commit", sha]] }),
    notices: outcomes.flatMap(({ gate, failures }) =>
      failures.map(({ title, detail, suggestion, file: place, line }) => ({
        level: "error" as const,
        title: `${gate}: ${title}`,
        text: [detail, suggestion].filter((part) => part !== undefined && part !== "").join("\n"),
        ...(place === undefined ? {} : { file: place }),
        ...(line === undefined ? {} : { line }),
      })),
    ),
  };
}
