import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { Read } from "./context.ts";
import { parsePlaywright } from "./journeys/playwright.ts";
import { uncoveredRuns } from "./readers/coverage.ts";
import { parseCoverage } from "./readers/parse-coverage.ts";
import { parseFindings } from "./readers/parse-findings.ts";
import { parseTestReport } from "./readers/parse-test-report.ts";

function valueOf<T>(read: Read<T>): T {
  if ("failure" in read) throw new Error(read.failure.title);
  return read.value;
}

function reasonOf(read: Read<unknown>): string {
  return "failure" in read ? read.failure.title : `read: ${JSON.stringify(read.value)}`;
}

const junit = `<?xml version="1.0"?>
<testsuites>
  <testsuite name="user" tests="4" failures="1" errors="1" skipped="1">
    <testsuite name="inner" tests="1"><testcase name="adds" classname="user"/></testsuite>
    <testcase name="breaks" classname="user" file="/w/src/user.test.ts" failure="x"><failure message="1 &lt; 2&#10;no">Error
      at /w/src/user.test.ts:17:3</failure></testcase>
    <testcase name="dies" line="9" file="b.ts"><error>boom
more</error></testcase>
    <testcase name="later"><skipped/></testcase>
  </testsuite>
  <testcase name="loose" classname="test"/>
</testsuites>`;

describe("JUnit", () => {
  it("counts nested suites, loose cases, errors beside failures, and skipped ones apart", () => {
    expect(valueOf(parseTestReport(junit, "r.xml"))).toMatchObject({
      ran: 4,
      skipped: 1,
      failures: [
        { name: "user › breaks", message: "1 < 2\nno", file: "/w/src/user.test.ts", line: 17, kind: "assertion" },
        { name: "dies", message: "boom", file: "b.ts", line: 9, kind: "error" },
      ],
    });
  });

  it.each<[string, string, string]>([
    ["no test", "<testsuites></testsuites>", "no test ran"],
    ["only skipped ones", '<testsuite><testcase name="a"><skipped/></testcase></testsuite>', "no test ran (1 skipped)"],
    ["other XML", "<html><body/></html>", "XML with the root <html>, none of the test reports"],
    ["no report", "all good!", "text of another kind"],
    ["a cut", "<testsuites><testsuite>", "not complete XML"],
    ["a DOCTYPE", '<!DOCTYPE a [<!ENTITY x "y">]><testsuite/>', "DOCTYPE"],
  ])("refuses %s", (_, text, reason) => {
    expect(reasonOf(parseTestReport(text, "r.xml"))).toContain(reason);
  });

  it.each<[string, string, string]>([
    [
      "failures",
      '<testsuite name="s" tests="1" failures="1"><testcase name="a"/></testsuite>',
      "counts 1 more failures than it lists",
    ],
    ["tests", '<testsuite name="s" tests="3"><testcase name="a"/></testsuite>', "counts 2 more tests than it lists"],
  ])("fails a suite that counts %s which it does not list", (_, text, message) => {
    expect(valueOf(parseTestReport(text, "r.xml")).failures).toEqual([
      expect.objectContaining({ message: expect.stringContaining(message) }),
    ]);
  });

  it("fails a suite that broke outside of its cases", () => {
    const text = '<testsuite name="s"><error message="import failed"/><testcase name="a"/></testsuite>';
    expect(valueOf(parseTestReport(text, "r.xml")).failures).toEqual([
      { name: "s", message: "import failed", kind: "error" },
    ]);
  });
});

const lcov =
  "TN:\nSF:/w/src/a.ts\nDA:1,1\nDA:2,0\nDA:4,0\nDA:5,1\nDA:7,0\nLF:5\nLH:2\nend_of_record\nSF:src/b.ts\nDA:1,5\nLF:1\nLH:1\nend_of_record\n";

describe("lcov", () => {
  it("counts lines and names the gaps, relative to the checkout", () => {
    const coverage = valueOf(parseCoverage(lcov, "l", "/w"));

    expect(coverage.percent).toBe(50);
    expect(coverage.files.map((file) => [file.file, file.lines, file.uncoveredLines, uncoveredRuns(file)])).toEqual([
      [
        "src/a.ts",
        5,
        3,
        [
          { from: 2, to: 4 },
          { from: 7, to: 7 },
        ],
      ],
      ["src/b.ts", 1, 0, []],
    ]);
  });

  it("merges the same file instead of adding it, and never rounds up", () => {
    const twice = "SF:a\nDA:1,1\nDA:2,0\nDA:3,0\nend_of_record\nSF:a\nDA:1,0\nDA:2,1\nDA:3,0\nend_of_record\n";
    expect(valueOf(parseCoverage(twice, "l", "/w")).percent).toBe(66.66);
  });

  it.each<[string, string, string]>([
    ["other text", "hello", "text of another kind"],
    ["a cut", lcov.slice(0, -8), "cut off"],
    ["no lines", "SF:a\nend_of_record\n", "counts no line"],
    ["lines that are no numbers", "SF:a\nDA:x,y\nend_of_record\n", "no number"],
    ["lost lines", "SF:a\nDA:1,1\nLF:9\nLH:9\nend_of_record\n", "it counts 9 and lists 1"],
  ])("refuses %s", (_, text, reason) => {
    expect(reasonOf(parseCoverage(text, "l", "/w"))).toContain(reason);
  });
});

