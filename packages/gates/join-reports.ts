import { existsSync } from "node:fs";
import { join } from "node:path";

import type { Failure } from "#machine";

import type { Read } from "./context.ts";
import type { TestReport } from "./junit.ts";
import type { Coverage, FileCoverage } from "./lcov.ts";

/** The reports of modules, programs or shards as one. A program without tests is no failure where another has some. */
export function joinTests(reports: readonly Read<TestReport>[]): Read<TestReport> {
  const broken = reports.find((one) => "failure" in one && !isEmpty(one.failure));
  if (broken !== undefined) return broken;
  const read = reports.flatMap((one) => ("value" in one ? [one.value] : []));
  const [first] = read;
  if (first === undefined) return reports[0] ?? none;
  return {
    value: {
      ...first,
      ran: read.reduce((total, { ran }) => total + ran, 0),
      skipped: read.reduce((total, { skipped }) => total + skipped, 0),
      failures: read.flatMap(({ failures }) => failures),
    },
  };
}

/** What the readers say of a report that is whole and has no test in it. */
function isEmpty({ title }: Failure): boolean {
  return /: no test ran( \(\d+ skipped\))?$/.test(title);
}

const none = { failure: { title: "No report was read", suggestion: "Name the report of the tests." } } as const;

/**
 * The coverage of modules or shards as one. A file of the checkout that is in several of them counts once, as covered as
 * it is at least; the same name for different files, from several folders, stays as many files.
 */
export function joinCoverage(reports: readonly Read<Coverage>[], directory: string): Read<Coverage> {
  const broken = reports.find((one) => "failure" in one);
  if (broken !== undefined) return broken;
  const [only] = reports;
  if (reports.length < 2) return only ?? none;
  const byName = Map.groupBy(
    reports.flatMap((one) => ("value" in one ? one.value.files : [])),
    ({ file }) => file,
  );
  const files = [...byName].flatMap(([file, parts]) =>
    parts.length > 1 && existsSync(join(directory, file)) ? [leastOf(parts)] : parts,
  );
  const lines = files.reduce((total, file) => total + file.lines, 0);
  const uncovered = files.reduce((total, file) => total + file.uncoveredLines, 0);
  const percent = Math.floor(((lines - uncovered) / lines) * 10_000) / 100;
  return { value: { percent, files: files.toSorted((a, b) => b.uncoveredLines - a.uncoveredLines) } };
}

/** Reports say which lines no test of theirs reached, not how their lines overlap: the best one is what is certain. */
function leastOf(parts: readonly FileCoverage[]): FileCoverage {
  const lines = Math.max(...parts.map((part) => part.lines));
  const best = parts.toSorted((a, b) => a.uncoveredLines - b.uncoveredLines)[0];
  if (best === undefined) throw new Error("a file has at least one part");
  return { ...best, lines, uncoveredLines: best.uncoveredLines + (lines - best.lines) };
}
