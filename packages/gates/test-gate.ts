import { isAbsolute } from "node:path";
import type { Failure, GateTests } from "#machine";
import type { RunResult } from "#process";
import { addLogs } from "./component-log.ts";
import type { Finding, GateContext, Read, TestGateSettings } from "./context.ts";
import { notConfigured } from "./examples.ts";
import { packLines } from "./shards/file-lines.ts";
import { integrationPoint } from "./integration-point.ts";
import { joinCoverage, joinTests } from "./join-reports.ts";
import { nameOf, testsOf } from "./gate-tests.ts";
import { exitFailure, runProject, timeOutFailure } from "./project-command.ts";
import { inCheckout, uncoveredRuns, type Coverage, type FileCoverage } from "./readers/coverage.ts";
import { parseCoverage } from "./readers/parse-coverage.ts";
import { parseTestReport } from "./readers/parse-test-report.ts";
import type { TestFailure, TestReport } from "./readers/test-report.ts";
import { beforeReports, readReports } from "./report-file.ts";
import { shardEnv, shardSettings } from "./shards/shard-settings.ts";

const shownTests = 20;
const shownFiles = 5;
const shownFunctions = 5;
/** A test that takes longer is told. */
const slowMs = 1_000;

/**
 * Runs the tests of a kind: every one passes and the lines covered reach the bound, proved by reports of this very run. Of a
 * shard the bound is not judged: its lines are handed on.
 */
export async function testGate(gate: "unit" | "integration", context: GateContext): Promise<Finding> {
  const settings = context.settings[gate];
  if (settings === undefined) return { failures: [notConfigured(gate)] };
  const run = await runTests(gate, shardSettings(settings, context.shard), context);
  if ("late" in run) return { failures: [run.late] };
  const finding = judge(gate, run, context);
  return { ...finding, failures: await addLogs(finding.failures, settings.logs ?? {}, context.directory) };
}

/** One run of the tests, as its reports have it. */
export interface TestRun {
  readonly settings: TestGateSettings;
  readonly result: RunResult;
  readonly tests: Read<TestReport>;
  readonly coverage: Read<Coverage>;
}

/** Runs a command with its reports read; `late` when it was ended for its time. */
export async function runTests(
  gate: "unit" | "integration",
  settings: TestGateSettings,
  context: GateContext,
  env: Readonly<Record<string, string>> = {},
): Promise<TestRun | { readonly late: Failure }> {
  const { directory, shard } = context;
  const before = {
    tests: await beforeReports(directory, settings.report),
    coverage: await beforeReports(directory, settings.coverage),
  };
  const result = await runProject(
    { command: settings.command, env: { ...env, ...shardEnv(shard) }, timeoutMs: settings.timeout },
    context,
  );
  const late = timeOutFailure(settings.command, result, settings.timeout, `gates.${gate}.timeout`);
  if (late !== undefined) return { late };

  const tests = andThen(await readReports(before.tests, `gates.${gate}.report`), (texts) =>
    joinTests(texts.map(({ name, text }) => parseTestReport(text, name))),
  );
  const coverage = andThen(await readReports(before.coverage, `gates.${gate}.coverage`), (texts) =>
    joinCoverage(
      texts.map(({ name, text }) => parseCoverage(text, name, directory)),
      directory,
    ),
  );
  if ("value" in tests) tellTimes(gate, tests.value, context.onProgress);
  return { settings, result, tests, coverage };
}

/** What does not fail the gate, but is worth a look: tests that passed only when tried again, and the slowest. */
function tellTimes(gate: string, { flaky, slowest }: TestReport, onProgress: (line: string) => void): void {
  for (const name of flaky) onProgress(`${gate}: flaky: ${name}`);
  const slow = slowest.filter(({ durationMs }) => durationMs >= slowMs).slice(0, 3);
  for (const { name, durationMs } of slow) onProgress(`${gate}: slow: ${name} (${(durationMs / 1000).toFixed(1)} s)`);
}

