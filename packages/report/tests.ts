import type { DodCategory, GateMetrics, GateName, PassFail, ReleaseRecord } from "#machine";

import { address, cell, duration, mark, percent, table } from "./text.ts";
import { watchedAt } from "./watches.ts";

/** Every type of test with its counts, coverage and time, then each path and journey that ran (AC7). */
export function testReport(record: ReleaseRecord): string {
  return [
    ...part("### By type", execution(record)),
    ...part("### Definition of Done", categories(record)),
    ...part("### Smoke tests before release", smokeChecks(record)),
    ...part("### User journeys", journeys(record)),
    ...part("### Smoke tests in the environments", smokeRuns(record)),
    ...part("### What was watched", watches(record)),
  ].join("\n\n");
}

const part = (title: string, body: string): readonly string[] => (body === "" ? [] : [title, body]);

type Row = readonly string[];

/** No table without rows. */
const filled = (head: Row, rows: readonly Row[]): string => (rows.length === 0 ? "" : table(head, rows));

const testTypes: readonly GateName[] = ["unit", "integration", "smoke", "e2e"];

/** Passed, failed, coverage and time of each type of test, and their sum: AC3's breakdown. */
function execution(record: ReleaseRecord): string {
  const ran = testTypes.flatMap((type) => record.gates.get(type) ?? []);
  if (ran.length + record.smoke.length === 0) return "";
  const rows = ran.map(({ gate, status, metrics, executionTimeMs }) => {
    const { passed, failed } = counts(metrics);
    return [gate, mark(status), passed, failed, ...coverage(metrics), duration(executionTimeMs)];
  });
  const totalMs = [...ran, ...record.smoke].reduce((sum, { executionTimeMs }) => sum + executionTimeMs, 0);
  const runs = record.smoke.length;
  const inEnvironments = runs === 0 ? "" : ` with ${runs} smoke runs in environments`;
  return table(
    ["Test type", "Result", "Passed:", "Failed:", "Coverage:", "Required:", "Time:"],
    [...rows, ...smokeTotals(record), [`all${inEnvironments}`, "", "", "", "", "", duration(totalMs)]],
  );
}

/** Smoke tests of a place: staging, production, and production after a rollback; all of its runs together. */
export interface SmokeTotal {
  readonly place: string;
  readonly runs: number;
  /** `failed`: at least one of them did. */
  readonly status: PassFail;
  readonly passed: number;
  readonly failed: number;
  readonly timeMs: number;
}

function placeOf({ environment, point }: Pick<ReleaseRecord["smoke"][number], "environment" | "point">): string {
  return point === "rollback" ? `${environment} after the rollback` : environment;
}

/** All smoke runs by their place, in the order in which they began there. */
export function smokeByPlace({ smoke }: Pick<ReleaseRecord, "smoke">): readonly SmokeTotal[] {
  const places = Map.groupBy(smoke, placeOf);
  return [...places].map(([place, runs]) => {
    const checks = runs.flatMap((run) => run.checks);
    return {
      place,
      runs: runs.length,
      status: runs.some(({ status }) => status === "failed") ? "failed" : "passed",
      passed: checks.filter(({ status }) => status === "passed").length,
      failed: checks.filter(({ status }) => status === "failed").length,
      timeMs: runs.reduce((sum, { executionTimeMs }) => sum + executionTimeMs, 0),
    };
  });
}

function smokeTotals(record: ReleaseRecord): readonly Row[] {
  return smokeByPlace(record).map(({ place, runs, status, passed, failed, timeMs }) => [
    `smoke in ${place}, ${runs} run${runs === 1 ? "" : "s"}`,
    mark(status),
    String(passed),
    String(failed),
    "–",
    "–",
    duration(timeMs),
  ]);
}

