import { lcovParser } from "@friedemannsommer/lcov-parser/sync";
import { isAbsolute, relative } from "node:path";
import type { Read } from "./context.ts";
import { brokenReport } from "./report-file.ts";

export interface FileCoverage {
  /** Relative to the checkout. */
  readonly file: string;
  readonly lines: number;
  /** Runs of lines that no test reached, in order. */
  readonly uncovered: readonly { readonly from: number; readonly to: number }[];
  readonly uncoveredLines: number;
}

export interface Coverage {
  /** Of lines, 0–100, rounded down to two decimals: never shown as more than it is. */
  readonly percent: number;
  /** The file with the most lines to cover first. */
  readonly files: readonly FileCoverage[];
}

/** Reads lcov. The same file twice is merged, not added; a report without lines is unknown, not 100 %. */
export function parseLcov(text: string, name: string, directory: string): Read<Coverage> {
  const rerun = "Run the tests again; if it stays so, the coverage tool is killed before it has finished writing.";
  const begun = text.match(/^SF:/gm)?.length ?? 0;
  const ended = text.match(/^end_of_record\s*$/gm)?.length ?? 0;
  if (begun === 0)
    return brokenReport(
      name,
      "it is not lcov or covers no file",
      "Choose the lcov reporter, and check what it includes.",
    );
  if (begun !== ended || !text.trimEnd().endsWith("end_of_record")) return brokenReport(name, "it is cut off", rerun);
  const hits = new Map<string, Map<number, number>>();
  try {
    for (const section of lcovParser({ from: text })) {
      const { details, instrumented } = section.lines;
      if (details.length !== instrumented && instrumented !== 0) {
        return brokenReport(name, `${section.path} lists ${details.length} lines and counts ${instrumented}`, rerun);
      }
      mergeLines(hits, isAbsolute(section.path) ? relative(directory, section.path) : section.path, details);
    }
  } catch (thrown) {
    return brokenReport(
      name,
      `it cannot be parsed (${thrown instanceof Error ? thrown.message : String(thrown)})`,
      rerun,
    );
  }
  return coverageOf(hits, name);
}

function mergeLines(
  hits: Map<string, Map<number, number>>,
  file: string,
  details: readonly { readonly line: number; readonly hit: number }[],
): void {
  const lines = hits.get(file) ?? new Map<number, number>();
  hits.set(file, lines);
  for (const { line, hit } of details) lines.set(line, Math.max(hit, lines.get(line) ?? 0));
}

function coverageOf(hits: ReadonlyMap<string, ReadonlyMap<number, number>>, name: string): Read<Coverage> {
  const malformed = [...hits].find(([, lines]) => [...lines].some(([line, hit]) => !(line > 0) || !(hit >= 0)));
  if (malformed !== undefined)
    return brokenReport(name, `${malformed[0]} has a line that is no number`, "Run the tests again.");
  const files = [...hits].map(([file, lines]) => fileCoverage(file, lines));
  const lines = files.reduce((total, file) => total + file.lines, 0);
  if (lines === 0)
    return brokenReport(name, "it counts no line of code", "Check which files the coverage tool includes.");
  const uncovered = files.reduce((total, file) => total + file.uncoveredLines, 0);
  const percent = Math.floor(((lines - uncovered) / lines) * 10_000) / 100;
  return { value: { percent, files: files.toSorted((a, b) => b.uncoveredLines - a.uncoveredLines) } };
}

function fileCoverage(file: string, lines: ReadonlyMap<number, number>): FileCoverage {
  const ordered = [...lines].toSorted(([a], [b]) => a - b);
  const uncovered: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | undefined;
  for (const [line, hit] of ordered) {
    if (hit > 0) open = undefined;
    else if (open === undefined) uncovered.push((open = { from: line, to: line }));
    else open.to = line;
  }
  return { file, lines: ordered.length, uncovered, uncoveredLines: ordered.filter(([, hit]) => hit === 0).length };
}
