// The reports that the benchmark of the readers reads: generated, never kept.

export type Kind = "tests" | "coverage";

interface Made {
  readonly name: string;
  readonly kind: Kind;
  readonly chunks: () => Generator<string>;
}

const tests = 10_000;
const coverageBytes = 50_000_000;
const linesPerFile = 500;

/** A test in a hundred fails, and one in fifty is skipped. */
const outcomeOf = (at: number) => (at % 100 === 99 ? "failed" : at % 50 === 7 ? "skipped" : "passed");
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
const countOf = (outcome: string) => numbers(tests).filter((at) => outcomeOf(at) === outcome).length;
const stack = "Error: expected 1 to be 2\n    at f (/w/src/user.test.ts:17:3)\n".repeat(4);

function* junit(): Generator<string> {
  yield `<?xml version="1.0"?><testsuites tests="${tests}" failures="${countOf("failed")}">`;
  for (let suite = 0; suite < tests; suite += 100) {
    const cases = numbers(100).map((at) => {
      const outcome = outcomeOf(at);
      const inner = {
        failed: `<failure message="expected 1 to be 2">${stack}</failure>`,
        skipped: "<skipped/>",
        passed: "",
      }[outcome];
      return `<testcase classname="suite ${suite}" name="test ${suite + at}" file="src/user.test.ts" time="0.0${at}">${inner}</testcase>\n`;
    });
    yield `<testsuite name="suite ${suite}" tests="100" failures="1">${cases.join("")}</testsuite>`;
  }
  yield "</testsuites>\n";
}

function* tap(): Generator<string> {
  yield `TAP version 13\n1..${tests}\n`;
  for (const at of numbers(tests)) {
    const outcome = outcomeOf(at);
    const line = `${outcome === "failed" ? "not ok" : "ok"} ${at + 1} - test ${at}${outcome === "skipped" ? " # SKIP" : ""}\n`;
    yield `${line}  ---\n  duration_ms: 0.5\n  ...\n`;
  }
}

const goLine = (event: object) => `${JSON.stringify({ Time: "2026-01-01T00:00:00Z", ...event })}\n`;

function* goTest(): Generator<string> {
  yield goLine({ Action: "start", Package: "example.com/shop" });
  for (const at of numbers(tests)) {
    const test = { Package: "example.com/shop", Test: `Test${at}` };
    const end = { failed: "fail", skipped: "skip", passed: "pass" }[outcomeOf(at)];
    yield (
      goLine({ Action: "run", ...test }) + goLine({ Action: "output", ...test, Output: "    a_test.go:8: got 1\n" })
    );
    yield goLine({ Action: end, ...test, Elapsed: 0.01 });
  }
  yield goLine({ Action: "fail", Package: "example.com/shop", Elapsed: 1 });
}

function* libtest(): Generator<string> {
  yield `{ "type": "suite", "event": "started", "test_count": ${tests} }\n`;
  for (const at of numbers(tests)) {
    const event = { failed: "failed", skipped: "ignored", passed: "ok" }[outcomeOf(at)];
    yield `{ "type": "test", "name": "t::${at}", "event": "${event}", "exec_time": 0.01 }\n`;
  }
  yield `{ "type": "suite", "event": "failed", "passed": ${countOf("passed")}, "failed": ${countOf("failed")}, "ignored": ${countOf("skipped")} }\n`;
}

function* jest(): Generator<string> {
  yield JSON.stringify({
    numTotalTests: tests,
    numPassedTests: countOf("passed"),
    numFailedTests: countOf("failed"),
    numPendingTests: countOf("skipped"),
    success: false,
    testResults: numbers(tests / 100).map((file) => ({
      name: `/w/src/${file}.test.ts`,
      status: "failed",
      message: "",
      assertionResults: numbers(100).map((at) => ({
        title: `test ${at}`,
        fullName: `suite ${file} test ${at}`,
        status: outcomeOf(at) === "skipped" ? "pending" : outcomeOf(at),
        duration: at,
        failureMessages: outcomeOf(at) === "failed" ? [stack] : [],
      })),
    })),
  });
}

function* trx(): Generator<string> {
  yield '<?xml version="1.0"?><TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>';
  for (const at of numbers(tests)) {
    const outcome = { failed: "Failed", skipped: "NotExecuted", passed: "Passed" }[outcomeOf(at)];
    yield `<UnitTestResult testName="Shop.Test${at}" duration="00:00:00.01" outcome="${outcome}"><Output><ErrorInfo><Message>no</Message></ErrorInfo></Output></UnitTestResult>`;
  }
  yield `</Results><ResultSummary><Counters total="${tests}" failed="${countOf("failed")}"/></ResultSummary></TestRun>`;
}

/** A report of so many files that it is as large as it shall be. */
function* repeated(
  before: string,
  file: (at: number) => string,
  after: string | ((files: number) => string),
  between = "",
): Generator<string> {
  yield before;
  let written = 0;
  let at = 0;
  for (; written < coverageBytes; at += 1) {
    const text = `${at === 0 ? "" : between}${file(at)}`;
    written += text.length;
    yield text;
  }
  yield typeof after === "string" ? after : after(at);
}

