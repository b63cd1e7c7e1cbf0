import type { GateMetrics, ReleaseRecord } from "#machine";

import { gateWord } from "./overrides.ts";
import { cell, code, duration, mark, table } from "./text.ts";

/** What a gate measured, in a few words. */
export function gateNumbers(metrics: GateMetrics | undefined, check?: { name: string; app: string }): string {
  if (check !== undefined) return `by the check ${check.name} of ${check.app}, not measured here`;
  if (metrics === undefined) return "no numbers";
  switch (metrics.gate) {
    case "security":
      return `${metrics.criticalIssues} critical, ${metrics.highIssues} high, ${metrics.otherIssues} lower`;
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
  return table(
    ["Gate", "Result", "Measured", "Time:", "Target:"],
    ordered.map(({ gate, result }) =>
      result === undefined
        ? [gate, "not run", "", "", ""]
        : [
            gate,
            mark(gateWord(record, gate) ?? result.status),
            `${gateNumbers(result.metrics, result.check)}${result.scope === undefined ? "" : `; ${cell(result.scope)}`}`,
            `${duration(result.executionTimeMs)}${result.executionTimeMs > result.targetMs ? " ⚠ over" : ""}`,
            duration(result.targetMs),
          ],
    ),
  );
}

const rank = (status: string | undefined) => (status === "failed" ? 0 : status === "passed" ? 1 : 2);

/** What failed, where, and what to do. */
export function failureList(record: ReleaseRecord): string {
  return [...record.gates.values()]
    .flatMap((gate) => gate.failures.map((failure) => ({ gate: gate.gate, ...failure })))
    .map(({ gate, title, file, line, detail, suggestion }) => {
      const place = file === undefined ? "" : ` (${code(line === undefined ? file : `${file}:${line}`)})`;
      const more = detail === undefined ? "" : `\n  - ${cell(detail)}`;
      return `- **${gate}**: ${cell(title)}${place}${more}\n  - → ${cell(suggestion)}`;
    })
    .join("\n");
}
