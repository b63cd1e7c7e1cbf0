import { z } from "zod";
import { BrokenReport, runAgain } from "./broken.ts";
import { parseJson } from "./json-pieces.ts";
import { durationMs } from "./numbers.ts";
import { shaped } from "./shape.ts";
import { testFailure, TestTally, type TestReport } from "./test-report.ts";

const whole = z.number().int().nonnegative();
const event = z.object({
  type: z.string(),
  event: z.string(),
  name: z.string().optional(),
  exec_time: z.number().optional(),
  stdout: z.string().optional(),
  message: z.string().optional(),
  reason: z.string().optional(),
  test_count: whole.optional(),
  passed: whole.optional(),
  failed: whole.optional(),
  ignored: whole.optional(),
});
type Event = z.output<typeof event>;

/** Reads libtest's JSON, as `cargo test` and nextest write it: a suite a test binary, each with its beginning and its end. */
export function readLibtest(text: string): TestReport {
  const tally = new TestTally();
  let open: { readonly planned: number; readonly passed: number; readonly failed: number } | undefined;
  let suites = 0;
  for (const line of text.split("\n")) {
    if (!line.trimStart().startsWith("{")) continue;
    const each = shaped(event, parseJson(line), "libtest's JSON");
    if (each.type === "test") addTest(each, tally);
    if (each.type !== "suite") continue;
    if (each.event === "started") {
      if (open !== undefined) throw new BrokenReport("a suite of it never ended", runAgain);
      open = {
        planned: each.test_count ?? 0,
        passed: tally.ran - tally.failures.length,
        failed: tally.failures.length,
      };
    } else {
      if (open === undefined) throw new BrokenReport("a suite of it ends and never began", runAgain);
      suites += 1;
      const failed = tally.failures.length - open.failed;
      const passed = tally.ran - tally.failures.length - open.passed;
      if (each.failed !== failed || each.passed !== passed)
        tally.problem(
          "test suite",
          `The suite counts ${each.passed ?? 0} passed and ${each.failed ?? 0} failed tests and lists ${passed} and ${failed}.`,
        );
      else if (each.event !== "ok" && failed === 0)
        tally.problem("test suite", "The suite failed although no test did.");
      open = undefined;
    }
  }
  if (open !== undefined || suites === 0) throw new BrokenReport("its last suite never ended", runAgain);
  return tally.finish();
}

function addTest(
  { event: what, name = "unnamed test", exec_time, stdout = "", message, reason }: Event,
  tally: TestTally,
): void {
  if (what === "started") return;
  if (what === "ignored") {
    tally.skipped += 1;
    return;
  }
  const place = /panicked at ([^\s:]+):(\d+)/.exec(stdout);
  const said = stdout.split("\n").filter((line) => line.trim() !== "" && !/^(thread |stack backtrace)/.test(line));
  const failure =
    what === "ok" || what === "timeout"
      ? undefined
      : testFailure({
          name,
          message: message ?? reason ?? said.slice(0, 3).join("\n"),
          file: place?.[1],
          line: Number(place?.[2]),
          kind: "assertion",
        });
  // `timeout` only warns that a test is slow; its end follows.
  if (what !== "timeout") tally.add(name, { durationMs: durationMs(exec_time, 1000), failure });
}
