import type { Read } from "../context.ts";
import { readFormat, reading, type Format } from "./format.ts";
import { readGoTest } from "./go-test.ts";
import { readJestJson } from "./jest-json.ts";
import { readJunit } from "./junit.ts";
import { readLibtest } from "./libtest.ts";
import { readMochaJson } from "./mocha-json.ts";
import { readPlaywrightTests } from "./playwright-tests.ts";
import { readTap } from "./tap.ts";
import type { TestReport } from "./test-report.ts";
import { readTrx } from "./trx.ts";
import { rootIs } from "./xml.ts";

/** To add a format: write one file beside this one, then add one line here. */
const formats: readonly Format<TestReport>[] = [
  { title: "JUnit XML", recognises: ({ head }) => rootIs(head, ["testsuites", "testsuite"]), read: readJunit },
  { title: "TRX", recognises: ({ head }) => rootIs(head, ["TestRun"]), read: readTrx },
  {
    title: "go test -json",
    recognises: ({ head }) => /^\s*\{"(?:Time|Action|ImportPath)":"/m.test(head),
    read: readGoTest,
  },
  {
    title: "libtest JSON",
    recognises: ({ head }) => /^\s*\{\s*"type":\s*"(?:suite|test)"/m.test(head),
    read: readLibtest,
  },
  {
    title: "the JSON of jest or vitest",
    recognises: ({ head }) => head.startsWith("{") && /"num(?:Total|Passed|Failed)Test/.test(head),
    read: readJestJson,
  },
  {
    title: "mocha's JSON",
    recognises: ({ head }) => head.startsWith("{") && /"stats"\s*:\s*\{\s*"suites"/.test(head),
    read: readMochaJson,
  },
  {
    title: "Playwright's JSON",
    recognises: ({ head, tail }) =>
      head.startsWith("{") && /"suites"|"projects"|"rootDir"/.test(head) && /"stats"|"suites"/.test(tail),
    read: readPlaywrightTests,
  },
  { title: "TAP", recognises: ({ head }) => /^(?:TAP version \d+|1\.\.\d+|(?:not )?ok\b)/m.test(head), read: readTap },
];

/** Reads a report of tests in any format of the list, recognised by its content. */
export function parseTestReport(text: string, name: string): Read<TestReport> {
  return reading(name, () => readFormat(text, formats, "test reports"));
}
