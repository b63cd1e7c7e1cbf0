import { parsePlaywright } from "../journeys/playwright.ts";
import { BrokenReport } from "./broken.ts";
import { testFailure, TestTally, type TestReport } from "./test-report.ts";

/** Reads Playwright's JSON as tests: each test in each browser is one. */
export function readPlaywrightTests(text: string): TestReport {
  const read = parsePlaywright(text, "of Playwright");
  if ("failure" in read) {
    const reason = read.failure.title.replace(/^.*?proves nothing: /, "");
    throw new BrokenReport(reason, read.failure.suggestion);
  }
  const tally = new TestTally();
  for (const { name, status, durationMs, flaky, file, line, message } of read.value.journeys) {
    if (flaky) tally.flaky.push(name);
    const failure =
      status === "failed" ? testFailure({ name, message: message?.slice(0, 600), file, line }) : undefined;
    tally.add(name, { durationMs, failure });
  }
  return tally.finish();
}
