import type { GateMetrics, ReleaseRecord } from "#machine";

import { cell, duration, mark, percent, table } from "./text.ts";

/** What a gate measured, in a few words. */
export function gateNumbers(metrics: GateMetrics | undefined): string {
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
            mark(result.status),
            gateNumbers(result.metrics),
            duration(result.executionTimeMs),
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
      const place = file === undefined ? "" : ` (\`${cell(file)}${line === undefined ? "" : `:${line}`}\`)`;
      const more = detail === undefined ? "" : `\n  ${cell(detail)}`;
      return `- **${gate}**: ${cell(title)}${place}${more}\n  → ${cell(suggestion)}`;
    })
    .join("\n");
}

/** Every test type with each path and journey that ran: AC7's test execution report. */
export function testReport(record: ReleaseRecord): string {
  const smoke = record.gates.get("smoke")?.metrics;
  const e2e = record.gates.get("e2e")?.metrics;
  const dod = record.gates.get("dod")?.metrics;
  return [
    ...(dod?.gate === "dod"
      ? [
          "### Definition of Done",
          table(
            ["Category", "Result", "Evidence"],
            dod.categories.map((c) => [c.name, mark(c.status), cell(c.evidence)]),
          ),
        ]
      : []),
    ...(smoke?.gate === "smoke"
      ? [
          "### Smoke tests before release",
          table(
            ["Category", "Check", "Result", "Time:"],
            smoke.checks.map((c) => [c.category, cell(c.name), mark(c.status), duration(c.durationMs)]),
          ),
        ]
      : []),
    ...(e2e?.gate === "e2e"
      ? [
          "### User journeys",
          table(
            ["Journey", "Result", "Time:"],
            e2e.journeys.map((j) => [cell(j.name), mark(j.status), duration(j.durationMs)]),
          ),
        ]
      : []),
    ...(record.smoke.length > 0
      ? [
          "### Smoke tests in the environments",
          table(
            ["Environment", "At", "Result", "Categories", "Failed", "Time:"],
            record.smoke.map((run) => [
              run.environment,
              run.point,
              mark(run.status),
              `${run.categoriesPassed} of ${run.categoriesPassed + run.categoriesFailed}`,
              cell(run.failedTests.join(", ") || "none"),
              duration(run.executionTimeMs),
            ]),
          ),
        ]
      : []),
    ...(record.watches.length > 0
      ? [
          "### What was watched",
          table(
            ["Environment", "At", "Result", "Requests:", "Error rate:", "p95:", "Time:", "Not measured"],
            record.watches.map((watch) => [
              watch.environment,
              watch.point,
              mark(watch.status),
              String(watch.requests),
              watch.errorRatio === undefined ? "no traffic" : percent(watch.errorRatio),
              watch.p95Ms === undefined ? "–" : duration(watch.p95Ms),
              duration(watch.durationMs),
              watch.notMeasured.join(", ") || "–",
            ]),
          ),
        ]
      : []),
  ].join("\n\n");
}
