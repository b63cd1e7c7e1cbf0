import { summaryOf, type Notice, type Outcome } from "#shell";
import type { LegEnd } from "#stages";

/** What a leg left: the file with its evidence, and where traces and images of failures are. */
interface Kept {
  readonly file: string;
  readonly kept?: string;
}

/**
 * The evidence for the jobs after this one; green also when a gate failed, because a run goes on to the review, which
 * records the failure and ends the release. Red means that there is no evidence. The summary has each category of the
 * Definition of Done with what was seen, and each journey with its time.
 */
export function gateOutcome({ outcome, digest, evidence, first, details }: LegEnd, { file, kept }: Kept): Outcome {
  const { outcomes, leg, sha } = evidence;
  const ordered = outcomes.toSorted((a, b) => Number(a.status === "passed") - Number(b.status === "passed"));
  const rows = ordered.map(({ gate, status, executionTimeMs, failures }): [string, string] => [
    gate,
    `${status} in ${seconds(executionTimeMs)} ${failures.map(({ title }) => title).join("; ")}`,
  ]);
  const done = outcomes.flatMap(({ metrics }) => (metrics?.gate === "dod" ? metrics.categories : []));
  const checklist = done.map(({ name, status, evidence: seen, url }): [string, string] => [
    `Definition of Done: ${name}`,
    [`${status}: ${seen}`, ...(url === undefined ? [] : [url])].join(" "),
  ]);
  const walked = outcomes.flatMap(({ metrics }) => (metrics?.gate === "e2e" ? metrics.journeys : []));
  const journeys = walked.map(({ name, status, durationMs, flaky }): [string, string] => [
    `Journey: ${name}`,
    status === "skipped"
      ? status
      : `${status}${flaky === true ? ", flaky" : ""} in ${(durationMs / 1000).toFixed(1)} s`,
  ]);
  return {
    outputs: { outcome, digest, evidence: file },
    summary: [
      summaryOf({
        title: `Gates of leg ${leg}: ${outcome}`,
        first,
        rows: [...rows, ...checklist, ...journeys, ["commit", sha]],
        ...(kept === undefined ? {} : { notes: [kept] }),
      }),
      ...(details === "" ? [] : [details, ""]),
    ].join("\n"),
    notices: [...outcomes.flatMap(failed), ...outcomes.flatMap(late), ...outcomes.flatMap(unusedAllowances)],
  };
}

type Outcomes = LegEnd["evidence"]["outcomes"][number];

function failed({ gate, failures }: Outcomes): readonly Notice[] {
  return failures.map(({ title, detail, suggestion, class: why = "new", file, line }) => ({
    level: "error",
    title: `${gate}${why === "new" ? "" : ` (${why.replace("-", " ")})`}: ${title}`,
    text: [detail, suggestion].filter((part) => part !== undefined && part !== "").join("\n"),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
  }));
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** What the allow-list says that no finding needed. */
function unusedAllowances({ metrics }: Outcomes): readonly Notice[] {
  const notices = metrics?.gate === "security" ? (metrics.notices ?? []) : [];
  return notices.map((text) => ({ level: "notice", title: "security: allow-list", text }));
}

function late({ gate, executionTimeMs, targetMs }: Outcomes): readonly Notice[] {
  if (executionTimeMs <= targetMs) return [];
  const text = `It took ${seconds(executionTimeMs)}; the summary of this job says what was slow.`;
  return [{ level: "warning", title: `${gate}: over its target of ${seconds(targetMs)}`, text }];
}
