import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import { parseJson } from "./json-pieces.ts";
import { durationMs } from "./numbers.ts";
import { shaped } from "./shape.ts";
import { testFailure, TestTally, type TestReport } from "./test-report.ts";

const whole = z.number().int().nonnegative();
const assertion = z.looseObject({
  status: z.string(),
  title: z.string().default("unnamed test"),
  fullName: z.string().optional(),
  duration: z.number().nullish(),
  invocations: z.number().nullish(),
  location: z.looseObject({ line: z.number() }).nullish(),
  failureMessages: z.array(z.string()).nullish(),
});
const schema = z.looseObject({
  numTotalTests: whole,
  numPassedTests: whole,
  numFailedTests: whole,
  numPendingTests: whole.default(0),
  numTodoTests: whole.default(0),
  numRuntimeErrorTestSuites: whole.default(0),
  numFailedTestSuites: whole.default(0),
  success: z.boolean(),
  wasInterrupted: z.boolean().default(false),
  testResults: z.array(
    z.looseObject({
      name: z.string().default("test file"),
      status: z.string().optional(),
      message: z.string().default(""),
      assertionResults: z.array(assertion),
    }),
  ),
});

/** Reads the JSON of jest (`--json`) and vitest (`--reporter=json`). */
export function readJestJson(text: string): TestReport {
  const document = shaped(schema, parseJson(text), "the JSON report of jest or vitest");
  const tally = new TestTally();
  let suiteProblems = 0;
  for (const { name: file, status, message, assertionResults } of document.testResults) {
    for (const each of assertionResults) addTest(each, file, tally);
    const explains = assertionResults.some((each) => each.status === "failed");
    if (status !== "failed" || explains) continue;
    suiteProblems += 1;
    tally.failures.push(testFailure({ name: file, message: plain(message), stack: message, file, kind: "error" }));
  }
  const failed = tally.failures.length - suiteProblems;
  const { numTotalTests, numPassedTests, numFailedTests } = document;
  const listed = tally.ran + tally.skipped;
  if (numTotalTests !== listed) tally.problem("test run", `The run counts ${numTotalTests} tests and lists ${listed}.`);
  if (numFailedTests !== failed)
    tally.problem("test run", `The run counts ${numFailedTests} failed tests and lists ${failed}.`);
  if (numPassedTests !== tally.ran - failed)
    tally.problem("test run", `The run counts ${numPassedTests} passed tests and lists ${tally.ran - failed}.`);
  if (document.wasInterrupted) tally.problem("test run", "The run was interrupted.");
  if (!document.success && tally.failures.length === 0)
    tally.problem(
      "test run",
      "The run says that it failed: an obsolete snapshot, a coverage threshold or an error outside of the tests.",
    );
  return tally.finish();
}

function addTest(each: z.output<typeof assertion>, file: string, tally: TestTally): void {
  const name = each.fullName === undefined || each.fullName.trim() === "" ? each.title : each.fullName.trim();
  if (["pending", "skipped", "todo", "disabled"].includes(each.status)) {
    tally.skipped += 1;
    return;
  }
  const passed = each.status === "passed" || each.status === "focused";
  if (passed && (each.invocations ?? 1) > 1) tally.flaky.push(name);
  const [message = `status: ${each.status}`] = each.failureMessages ?? [];
  const failure = passed
    ? undefined
    : testFailure({
        name,
        message: plain(message).split(/\n\s+at /, 1)[0],
        stack: message,
        file,
        line: lineOf(each, message, file),
        kind: /\bexpect\(|AssertionError|toBe|expected/i.test(message) ? "assertion" : "error",
      });
  tally.add(name, { durationMs: durationMs(each.duration, 1), failure });
}

function lineOf(each: z.output<typeof assertion>, stack: string, file: string): number | undefined {
  const at = stack.indexOf(`${file}:`);
  const digits = at < 0 ? undefined : /^\d+/.exec(stack.slice(at + file.length + 1))?.[0];
  return digits === undefined ? each.location?.line : Number(digits);
}

function plain(text: string): string {
  return stripVTControlCharacters(text).trim();
}
