import { isAbsolute, relative } from "node:path";
import { BrokenReport, runAgain } from "./broken.ts";
import { count } from "./numbers.ts";

export interface UncoveredFunction {
  readonly name: string;
  readonly line: number;
}

export interface FileCoverage {
  /** Relative to the checkout; of a file outside of it, as the report has it. */
  readonly file: string;
  readonly lines: number;
  readonly uncoveredLines: number;
  /** Each line once, ascending, as `2 × line + (covered ? 1 : 0)`; undefined where the report has totals only. */
  readonly hits?: Int32Array;
  /** Functions that no test entered, by line: where the report names them. */
  readonly uncoveredFunctions: readonly UncoveredFunction[];
}

export interface Coverage {
  /** Of lines, 0–100, rounded down to two decimals: never shown as more than it is. */
  readonly percent: number;
  /** The file with the most lines to cover first. */
  readonly files: readonly FileCoverage[];
}

/** No source file has more lines; a larger number is a broken report, not a reason to reserve memory. */
const maxLine = 10_000_000;

interface OpenFile {
  /** Codes of lines in the order of the report. */
  codes: number[] | undefined;
  closed: Int32Array | undefined;
  functions: Map<string, { line: number; covered: boolean }> | undefined;
  totals: { readonly lines: number; readonly covered: number } | undefined;
}

