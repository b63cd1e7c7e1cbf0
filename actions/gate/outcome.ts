import { gateNumbers } from "#report";
import { summaryOf, type Outcome } from "#shell";
import type { LegEnd } from "#stages";

/**
 * The evidence for the jobs after this one; green also when a gate failed, because a run goes on to the review, which
 * records the failure and ends the release. Red means that there is no evidence. The summary has each category of the
 * Definition of Done with what was seen.
 */
export function gateOutcome({ outcome, digest, evidence, first }: LegEnd, file: string): Outcome {
  const { outcomes, leg, sha } = evidence;
  const ordered = outcomes.toSorted((a, b) => Number(a.status === "passed") - Number(b.status === "passed"));
  const rows = ordered.map(({ gate, status, executionTimeMs, failures }): [string, string] => [
    gate,
    `${status} in ${(executionTimeMs / 1000).toFixed(1)} s ${failures.map(({ title }) => title).join("; ")}`,
  ]);
  const done = outcomes.flatMap(({ metrics }) => (metrics?.gate === "dod" ? metrics.categories : []));
  const checklist = done.map(({ name, status, evidence: seen, url }): [string, string] => [
    `Definition of Done: ${name}`,
    [`${status}: ${seen}`, ...(url === undefined ? [] : [url])].join(" "),
  ]);
  const measured = outcomes.flatMap(({ metrics }): [string, string][] =>
    metrics?.gate === "security" ? [["findings", gateNumbers(metrics)]] : [],
  );
  return {
    outputs: { outcome, digest, evidence: file },
    summary: summaryOf({
      title: `Gates of leg ${leg}: ${outcome}`,
      first,
      rows: [...rows, ...measured, ...checklist, ["commit", sha]],
    }),
    notices: outcomes.flatMap(({ gate, failures, metrics }) => [
      ...(metrics?.gate === "security" ? (metrics.notices ?? []) : []).map((text) => ({
        level: "notice" as const,
        title: "security: allow-list",
        text,
      })),
      ...failures.map(({ title, detail, suggestion, file: place, line }) => ({
        level: "error" as const,
        title: `${gate}: ${title}`,
        text: [detail, suggestion].filter((part) => part !== undefined && part !== "").join("\n"),
        ...(place === undefined ? {} : { file: place }),
        ...(line === undefined ? {} : { line }),
      })),
    ]),
  };
}
