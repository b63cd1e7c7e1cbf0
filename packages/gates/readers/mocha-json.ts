import { z } from "zod";
import { parseJson } from "./json-pieces.ts";
import { durationMs } from "./numbers.ts";
import { shaped } from "./shape.ts";
import { testFailure, TestTally, type TestReport } from "./test-report.ts";

const whole = z.number().int().nonnegative();
const test = z.looseObject({
  title: z.string(),
  fullTitle: z.string().optional(),
  file: z.string().nullish(),
  duration: z.number().nullish(),
  currentRetry: z.number().nullish(),
  err: z
    .looseObject({ message: z.string().optional(), stack: z.string().optional(), code: z.string().optional() })
    .default({}),
});
const schema = z.looseObject({
  stats: z.looseObject({ tests: whole, passes: whole, pending: whole, failures: whole }),
  tests: z.array(test),
  pending: z.array(test),
  failures: z.array(test),
  passes: z.array(test),
});

/** Reads mocha's JSON (`--reporter json`). A hook that failed is among the failures, though not among the tests. */
export function readMochaJson(text: string): TestReport {
  const { stats, passes, failures, pending } = shaped(schema, parseJson(text), "mocha's JSON report");
  const tally = new TestTally();
  tally.skipped = pending.length;
  for (const each of passes) {
    const name = each.fullTitle ?? each.title;
    if ((each.currentRetry ?? 0) > 0) tally.flaky.push(name);
    tally.add(name, { durationMs: durationMs(each.duration, 1) });
  }
  for (const each of failures) {
    const { message, stack = "", code } = each.err;
    const name = each.fullTitle ?? each.title;
    const kind = code === "ERR_ASSERTION" || stack.startsWith("AssertionError") ? "assertion" : "error";
    const failure = testFailure({ name, message, stack, file: each.file ?? undefined, kind });
    tally.add(name, { durationMs: durationMs(each.duration, 1), failure });
  }
  for (const [what, counted, listed] of [
    ["passed", stats.passes, passes.length],
    ["failed", stats.failures, failures.length],
    ["pending", stats.pending, pending.length],
  ] as const)
    if (counted !== listed) tally.problem("test run", `The run counts ${counted} ${what} tests and lists ${listed}.`);
  return tally.finish();
}
