import type { Failure, FailureClass, GateMetrics, ReleaseRecord } from "#machine";

import { p95Column } from "./advice.ts";
import { owaspNumbers } from "./allowed.ts";
import { gateWord } from "./overrides.ts";
import { cell, code, duration, mark, table } from "./text.ts";

/** What a gate measured, in a few words. */
export function gateNumbers(metrics: GateMetrics | undefined, check?: { name: string; app: string }): string {
  if (check !== undefined) return `by the check ${check.name} of ${check.app}, not measured here`;
  if (metrics === undefined) return "no numbers";
  switch (metrics.gate) {
    case "security": {
      const { criticalIssues, highIssues, otherIssues, allowed = [], notices = [] } = metrics;
      const more = [
        ...(allowed.length === 0 ? [] : [`${allowed.length} allowed`]),
        owaspNumbers(metrics.owasp),
        ...notices,
      ].filter((part) => part !== "");
      return [`${criticalIssues} critical, ${highIssues} high, ${otherIssues} lower`, ...more].join("; ");
    }
    case "dod":
      return `${metrics.categoriesPassed} of ${metrics.categoriesPassed + metrics.categoriesFailed} categories`;
    case "unit":
    case "integration":
      return `${metrics.totalTests - metrics.failedTests} of ${metrics.totalTests} tests, coverage ${metrics.coverage.toFixed(1)} % (required ≥ ${metrics.requiredCoverage} %)`;
    case "smoke":
      return `${metrics.categoriesPassed} of ${metrics.categoriesPassed + metrics.categoriesFailed} categories`;
    case "e2e":
      return `${metrics.journeysPassed} of ${metrics.journeysPassed + metrics.journeysFailed} journeys`;
  }
}

/** The gates as a table, failures first: that is what the reader came for. */
export function gatesTable(record: ReleaseRecord): string {
  const results = record.plan.gates.map((gate) => ({ gate, result: record.gates.get(gate) }));
  const ordered = results.toSorted((a, b) => rank(a.result?.status) - rank(b.result?.status));
  const p95 = p95Column(record.comparison);
  const rows = ordered.map(({ gate, result }) =>
    result === undefined
      ? [gate, "not run", "", "", "", ...p95.of(gate)]
      : [gate, mark(gateWord(record, gate) ?? result.status), ...figuresOf(result), ...p95.of(gate)],
  );
  const { validation } = record;
  if (validation !== undefined)
    rows.push([afterAll, mark(validation.status), ...figuresOf(validation), ...p95.of("e2e")]);
  return table(["Gate", "Result", "Measured", "Time:", "Target:", ...p95.head], rows);
}

type Walked = NonNullable<ReleaseRecord["validation"]>;

function figuresOf(result: Omit<Walked, "type">): readonly string[] {
  return [
    `${gateNumbers(result.metrics, result.check)}${result.scope === undefined ? "" : `; ${cell(result.scope)}`}`,
    `${duration(result.executionTimeMs)}${result.executionTimeMs > result.targetMs ? " ⚠ over" : ""}`,
    duration(result.targetMs),
  ];
}

/** All journeys of a hotfix, once it has all traffic. */
const afterAll = "e2e after 100 %";

const rank = (status: string | undefined) => (status === "failed" ? 0 : status === "passed" ? 1 : 2);

/** What failed, where, and what to do. */
export function failureList({ gates, validation }: Pick<ReleaseRecord, "gates" | "validation">): string {
  const after = (validation?.failures ?? []).map((failure) => ({ gate: afterAll, ...failure }));
  return [...gates.values()]
    .flatMap((gate) => gate.failures.map((failure) => ({ gate: gate.gate as string, ...failure })))
    .concat(after)
    .map(({ gate, title, file, line, detail, suggestion, class: why, log }) => {
      const place = file === undefined ? "" : ` (${code(line === undefined ? file : `${file}:${line}`)})`;
      const more = detail === undefined ? "" : `\n  - ${cell(detail)}`;
      return `- **${gate}**${classWord(why)}: ${cell(title)}${place}${more}${logLines(log)}\n  - → ${cell(suggestion)}`;
    })
    .join("\n");
}

const classWords: { readonly [C in FailureClass]: string } = {
  new: "new",
  "known-flaky": "known flaky",
  environment: "environment",
};

/** ` (known flaky)`; empty for what was recorded before failures had a class. */
export function classWord(why: FailureClass | undefined): string {
  return why === undefined ? "" : ` (${classWords[why]})`;
}

function logLines(log: Failure["log"]): string {
  if (log === undefined) return "";
  if (log.lines.length === 0) return `\n  - ${code(log.file)} is empty, or not there`;
  const lines = log.lines.filter((line) => line.trim() !== "").map((line) => `\n    - ${code(line)}`);
  return `\n  - last lines of ${code(log.file)}:${lines.join("")}`;
}