/** How many of what a gate ran passed and failed. */
export function counts(metrics: GateMetrics | undefined): { readonly passed: string; readonly failed: string } {
  switch (metrics?.gate) {
    case "unit":
    case "integration":
      return { passed: String(metrics.totalTests - metrics.failedTests), failed: String(metrics.failedTests) };
    case "smoke":
      return {
        passed: String(metrics.checks.filter(({ status }) => status === "passed").length),
        failed: String(metrics.checks.filter(({ status }) => status === "failed").length),
      };
    case "e2e":
      return { passed: String(metrics.journeysPassed), failed: String(metrics.journeysFailed) };
    case "security":
    case "dod":
    case undefined:
      return { passed: "not known", failed: "not known" };
  }
}

function coverage(metrics: GateMetrics | undefined): readonly [string, string] {
  if (metrics?.gate !== "unit" && metrics?.gate !== "integration") return ["–", "–"];
  return [`${metrics.coverage.toFixed(1)} %`, `≥ ${metrics.requiredCoverage} %`];
}

function categories(record: ReleaseRecord): string {
  const dod = record.gates.get("dod")?.metrics;
  if (dod?.gate !== "dod") return "";
  return filled(
    ["Category", "Result", "Evidence"],
    doneNow(record, dod.categories).map(({ name, status, evidence, url }) => [
      cell(name),
      mark(status),
      url === undefined ? cell(evidence) : `${cell(evidence)} ${address(url)}`,
    ]),
  );
}

/** What the gate said, and of what was provisional then what was seen since of the same commit. */
function doneNow({ assertion, gatedSha }: ReleaseRecord, atGate: readonly DodCategory[]): readonly DodCategory[] {
  const since = assertion?.sha === gatedSha ? (assertion?.categories ?? []) : [];
  return atGate.map((category) => since.find(({ name }) => name === category.name) ?? category);
}

function smokeChecks(record: ReleaseRecord): string {
  const smoke = record.gates.get("smoke")?.metrics;
  if (smoke?.gate !== "smoke") return "";
  return filled(
    ["Category", "Critical path", "Result", "Time:", "Detail"],
    smoke.checks.map((check) => [
      check.category,
      cell(check.name),
      mark(check.status),
      duration(check.durationMs),
      cell(check.detail ?? ""),
    ]),
  );
}

function journeys(record: ReleaseRecord): string {
  const e2e = (record.validation ?? record.gates.get("e2e"))?.metrics;
  if (e2e?.gate !== "e2e") return "";
  return filled(
    ["Journey", "Result", "Time:"],
    e2e.journeys.map(({ name, status, durationMs, flaky }) => [
      cell(name),
      flaky === true ? `${mark(status)}, flaky` : mark(status),
      duration(durationMs),
    ]),
  );
}

/** A row for each path at each point: staging, every canary step, after a rollback. */
function smokeRuns(record: ReleaseRecord): string {
  return filled(
    ["Environment", "At", "Category", "Critical path", "Result", "Time:", "Detail"],
    record.smoke.flatMap((run) => [
      [
        run.environment,
        cell(run.point),
        `**${run.categoriesPassed} of ${run.categoriesPassed + run.categoriesFailed}**`,
        "**all**",
        mark(run.status),
        duration(run.executionTimeMs),
        cell(run.failedTests.join(", ")),
      ],
      ...run.checks.map((check) => [
        "",
        "",
        check.category,
        cell(check.name),
        mark(check.status),
        duration(check.durationMs),
        cell(check.detail ?? ""),
      ]),
    ]),
  );
}

function watches(record: ReleaseRecord): string {
  return filled(
    ["Environment", "At", "Result", "Requests:", "Error rate:", "p95:", "Time:", "Not measured"],
    record.watches.map((watch) => [
      watch.environment,
      watchedAt(watch, record),
      mark(watch.status),
      String(watch.requests),
      watch.errorRatio === undefined ? "no traffic" : percent(watch.errorRatio),
      watch.p95Ms === undefined ? "–" : duration(watch.p95Ms),
      duration(watch.durationMs),
      cell(watch.notMeasured.join(", ")) || "–",
    ]),
  );
}
