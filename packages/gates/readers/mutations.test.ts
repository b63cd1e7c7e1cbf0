import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { Read } from "../context.ts";
import { parseCoverage } from "./parse-coverage.ts";
import { parseFindings } from "./parse-findings.ts";
import { parseTestReport } from "./parse-test-report.ts";

const corpus = path.join(import.meta.dirname, "corpus");

type Verdict = "passed" | "failed" | "broken";

/** What a gate makes of a text. The values of what is read have to be sound, whatever was done to the text. */
const judges: Readonly<Record<string, (text: string, name: string) => Verdict>> = {
  tests(text, name) {
    const read = parseTestReport(text, name);
    if ("failure" in read) return broken(read);
    const { ran, skipped, failures } = read.value;
    expect(Number.isSafeInteger(ran) && Number.isSafeInteger(skipped)).toBe(true);
    expect(ran + failures.length).toBeGreaterThan(0);
    return failures.length === 0 ? "passed" : "failed";
  },
  covered(text, name) {
    const read = parseCoverage(text, name, "/home/dev/shop");
    if ("failure" in read) return broken(read);
    const { percent, files } = read.value;
    expect(percent >= 0 && percent <= 100).toBe(true);
    for (const { lines, uncoveredLines } of files) expect(uncoveredLines >= 0 && uncoveredLines <= lines).toBe(true);
    return "passed";
  },
  findings(text, name) {
    const read = parseFindings(text, name);
    if ("failure" in read) return broken(read);
    for (const { score } of read.value.findings) expect(score >= 0 && score <= 10).toBe(true);
    return read.value.findings.some(({ score }) => score >= 7) ? "failed" : "passed";
  },
};

function broken(read: Extract<Read<unknown>, { readonly failure: unknown }>): Verdict {
  expect(read.failure.title).toContain("proves nothing");
  expect(read.failure.suggestion.length).toBeGreaterThan(10);
  return "broken";
}

const samples = Object.entries(judges).flatMap(([kind, judge]) =>
  readdirSync(path.join(corpus, kind)).map((name) => ({
    name,
    judge,
    text: readFileSync(path.join(corpus, kind, name), "utf8"),
  })),
);

/** A text that ends there is complete by its own grammar: nothing in these formats tells that more should follow. */
const complete: readonly (readonly [name: RegExp, isComplete: (text: string) => boolean])[] = [
  [/\.(?:info|lcov)$/, (text) => /end_of_record\s*$/.test(text)],
  [/\.out$|^yarn-berry/, (text) => text.endsWith("\n")],
  [/^govulncheck/, (text) => /^\}\s*$/m.test(text.slice(-3))],
  // Its plan stands behind the tests, or all tests of the plan are there.
  [/\.tap$/, (text) => /^1\.\.\d+/m.test(text)],
  // One suite for each test binary.
  [/^libtest-pass/, (text) => /"event": "ok", "passed".*\}\s*$/.test(text)],
];

function mayEnd(name: string, text: string): boolean {
  return complete.some(([pattern, isComplete]) => pattern.test(name) && isComplete(text));
}

describe("a report that is cut off", () => {
  it.each(samples)("$name never passes", ({ name, judge, text }) => {
    const whole = text.trimEnd().length;
    // Each byte of the small ones; of large ones a part, and the end, where a cut is easiest to miss.
    const step = Math.max(1, Math.round(text.length / 400));
    const wrong: string[] = [];
    for (let end = 0; end < whole; end += end > whole - 100 ? 1 : step) {
      const cut = text.slice(0, end);
      if (judge(cut, name) === "passed" && !mayEnd(name, cut)) wrong.push(cut.slice(-60));
    }
    expect(wrong).toEqual([]);
  });
});

/** What may happen to a file on its way: bytes lost, doubled, swapped, changed; numbers that are none. */
function mutation(bytes: Buffer): fc.Arbitrary<Buffer> {
  const at = fc.nat(bytes.length);
  const length = fc.nat(80);
  const numbers = ["NaN", "-1", "1e309", "99999999999999999999", "0", "0.5", "null", '"__proto__"', "constructor"];
  return fc.oneof(
    fc.tuple(at, length).map(([from, size]) => Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + size)])),
    fc.tuple(at, length).map(([from, size]) => Buffer.concat([bytes.subarray(0, from + size), bytes.subarray(from)])),
    fc.tuple(at, at, length).map(([a, b, size]) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      return Buffer.concat([
        bytes.subarray(0, from),
        bytes.subarray(to, to + size),
        bytes.subarray(from, to),
        bytes.subarray(to + size),
      ]);
    }),
    fc.tuple(at, fc.nat(255)).map(([place, flip]) => {
      const copy = Buffer.from(bytes);
      if (place < copy.length) copy[place] = (copy[place] ?? 0) ^ flip;
      return copy;
    }),
    fc.tuple(fc.nat(), fc.constantFrom(...numbers)).map(([pick, put]) => {
      const text = bytes.toString();
      const found = [...text.matchAll(/\d+(?:\.\d+)?/g)];
      const match = found[pick % Math.max(1, found.length)];
      return match === undefined
        ? bytes
        : Buffer.from(text.slice(0, match.index) + put + text.slice(match.index + match[0].length));
    }),
  );
}