type Sarif = Readonly<Record<string, unknown>>;
const tool = (rules: readonly unknown[], extensions: readonly unknown[] = []) => ({
  driver: { name: "scan", rules },
  extensions,
});
const result = (extra: Sarif) => ({ ruleId: "R1", message: { text: "bad" }, ...extra });
const sarif = (run: Sarif) => JSON.stringify({ version: "2.1.0", runs: [run] });
const rule = (id: string, score?: string, level?: string) => ({
  id,
  ...(score === undefined ? {} : { properties: { "security-severity": score } }),
  ...(level === undefined ? {} : { defaultConfiguration: { level } }),
});

describe("SARIF", () => {
  it.each<[string, Sarif, number]>([
    ["the rule's score by id", { tool: tool([rule("R1", "9.8")]), results: [result({})] }, 9.8],
    ["by index", { tool: tool([rule("R0", "1"), rule("R1", "7.5")]), results: [result({ ruleIndex: 1 })] }, 7.5],
    [
      "by id where the index is wrong",
      { tool: tool([rule("R0", "1"), rule("R1", "7.5")]), results: [result({ ruleIndex: 0 })] },
      7.5,
    ],
    ["of a sub-rule", { tool: tool([rule("R1", "6")]), results: [result({ ruleId: "R1/2" })] }, 6],
    [
      "in an extension",
      {
        tool: tool([], [{ name: "x" }, { name: "q", rules: [rule("R1", "8.1")] }]),
        results: [result({ ruleId: undefined, rule: { index: 0, toolComponent: { index: 1 } } })],
      },
      8.1,
    ],
    [
      "the result's own score first",
      { tool: tool([rule("R1", "9.8")]), results: [result({ properties: { "security-severity": "3.1" } })] },
      3.1,
    ],
    ["a level error", { tool: tool([]), results: [result({ level: "error" })] }, 8],
    ["the rule's level", { tool: tool([rule("R1", undefined, "note")]), results: [result({})] }, 2],
    ["a score that is no score", { tool: tool([rule("R1", "high", "warning")]), results: [result({})] }, 5],
    ["nothing at all: high", { tool: tool([rule("R1")]), results: [result({})] }, 8],
  ])("takes %s", (_, run, score) => {
    expect(valueOf(parseFindings(sarif(run), "s")).findings.map((finding) => finding.score)).toEqual([score]);
  });

  it("leaves out what is suppressed, absent or no failure, and keeps what is unchanged or under review", () => {
    const results = [
      result({ suppressions: [{ kind: "external" }] }),
      result({ suppressions: [{ status: "underReview" }], ruleId: "kept-1" }),
      result({ baselineState: "absent" }),
      result({ baselineState: "unchanged", ruleId: "kept-2" }),
      result({ kind: "pass" }),
    ];
    const report = valueOf(parseFindings(sarif({ tool: tool([rule("R1")]), results }), "s"));
    expect(report.findings.map(({ ruleId }) => ruleId)).toEqual(["kept-1", "kept-2"]);
    expect(report.suppressed).toBe(1);
  });

  it.each<[string, string, string]>([
    ["no run", JSON.stringify({ version: "2.1.0", runs: [] }), "holds no run"],
    ["another version", JSON.stringify({ version: "2.0.0", runs: [] }), "not SARIF 2.1"],
    ["no results", sarif({ tool: tool([rule("R1")]) }), "no results"],
    ["null results", sarif({ tool: tool([rule("R1")]), results: null }), "no results"],
    ["no sign of life", sarif({ tool: { driver: { name: "scan" } }, results: [] }), "no sign that it ran"],
    [
      "a failed scan",
      sarif({ tool: tool([rule("R1")]), results: [], invocations: [{ executionSuccessful: false }] }),
      "its scan failed",
    ],
    [
      "an error on the way",
      sarif({
        tool: tool([rule("R1")]),
        results: [],
        invocations: [
          { executionSuccessful: true, toolExecutionNotifications: [{ level: "error", message: { text: "parse" } }] },
        ],
      }),
      "met an error while it scanned: parse",
    ],
    ["a cut", sarif({ tool: tool([]) }).slice(0, 20), "not complete JSON"],
    ["null", "null", "none of the reports of scanners"],
  ])("refuses %s", (_, text, reason) => {
    expect(reasonOf(parseFindings(text, "s"))).toContain(reason);
  });
});