const hits = (line: number) => (line % 7 === 0 ? 0 : line % 13);
const lines = numbers(linesPerFile).map((at) => at + 1);
const covered = lines.filter((line) => hits(line) > 0).length;
const each = (text: (line: number) => string, separator = "") => lines.map(text).join(separator);

const lcovLines = each((line) => `DA:${line},${hits(line)}\n`);
const coberturaLines = each((line) => `<line number="${line}" hits="${hits(line)}"/>\n`);
const jacocoLines = each((line) => `<line nr="${line}" mi="1" ci="${hits(line)}" mb="0" cb="0"/>`);
const cloverLines = each((line) => `<line num="${line}" count="${hits(line)}" type="stmt"/>\n`);
const statements = each(
  (line) => `"${line}":{"start":{"line":${line},"column":0},"end":{"line":${line},"column":40}}`,
  ",",
);
const counts = each((line) => `"${line}":${hits(line)}`, ",");
const segments = each((line) => `[${line},1,${hits(line)},true,true,false]`, ",");
const counter = `<counter type="LINE" missed="${linesPerFile - covered}" covered="${covered}"/>`;
const summary = `{"lines":{"count":${linesPerFile},"covered":${covered},"percent":80}}`;

/** Every report of the benchmark, by the name of its format. */
export const made: readonly Made[] = [
  { name: "JUnit XML", kind: "tests", chunks: junit },
  { name: "TAP", kind: "tests", chunks: tap },
  { name: "go test -json", kind: "tests", chunks: goTest },
  { name: "libtest JSON", kind: "tests", chunks: libtest },
  { name: "jest JSON", kind: "tests", chunks: jest },
  { name: "TRX", kind: "tests", chunks: trx },
  {
    name: "lcov",
    kind: "coverage",
    chunks: () =>
      repeated(
        "",
        (at) =>
          `SF:/w/src/${at}.ts\nFN:1,f${at}\nFNDA:0,f${at}\n${lcovLines}LF:${linesPerFile}\nLH:${covered}\nend_of_record\n`,
        "",
      ),
  },
  {
    name: "Cobertura XML",
    kind: "coverage",
    chunks: () =>
      repeated(
        '<?xml version="1.0"?><coverage><packages><package><classes>',
        (at) => `<class name="c${at}" filename="src/${at}.py"><methods/><lines>${coberturaLines}</lines></class>`,
        "</classes></package></packages></coverage>",
      ),
  },
  {
    name: "JaCoCo XML",
    kind: "coverage",
    chunks: () =>
      repeated(
        '<?xml version="1.0"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="x"><package name="shop">',
        (at) => `<sourcefile name="F${at}.java">${jacocoLines}${counter}</sourcefile>`,
        (files) =>
          `</package><counter type="LINE" missed="${files * (linesPerFile - covered)}" covered="${files * covered}"/></report>`,
      ),
  },
  {
    name: "Clover XML",
    kind: "coverage",
    chunks: () =>
      repeated(
        '<?xml version="1.0"?><coverage clover="3.2.0"><project>',
        (at) => `<file name="${at}.ts" path="/w/src/${at}.ts">${cloverLines}</file>`,
        "</project></coverage>",
      ),
  },
  {
    name: "Istanbul JSON",
    kind: "coverage",
    chunks: () =>
      repeated(
        "{",
        (at) =>
          `"/w/src/${at}.ts":{"path":"/w/src/${at}.ts","statementMap":{${statements}},"fnMap":{},"branchMap":{},"s":{${counts}},"f":{},"b":{}}`,
        "}",
        ",",
      ),
  },
  {
    name: "Istanbul summary",
    kind: "coverage",
    chunks: () =>
      repeated(
        "{",
        (at) =>
          `"/w/src/${at}.ts":{"lines":{"total":500,"covered":400,"skipped":0,"pct":80},"functions":{"total":20,"covered":10,"skipped":0,"pct":50},"statements":{"total":500,"covered":400,"skipped":0,"pct":80},"branches":{"total":0,"covered":0,"skipped":0,"pct":100}}`,
        "}",
        ",",
      ),
  },
  {
    name: "Go cover profile",
    kind: "coverage",
    chunks: () =>
      repeated(
        "mode: count\n",
        (at) => each((line) => `example.com/shop/f${at}.go:${line}.2,${line}.40 1 ${hits(line)}\n`),
        "",
      ),
  },
  {
    name: "llvm-cov JSON",
    kind: "coverage",
    chunks: () =>
      repeated(
        '{"data":[{"files":[',
        (at) =>
          `{"filename":"/w/src/${at}.rs","branches":[],"expansions":[],"segments":[${segments}],"summary":${summary}}`,
        ']}],"type":"llvm.coverage.json.export","version":"2.0.1"}',
        ",",
      ),
  },
];
