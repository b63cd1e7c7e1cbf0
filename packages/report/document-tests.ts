import type { GateMetrics } from "#machine";

import type { ReportDocument } from "./document-schema.ts";
import type { ReportView } from "./view.ts";

type Tests = ReportDocument["tests"];

const testTypes = ["unit", "integration", "smoke", "e2e"] as const;

/** Every execution of tests, as data. */
export function testsOf({ record, ...view }: ReportView): Tests {
  const ran = testTypes.flatMap((type) => {
    const result = record.gates.get(type);
    return result === undefined ? [] : [{ ...result, test: type }];
  });
  const before = record.gates.get("smoke")?.metrics;
  const walked = (record.validation ?? record.gates.get("e2e"))?.metrics;
  return {
    types: ran.map(({ test, status, executionTimeMs, metrics }) => ({
      type: test,
      status,
      timeMs: executionTimeMs,
      ...countsOf(metrics),
    })),
    smokeByPlace: view.smokeByPlace.map((place) => ({ ...place })),
    totalTimeMs: [...ran, ...record.smoke].reduce((sum, { executionTimeMs }) => sum + executionTimeMs, 0),
    smokeBeforeRelease: before?.gate === "smoke" ? [...before.checks] : [],
    smokeRuns: record.smoke.map(({ at, environment, point, status, executionTimeMs, checks }) => ({
      at,
      environment,
      point,
      status,
      timeMs: executionTimeMs,
      checks: [...checks],
    })),
    journeys:
      walked?.gate === "e2e" ? walked.journeys.map((journey) => ({ ...journey, flaky: journey.flaky === true })) : [],
    watches: record.watches.map(({ at, environment, point, status, durationMs, requests, errorRatio, p95Ms }) => ({
      at,
      environment,
      point,
      status,
      timeMs: durationMs,
      requests,
      errorRatio,
      p95Ms,
    })),
  };
}

function countsOf(metrics: GateMetrics | undefined): Partial<Tests["types"][number]> {
  switch (metrics?.gate) {
    case "unit":
    case "integration":
      return {
        passed: metrics.totalTests - metrics.failedTests,
        failed: metrics.failedTests,
        coveragePercent: metrics.coverage,
        requiredPercent: metrics.requiredCoverage,
      };
    case "smoke":
      return {
        passed: metrics.checks.filter(({ status }) => status === "passed").length,
        failed: metrics.checks.filter(({ status }) => status === "failed").length,
      };
    case "e2e":
      return { passed: metrics.journeysPassed, failed: metrics.journeysFailed };
    case "security":
    case "dod":
    case undefined:
      return {};
  }
}
