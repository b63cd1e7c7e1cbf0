import { BrokenReport, runAgain } from "./broken.ts";
import { optionalCount } from "./numbers.ts";
import { testFailure, TestTally, type TestReport } from "./test-report.ts";
import { readXml, type Attributes } from "./xml.ts";

const notRun: readonly string[] = ["notexecuted", "notrunnable", "inconclusive", "disconnected", "pending"];

/** Reads TRX, the report of `dotnet test`. Whatever did not pass and was not left out is a failure. */
export function readTrx(text: string): TestReport {
  const tally = new TestTally();
  let result: Attributes | undefined;
  let message = "";
  let stack = "";
  let counters: Attributes | undefined;
  let runProblem = "";
  let depth = 0;

  readXml(text, {
    open(name, attributes) {
      if (name === "UnitTestResult") {
        // Data rows stand inside of the result of their test, which sums them up.
        depth += 1;
        if (depth === 1) [result, message, stack] = [attributes, "", ""];
      } else if (name === "Counters") counters = attributes;
    },
    close(name, content) {
      if (name === "Message" && result !== undefined) message ||= content.trim();
      else if (name === "StackTrace" && result !== undefined) stack ||= content.trim();
      else if (name === "Text" && result === undefined && runProblem === "") runProblem = content.trim();
      if (name !== "UnitTestResult") return;
      depth -= 1;
      if (depth > 0 || result === undefined) return;
      addResult(tally, result, { message, stack });
      result = undefined;
    },
  });
  if (counters === undefined) throw new BrokenReport("it has no counters: the run did not end", runAgain);
  const total = optionalCount(counters["total"], "the total of tests");
  const listed = tally.ran + tally.skipped;
  if (total !== undefined && total !== listed)
    tally.problem("test run", `The run counts ${total} tests and lists ${listed}.`);
  const failed = optionalCount(counters["failed"], "the total of failed tests") ?? 0;
  const errors = optionalCount(counters["error"], "the total of errors") ?? 0;
  if (failed + errors > tally.failures.length)
    tally.problem("test run", `The run counts ${failed + errors} failed tests and lists fewer. ${runProblem}`);
  return tally.finish();
}

function addResult(tally: TestTally, result: Attributes, { message, stack }: { message: string; stack: string }): void {
  const name = result["testName"] ?? "unnamed test";
  const outcome = (result["outcome"] ?? "").toLowerCase();
  if (notRun.includes(outcome)) {
    tally.skipped += 1;
    return;
  }
  const passed = outcome === "passed" || outcome === "passedbutrunaborted" || outcome === "completed";
  const place = / in (.+):line (\d+)/.exec(stack);
  const failure = passed
    ? undefined
    : testFailure({
        name,
        message: message === "" ? `outcome: ${outcome}` : message,
        file: place?.[1],
        line: place?.[2] === undefined ? undefined : Number(place[2]),
      });
  tally.add(name, { durationMs: spanMs(result["duration"]), failure });
}

/** `00:01:02.3450000` in ms. */
function spanMs(span: string | undefined): number | undefined {
  const match = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(span ?? "");
  if (match === null) return undefined;
  return (Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3])) * 1000;
}