/** Collects lines while a report is read. The same file twice is merged, not added. */
export class CoverageTally {
  readonly #directory: string;
  readonly #files = new Map<string, OpenFile>();
  #lastPath: string | undefined;
  #last: OpenFile | undefined;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** The lines that follow are of this file. */
  enter(path: string): void {
    if (path === this.#lastPath) return;
    this.leave();
    const name = inCheckout(path, this.#directory);
    this.#last = this.#files.get(name) ?? {
      codes: undefined,
      closed: undefined,
      functions: undefined,
      totals: undefined,
    };
    this.#files.set(name, this.#last);
    this.#lastPath = path;
  }

  /** The file is complete for now: its lines are packed, so that a report of a million lines stays small. */
  leave(): void {
    if (this.#last?.codes !== undefined) {
      const own = pack(this.#last.codes);
      this.#last.closed = this.#last.closed === undefined ? own : union(this.#last.closed, own);
      this.#last.codes = undefined;
    }
    this.#last = undefined;
    this.#lastPath = undefined;
  }

  line(line: number, covered: boolean): void {
    if (!(Number.isSafeInteger(line) && line > 0 && line <= maxLine))
      throw new BrokenReport(`${this.#lastPath ?? "a file"} has a line that is no number of a line: ${line}`, runAgain);
    if (this.#last !== undefined) (this.#last.codes ??= []).push(line * 2 + (covered ? 1 : 0));
  }

  function(name: string, line: number, covered: boolean): void {
    const file = this.#last;
    if (file === undefined || name === "" || name === "(empty-report)" || !(line > 0)) return;
    const functions = (file.functions ??= new Map());
    const known = functions.get(name);
    if (known === undefined) functions.set(name, { line, covered });
    else known.covered ||= covered;
  }

  /** For a report without lines. */
  totals(lines: unknown, covered: unknown): void {
    const all = count(lines, "the lines of a file");
    const some = count(covered, "the covered lines of a file");
    if (some > all) throw new BrokenReport(`${this.#lastPath ?? "a file"} covers ${some} of ${all} lines`, runAgain);
    if (this.#last !== undefined) this.#last.totals = { lines: all, covered: some };
  }

  /** How many lines the file has that was entered last, and how many of them are covered. */
  listed(): { readonly all: number; readonly covered: number } {
    const codes = this.#last?.codes === undefined ? new Int32Array() : pack(this.#last.codes);
    return { all: codes.length, covered: coveredIn(codes) };
  }

  /** What was collected; a report that counts no line is unknown, not 100 %. */
  finish(): Coverage {
    this.leave();
    return coverageOf(
      Array.from(this.#files, ([file, { closed, functions, totals }]) => {
        const uncoveredFunctions = functions === undefined ? noFunctions : notEntered(functions);
        if (closed === undefined && totals !== undefined)
          return { file, lines: totals.lines, uncoveredLines: totals.lines - totals.covered, uncoveredFunctions };
        return fileOf(file, closed ?? new Int32Array(), uncoveredFunctions);
      }),
    );
  }
}

// One for all files: a report may hold hundreds of thousands.
const noFunctions: readonly UncoveredFunction[] = [];

function notEntered(functions: ReadonlyMap<string, { readonly line: number; readonly covered: boolean }>) {
  return [...functions].flatMap(([name, { line, covered }]) => (covered ? [] : [{ name, line }]));
}

function fileOf(file: string, hits: Int32Array, uncoveredFunctions: readonly UncoveredFunction[]): FileCoverage {
  return { file, lines: hits.length, uncoveredLines: hits.length - coveredIn(hits), hits, uncoveredFunctions };
}

function coverageOf(files: readonly FileCoverage[]): Coverage {
  const lines = files.reduce((total, file) => total + file.lines, 0);
  if (lines === 0) throw new BrokenReport("it counts no line of code", "Check which files the coverage tool includes.");
  const uncovered = files.reduce((total, file) => total + file.uncoveredLines, 0);
  const percent = Math.floor(((lines - uncovered) / lines) * 10_000) / 100;
  return { percent, files: files.toSorted((a, b) => b.uncoveredLines - a.uncoveredLines) };
}

/**
 * The reports of shards or modules as one: a line is covered when any of them covers it. A name that is not `unique` may
 * be another file in each of them, which then all count.
 */
export function mergeCoverage(reports: readonly Coverage[], unique: (file: string) => boolean): Coverage {
  const files = new Map<string, FileCoverage[]>();
  for (const each of reports.flatMap((report) => report.files)) {
    const known = files.get(each.file);
    if (known === undefined) files.set(each.file, [each]);
    else known.push(each);
  }
  return coverageOf([...files].flatMap(([file, parts]) => (unique(file) ? [parts.reduce(mergeFile)] : parts)));
}

function mergeFile(a: FileCoverage, b: FileCoverage): FileCoverage {
  // Totals cannot be united: the better of the two is the least that is sure.
  if (a.hits === undefined || b.hits === undefined)
    return a.lines - a.uncoveredLines >= b.lines - b.uncoveredLines ? a : b;
  const stillUncovered = a.uncoveredFunctions.filter(({ name }) =>
    b.uncoveredFunctions.some((other) => other.name === name),
  );
  return fileOf(a.file, union(a.hits, b.hits), stillUncovered);
}

/** Runs of lines that no test reached, in order; empty where the report has totals only. */
export function uncoveredRuns({ hits }: FileCoverage): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | undefined;
  for (const code of hits ?? []) {
    const line = code >> 1;
    if (code % 2 === 1) open = undefined;
    else if (open === undefined) runs.push((open = { from: line, to: line }));
    else open.to = line;
  }
  return runs;
}

/** Ascending, each line once; covered where any of its codes is. */
function pack(codes: readonly number[]): Int32Array {
  return dropDoubles(sortInPlace(Int32Array.from(codes)));
}

// A copy of each file would double the memory of a large report.
function sortInPlace(codes: Int32Array): Int32Array {
  // oxlint-disable-next-line unicorn/no-array-sort
  return codes.sort();
}

function union(a: Int32Array, b: Int32Array): Int32Array {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return dropDoubles(sortInPlace(both));
}

function dropDoubles(sorted: Int32Array): Int32Array {
  let kept = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    const code = sorted[at] ?? 0;
    const before = kept === 0 ? -2 : (sorted[kept - 1] ?? -2);
    // The covered code of a line sorts behind its uncovered one.
    if (before >> 1 === code >> 1) sorted[kept - 1] = code;
    else sorted[kept++] = code;
  }
  return sorted.slice(0, kept);
}

function coveredIn(codes: Int32Array): number {
  let covered = 0;
  for (const code of codes) covered += code % 2;
  return covered;
}

/** A path of the checkout, relative to it; any other stays as it is, so that it cannot pass for a file of ours. */
export function inCheckout(path: string, directory: string): string {
  const plain = path
    .replaceAll("\\", "/")
    .replace(/^file:\/\//, "")
    .replace(/^\.\//, "");
  if (!isAbsolute(plain)) return plain;
  const inside = relative(directory, plain);
  return inside === "" || inside.startsWith("..") || isAbsolute(inside) ? plain : inside;
}