describe("a report that was changed on its way", () => {
  it.each(samples)("$name is judged, and never crashes the gate", ({ name, judge, text }) => {
    fc.assert(
      fc.property(mutation(Buffer.from(text)), (bytes) => {
        expect(["passed", "failed", "broken"]).toContain(judge(bytes.toString(), name));
      }),
      { numRuns: 60 },
    );
  });

  it.each(samples)("$name with the text of another kind behind it is not read as clean", ({ name, judge, text }) => {
    if (/\.(?:json|xml)$/.test(name)) expect(judge(`${text}\n<a>`, name)).toBe("broken");
  });
});

describe("hostile reports", () => {
  const laughs = `<!DOCTYPE t [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><testsuites><testcase name="&b;"/></testsuites>`;
  const deepXml = `${"<testsuite>".repeat(5000)}${"</testsuite>".repeat(5000)}`;
  const deepJson = `{"stats":{"suites":${"[".repeat(200_000)}${"]".repeat(200_000)}}}`;
  const deepPlaywright = `{"config":{},"suites":[${'{"title":"a","specs":[],"suites":['.repeat(20_000)}${"]}".repeat(20_000)}],"errors":[],"stats":{"expected":0,"unexpected":0,"flaky":0,"skipped":0}}`;

  it.each<[string, string, string, string]>([
    ["entities of its own", "tests", laughs, "DOCTYPE"],
    [
      "a DOCTYPE with a subset before Cobertura",
      "coverage",
      `<!DOCTYPE coverage SYSTEM "x" [<!ENTITY a SYSTEM "file:///etc/passwd">]><coverage><a/></coverage>`,
      "DOCTYPE",
    ],
    ["thousands of levels of XML", "tests", deepXml, "nested too deep"],
    ["thousands of levels of JSON", "tests", deepJson, "proves nothing"],
    ["thousands of suites of Playwright", "tests", deepPlaywright, "nested too deep"],
    ["TAP with fewer tests than its plan", "tests", "1..3\nok 1\nok 2\n", "promises 3 tests and has 2"],
    ["UTF-16", "tests", "<\0t\0e\0s\0t\0", "not UTF-8"],
    ["a line beyond all files", "coverage", "SF:a\nDA:99999999999,1\nend_of_record\n", "no number of a line"],
    [
      "a block of Go without end",
      "coverage",
      "mode: set\na.go:1.1,999999999.1 1 1\n",
      "ends before it begins, or never",
    ],
    ["negative counts", "tests", '<testsuite tests="-1"><testcase name="a"/></testsuite>', "is no count: -1"],
    [
      "more covered than there is",
      "coverage",
      '{"total":{"lines":{"total":1,"covered":2}},"a":{"lines":{"total":1,"covered":2}}}',
      "covers 2 of 1",
    ],
  ])("refuses %s", (_, kind, text, reason) => {
    const read = kind === "tests" ? parseTestReport(text, "r") : parseCoverage(text, "r", "/w");
    expect("failure" in read ? read.failure.title : "read").toContain(reason);
  });

  it("reads a byte order mark away", () => {
    expect(parseTestReport('\uFEFF<testsuite><testcase name="a"/></testsuite>', "r")).toMatchObject({
      value: { ran: 1 },
    });
  });

  it("keeps a file outside of the checkout apart from ours", () => {
    const read = parseCoverage(
      "SF:/etc/passwd\nDA:1,0\nend_of_record\nSF:/w/../etc/x\nDA:1,0\nend_of_record\n",
      "r",
      "/w",
    );
    expect("value" in read && read.value.files.map(({ file }) => file)).toEqual(["/etc/passwd", "/w/../etc/x"]);
  });

  it("counts the properties of Object as files, not as prototypes", () => {
    const text = '{"__proto__":{"path":"/w/a.js","statementMap":{"0":{"start":{"line":1}}},"s":{"0":1}}}';
    expect(parseCoverage(text, "r", "/w")).toMatchObject({ value: { percent: 100, files: [{ file: "a.js" }] } });
  });
});
