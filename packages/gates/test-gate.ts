import { isAbsolute, relative } from "node:path";
import type { Failure } from "#machine";
import type { RunResult } from "#process";
import type { Finding, GateContext, Read, TestGateSettings } from "./context.ts";
import { notConfigured } from "./examples.ts";
import { integrationPoint } from "./integration-point.ts";
import { joinCoverage, joinTests } from "./join-reports.ts";
import { parseJunit, type TestFailure, type TestReport } from "./junit.ts";
import { parseLcov, type Coverage } from "./lcov.ts";
import { exitFailure, runProject, timeOutFailure } from "./project-command.ts";
import { beforeReports, readReports } from "./report-file.ts";

const shownTests = 20;
const shownFiles = 5;

/** Runs the tests of a kind: every one passes and the lines covered reach the bound, proved by reports of this very run. */
export async function testGate(gate: "unit" | "integration", context: GateContext): Promise<Finding> {
  const settings = context.settings[gate];
  if (settings === undefined) return { failures: [notConfigured(gate)] };
  const { directory } = context;
  const before = {
    tests: await beforeReports(directory, settings.report),
    coverage: await beforeReports(directory, settings.coverage),
  };
  const result = await runProject({ command: settings.command, timeoutMs: settings.timeout }, context);
  const late = timeOutFailure(settings.command, result, settings.timeout, `gates.${gate}.timeout`);
  if (late !== undefined) return { failures: [late] };

  const tests = andThen(await readReports(before.tests, `gates.${gate}.report`), (texts) =>
    joinTests(texts.map(({ name, text }) => parseJunit(text, name))),
  );
  const coverage = andThen(await readReports(before.coverage, `gates.${gate}.coverage`), (texts) =>
    joinCoverage(
      texts.map(({ name, text }) => parseLcov(text, name, directory)),
      directory,
    ),
  );
  return judge(gate, settings, { result, tests, coverage, directory });
}

interface Run {
  readonly result: RunResult;
  readonly tests: Read<TestReport>;
  readonly coverage: Read<Coverage>;
  readonly directory: string;
}

function judge(gate: "unit" | "integration", settings: TestGateSettings, run: Run): Finding {
  const { result, tests, coverage } = run;
  const failures: Failure[] = [];
  if ("value" in tests) failures.push(...failedTests(gate, tests.value, run.directory));
  else failures.push(tests.failure);
  if (result.exitCode !== 0 && ("failure" in tests || tests.value.failures.length === 0)) {
    const says = "failure" in tests ? "it should have written a report" : "its report has no failing test";
    failures.push(exitFailure(settings.command, result, says));
  }
  if ("failure" in coverage) failures.push(coverage.failure);
  else failures.push(...tooLittle(coverage.value, settings.minimumCoverage));
  if ("failure" in tests || "failure" in coverage) return { failures };
  return {
    failures,
    metrics: {
      gate,
      coverage: coverage.value.percent,
      requiredCoverage: settings.minimumCoverage,
      totalTests: tests.value.ran,
      failedTests: tests.value.failures.length,
    },
  };
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
  const file =
    failure.file !== undefined && isAbsolute(failure.file) ? relative(directory, failure.file) : failure.file;
  const place = file === undefined ? name : `${file}${line === undefined ? "" : `:${line}`}`;
  const point = gate === "integration" ? integrationPoint(`${name} ${message}`) : undefined;
  return {
    title: point === undefined ? `Test failed: ${name}` : `Test failed (${point.name}): ${name}`,
    detail: message.slice(0, 600),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    suggestion: point?.suggestion ?? `Correct the code, or the expectation at ${place}, and retry the release.`,
  };
}

function tooLittle({ percent, files }: Coverage, minimum: number): readonly Failure[] {
  if (percent >= minimum) return [];
  const worst = files.filter(({ uncoveredLines }) => uncoveredLines > 0).slice(0, shownFiles);
  return [
    {
      title: `Coverage is ${percent} % of lines; ${minimum} % are required`,
      detail: worst
        .map(({ file, lines, uncoveredLines }) => `${file}: ${uncoveredLines} of ${lines} lines not covered`)
        .join("\n"),
      suggestion: `Add tests for ${worst.map(whereUncovered).join("; ")} (not covered).`,
    },
  ];
}

/** `src/user.ts:40–58, 71`: its longest gaps. */
function whereUncovered({ file, uncovered }: Coverage["files"][number]): string {
  const longest = uncovered.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, 3);
  const inOrder = longest.toSorted((a, b) => a.from - b.from);
  return `${file}:${inOrder.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(", ")}`;
}

function andThen<A, B>(read: Read<A>, next: (value: A) => Read<B>): Read<B> {
  return "failure" in read ? read : next(read.value);
}
