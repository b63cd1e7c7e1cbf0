import { existsSync } from "node:fs";
import { join } from "node:path";

import type { Read } from "./context.ts";
import { mergeCoverage, type Coverage } from "./readers/coverage.ts";
import { mergeTests, type TestReport } from "./readers/test-report.ts";

/** The reports of modules, programs or shards as one. A program without tests is no failure where another has some. */
export function joinTests(reports: readonly Read<TestReport>[]): Read<TestReport> {
  const broken = reports.find((one) => "failure" in one && one.empty !== true);
  if (broken !== undefined) return broken;
  const read = reports.flatMap((one) => ("value" in one ? [one.value] : []));
  return read.length === 0 ? (reports[0] ?? none) : { value: mergeTests(read) };
}

const none = { failure: { title: "No report was read", suggestion: "Name the report of the tests." } } as const;

/**
 * The coverage of modules or shards as one. A file of the checkout that is in several of them counts once, its lines
 * covered where any of them covers them; the same name for different files, from several folders, stays as many files.
 */
export function joinCoverage(reports: readonly Read<Coverage>[], directory: string): Read<Coverage> {
  const broken = reports.find((one) => "failure" in one);
  if (broken !== undefined) return broken;
  const read = reports.flatMap((one) => ("value" in one ? [one.value] : []));
  if (read.length === 0) return none;
  return { value: mergeCoverage(read, (file) => existsSync(join(directory, file))) };
}
