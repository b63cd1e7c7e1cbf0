import { BrokenReport } from "./broken.ts";
import { durationMs, optionalCount } from "./numbers.ts";
import { testFailure, TestTally, type TestFailure, type TestReport } from "./test-report.ts";
import { readXml, type Attributes } from "./xml.ts";

interface Case {
  readonly attributes: Attributes;
  problems: number;
  isSkipped: boolean;
  isFlaky: boolean;
  failure: TestFailure | undefined;
}

/** What a suite says of itself, and what it lists. */
interface Suite {
  readonly attributes: Attributes;
  readonly isOuter: boolean;
  /** Its own cases and those of its inner suites. */
  listed: number;
  own: number;
  skipped: number;
  problems: number;
}

interface Problem {
  readonly kind: "assertion" | "error";
  readonly attributes: Attributes;
}

/** Reads JUnit XML of any dialect: nested suites, cases outside of suites, `error` beside `failure`, Surefire's reruns. */
export function readJunit(text: string): TestReport {
  const tally = new TestTally();
  const suites: Suite[] = [];
  let testcase: Case | undefined;
  let problem: Problem | undefined;
  let roots = 0;

  readXml(text, {
    open(name, attributes) {
      if (name === "testsuite" || name === "testsuites") {
        roots += 1;
        const isOuter = name === "testsuites";
        suites.push({ attributes, isOuter, listed: 0, own: 0, skipped: 0, problems: 0 });
      } else if (name === "testcase") {
        testcase = { attributes, problems: 0, isSkipped: false, isFlaky: false, failure: undefined };
      } else if (name === "skipped" || name === "ignored") {
        if (testcase !== undefined) testcase.isSkipped = true;
      } else if (name === "failure" || name === "error") {
        problem = { kind: name === "error" ? "error" : "assertion", attributes };
      } else if ((name === "flakyFailure" || name === "flakyError") && testcase !== undefined) testcase.isFlaky = true;
    },
    close(name, content) {
      if ((name === "failure" || name === "error") && problem !== undefined) {
        for (const suite of suites) suite.problems += 1;
        const place = testcase?.attributes ?? suites.at(-1)?.attributes ?? {};
        const failure = describe(place, problem, content);
        if (testcase === undefined) tally.failures.push(failure);
        else {
          testcase.problems += 1;
          testcase.failure ??= failure;
        }
        problem = undefined;
      } else if (name === "testcase" && testcase !== undefined) {
        endCase(testcase, suites, tally);
        testcase = undefined;
      } else if (name === "testsuite" || name === "testsuites") {
        const suite = suites.pop();
        if (suite !== undefined) compare(suite, tally);
      }
    },
  });
  if (roots === 0) throw new BrokenReport("it is not JUnit XML", "Choose the junit reporter of the test runner.");
  return tally.finish();
}

function endCase(testcase: Case, suites: readonly Suite[], tally: TestTally): void {
  const { attributes, failure, isFlaky } = testcase;
  const isSkipped =
    failure === undefined &&
    (testcase.isSkipped || attributes["status"] === "notrun" || attributes["status"] === "disabled");
  for (const suite of suites) {
    suite.listed += 1;
    if (isSkipped) suite.skipped += 1;
  }
  const nearest = suites.at(-1);
  if (nearest !== undefined) nearest.own += 1;
  const name = caseName(attributes);
  if (isSkipped) {
    tally.skipped += 1;
    return;
  }
  if (isFlaky && failure === undefined) tally.flaky.push(name);
  tally.add(name, { durationMs: durationMs(attributes["time"], 1000), failure });
}

function caseName({ classname, name = "unnamed test" }: Attributes): string {
  const isTold = classname !== undefined && classname !== "" && classname !== "test" && classname !== name;
  return isTold ? `${classname} › ${name}` : name;
}

function describe(place: Attributes, { kind, attributes }: Problem, stack: string): TestFailure {
  const line = Number(place["line"]);
  return testFailure({
    name: caseName(place),
    message: attributes["message"],
    stack,
    file: place["file"],
    line: Number.isSafeInteger(line) ? line : undefined,
    kind,
  });
}

/** Totals that do not agree with what is listed are failures: something was lost, or added twice. */
function compare({ attributes, isOuter, listed, own, skipped, problems }: Suite, tally: TestTally): void {
  const title = attributes["name"] ?? (isOuter ? "all suites" : "test suite");
  const subject = `the tests of ${title}`;
  const declared = optionalCount(attributes["tests"], subject);
  // Some writers count skipped tests, some do not; of nested suites some count all, some only their own.
  const left = optionalCount(attributes["skipped"] ?? attributes["skip"], `the skipped tests of ${title}`) ?? 0;
  // libtest counts the tests that it left out and does not list them.
  const agreeing = [listed, listed - skipped, own, own - skipped, listed - skipped + left];
  if (declared !== undefined && !agreeing.includes(declared)) {
    const difference = declared - listed;
    const amount = `${Math.abs(difference)} ${difference > 0 ? "more" : "fewer"} tests than it lists`;
    tally.problem(title, `The suite counts ${amount}.`);
  }
  const failures = optionalCount(attributes["failures"], `the failures of ${title}`) ?? 0;
  const errors = optionalCount(attributes["errors"], `the errors of ${title}`) ?? 0;
  // Only lost ones matter: each failure that is listed fails the gate by itself.
  const missing = failures + errors - problems;
  if (missing > 0) tally.problem(title, `The suite counts ${missing} more failures than it lists.`);
}