const walked = (status: string, last: Sarif = {}) => ({
  projectName: "chromium",
  status,
  results: [{ status: "passed", duration: 10.4, ...last }],
});
const playwright = {
  errors: [],
  stats: { expected: 1, unexpected: 1, flaky: 1, skipped: 1 },
  suites: [
    {
      title: "shop.spec.ts",
      file: "shop.spec.ts",
      specs: [{ title: "opens", tests: [walked("expected"), walked("skipped")] }],
      suites: [
        {
          title: "buying",
          file: "shop.spec.ts",
          specs: [
            {
              title: "pays",
              file: "shop.spec.ts",
              line: 7,
              tests: [
                walked("unexpected", {
                  status: "timedOut",
                  error: { message: "\u001B[31mslow\u001B[39m" },
                  attachments: [{ name: "trace", path: "t.zip" }],
                }),
              ],
            },
            { title: "finds", tests: [walked("flaky")] },
          ],
        },
      ],
    },
  ],
};

describe("Playwright", () => {
  it("reads each test in each browser as a journey", () => {
    const { journeys, skipped } = valueOf(parsePlaywright(JSON.stringify(playwright), "p"));
    expect(
      journeys.map(({ name, status, durationMs, flaky, transient }) => [name, status, durationMs, flaky, transient]),
    ).toEqual([
      ["opens [chromium]", "passed", 10, false, false],
      ["buying › pays [chromium]", "failed", 10, false, true],
      ["buying › finds [chromium]", "passed", 10, true, false],
    ]);
    expect(journeys[1]).toMatchObject({
      message: "slow",
      file: "shop.spec.ts",
      line: 7,
      attachments: [{ name: "trace", path: "t.zip" }],
    });
    expect(skipped).toHaveLength(1);
  });

  it.each<[string, unknown, string]>([
    [
      "an error outside of the tests",
      { ...playwright, errors: [{ message: "no config" }] },
      "outside of the tests: no config",
    ],
    ["no journey", { ...playwright, suites: [] }, "no journey was walked (1 skipped)"],
    ["counts that disagree", { ...playwright, stats: { ...playwright.stats, unexpected: 0, expected: 2 } }, "disagree"],
    ["lost suites", { ...playwright, stats: { ...playwright.stats, expected: 9 } }, "disagree"],
    ["another report", { numTotalTests: 3 }, "not a JSON report of Playwright"],
  ])("refuses %s", (_, document, reason) => {
    expect(reasonOf(parsePlaywright(JSON.stringify(document), "p"))).toContain(reason);
  });
});

describe("a broken report", () => {
  const clean = {
    junit: '<testsuites><testsuite name="s" tests="1"><testcase name="a"/></testsuite></testsuites>',
    sarif: sarif({ tool: tool([rule("R1", "9.8")]), results: [], invocations: [{ executionSuccessful: true }] }),
    playwright: JSON.stringify({
      ...playwright,
      suites: [{ title: "s", specs: [{ title: "t", tests: [walked("expected")] }] }],
      stats: { expected: 1, unexpected: 0, flaky: 0, skipped: 0 },
    }),
    lcov: "SF:a\nDA:1,1\nend_of_record",
  };
  const readers: readonly [keyof typeof clean, (text: string) => Read<unknown>][] = [
    ["junit", (text) => parseTestReport(text, "r")],
    ["sarif", (text) => parseFindings(text, "r")],
    ["playwright", (text) => parsePlaywright(text, "r")],
    ["lcov", (text) => parseCoverage(text, "r", "/w")],
  ];

  it.each(readers)("%s is never read when it is cut anywhere", (kind, read) => {
    const text = clean[kind];
    expect(reasonOf(read(text))).toMatch(/^read: /);
    for (let end = 0; end < text.length; end += 1) expect(reasonOf(read(text.slice(0, end)))).not.toMatch(/^read: /);
  });

  it.each(readers)("%s never crashes on changed or foreign text", (kind, read) => {
    const text = clean[kind];
    const changed = fc
      .tuple(fc.nat(text.length), fc.nat(8), fc.string())
      .map(([at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut));
    fc.assert(
      fc.property(fc.oneof(changed, fc.string(), fc.json()), (broken) => {
        expect(typeof reasonOf(read(broken))).toBe("string");
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, string, (text: string) => Read<unknown>]>([
    ["sarif", clean.sarif, (text) => parseFindings(text, "r")],
    ["playwright", clean.playwright, (text) => parsePlaywright(text, "r")],
  ])("%s with a value of a wrong type never crashes", (_, text, read) => {
    fc.assert(
      fc.property(fc.nat(), fc.jsonValue(), (pick, put) => {
        const places: (() => void)[] = [];
        const document = JSON.parse(text) as object;
        const visit = (node: unknown) => {
          if (typeof node !== "object" || node === null) return;
          for (const [key, value] of Object.entries(node)) {
            places.push(() => Reflect.set(node, key, put));
            visit(value);
          }
        };
        visit(document);
        places[pick % places.length]?.();
        expect(typeof reasonOf(read(JSON.stringify(document)))).toBe("string");
      }),
      { numRuns: 300 },
    );
  });
});