/** What a run proves. */
export function judge(
  gate: "unit" | "integration",
  { settings, result, tests, coverage }: TestRun,
  { directory, shard }: Pick<GateContext, "directory" | "shard">,
): Finding {
  const failures: Failure[] = [];
  if ("value" in tests) failures.push(...failedTests(gate, tests.value, directory));
  else failures.push(tests.failure);
  if (result.exitCode !== 0 && ("failure" in tests || tests.value.failures.length === 0)) {
    const says = "failure" in tests ? "it should have written a report" : "its report has no failing test";
    failures.push(exitFailure(settings.command, result, says));
  }
  if ("failure" in coverage) failures.push(coverage.failure);
  else if (shard === undefined) failures.push(...tooLittle(coverage.value, settings.minimumCoverage));
  const seen = "failure" in tests ? {} : { tests: shownOf(tests.value) };
  if ("failure" in tests || "failure" in coverage) return { failures, ...seen };
  return {
    failures,
    ...seen,
    metrics: {
      gate,
      coverage: coverage.value.percent,
      requiredCoverage: settings.minimumCoverage,
      totalTests: tests.value.ran,
      failedTests: tests.value.failures.length,
    },
    ...(shard === undefined ? {} : { lines: packLines(coverage.value, directory) }),
  };
}

function shownOf({ slowest, failures, flaky }: TestReport): GateTests {
  return testsOf({ slowest, failed: failures.map(({ name }) => name), flaky });
}

function failedTests(gate: "unit" | "integration", report: TestReport, directory: string): readonly Failure[] {
  const shown = report.failures.slice(0, shownTests).map((failure) => failedTest(gate, failure, directory));
  const hidden = report.failures.length - shown.length;
  if (hidden === 0) return shown;
  return [
    ...shown,
    { title: `${hidden} more tests failed`, suggestion: "Fix those above first; they may have one cause." },
  ];
}

function failedTest(gate: "unit" | "integration", failure: TestFailure, directory: string): Failure {
  const { name, message, line } = failure;
  const told = failure.file === undefined ? undefined : inCheckout(failure.file, directory);
  // A place outside of the checkout is no place of this commit.
  const file = told === undefined || isAbsolute(told) || told.startsWith("..") ? undefined : told;
  const place = file === undefined ? name : `${file}${line === undefined ? "" : `:${line}`}`;
  const point = gate === "integration" ? integrationPoint(`${name} ${message}`) : undefined;
  return {
    title: point === undefined ? `Test failed: ${name}` : `Test failed (${point.name}): ${name}`,
    detail: message.slice(0, 600),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    test: nameOf(name),
    // What was expected and did not come is no fault of the machine, whatever words are in it.
    ...(failure.kind === "assertion" ? { class: "new" as const } : {}),
    suggestion: point?.suggestion ?? `Correct the code, or the expectation at ${place}, and retry the release.`,
  };
}

/** Why the lines are not enough, with what to test. */
export function tooLittle({ percent, files }: Coverage, minimum: number): readonly Failure[] {
  if (percent >= minimum) return [];
  const worst = files.filter(({ uncoveredLines }) => uncoveredLines > 0).slice(0, shownFiles);
  return [
    {
      title: `Coverage is ${percent} % of lines; ${minimum} % are required`,
      detail: worst
        .map(({ file, lines, uncoveredLines }) => `${file}: ${uncoveredLines} of ${lines} lines not covered`)
        .join("\n"),
      suggestion: `Add tests for ${worst.map(whereUncovered).join("; ")}.`,
    },
  ];
}

/** `UserService.create`, src/user.ts:40–58 is not covered; its longest gaps, each with the function that it is in. */
function whereUncovered(file: FileCoverage): string {
  const runs = uncoveredRuns(file);
  if (runs.length === 0) return `${file.file} (${file.uncoveredLines} lines are not covered)`;
  const longest = runs.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, 3);
  const inOrder = longest.toSorted((a, b) => a.from - b.from);
  const names = inOrder.flatMap((run) => functionsIn(file, run));
  const named = [...new Set(names)].slice(0, shownFunctions).map((name) => `\`${name}\``);
  const lines = inOrder.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
  const place = `${file.file}:${lines}`;
  if (named.length === 0) return `${place} (not covered)`;
  return `${named.join(", ")}, ${place} ${inOrder.length === 1 ? "is" : "are"} not covered`;
}

// The first line of a function often runs when its file is loaded, so that the gap begins behind it.
function functionsIn(
  { uncoveredFunctions }: FileCoverage,
  { from, to }: { readonly from: number; readonly to: number },
): readonly string[] {
  return uncoveredFunctions.filter(({ line }) => line >= from - 1 && line <= to).map(({ name }) => name);
}

function andThen<A, B>(read: Read<A>, next: (value: A) => Read<B>): Read<B> {
  return "failure" in read ? read : next(read.value);
}
