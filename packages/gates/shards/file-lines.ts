import { existsSync } from "node:fs";
import { join } from "node:path";

import { BrokenReport, runAgain } from "../readers/broken.ts";
import type { Coverage, FileCoverage, UncoveredFunction } from "../readers/coverage.ts";

/** The lines of one file as they travel from a shard to the judge: small, and plain JSON. */
export interface FileLines {
  readonly file: string;
  /** It is in the checkout: the same name in another shard is the same file. */
  readonly ours: boolean;
  /** Lines like `1-4,9`; or how many, where the report has totals only. */
  readonly covered: string | number;
  readonly uncovered: string | number;
  readonly functions: readonly UncoveredFunction[];
}

/** No project of so many lines is tested in shards: more would only fill the memory of the judge. */
const linesAtMost = 20_000_000;

/** Coverage made ready to travel. */
export function packLines({ files }: Coverage, directory: string): readonly FileLines[] {
  return files.map(({ file, lines, uncoveredLines, hits, uncoveredFunctions }) => ({
    file,
    ours: existsSync(join(directory, file)),
    covered: hits === undefined ? lines - uncoveredLines : ranges(hits, 1),
    uncovered: hits === undefined ? uncoveredLines : ranges(hits, 0),
    functions: uncoveredFunctions,
  }));
}

function ranges(hits: Int32Array, covered: 0 | 1): string {
  const runs: { from: number; to: number }[] = [];
  for (const code of hits) {
    if (code % 2 !== covered) continue;
    const line = code >> 1;
    const last = runs.at(-1);
    if (last?.to === line - 1) last.to = line;
    else runs.push({ from: line, to: line });
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(",");
}

/** What `packLines` made; throws a `BrokenReport` for anything else, for it comes from a machine on which tests ran. */
export function unpackLines(packed: readonly FileLines[]): Coverage {
  let left = linesAtMost;
  const files = packed.map(({ file, covered, uncovered, functions: uncoveredFunctions }): FileCoverage => {
    if (typeof covered === "number" || typeof uncovered === "number") {
      const [some, none] = [Number(covered), Number(uncovered)];
      return { file, lines: some + none, uncoveredLines: none, uncoveredFunctions };
    }
    const codes = [...codesOf(covered, 1, left), ...codesOf(uncovered, 0, left)];
    left -= codes.length;
    if (left < 0) throw new BrokenReport("it has too many lines", runAgain);
    const hits = Int32Array.from(codes).toSorted();
    return {
      file,
      lines: hits.length,
      uncoveredLines: hits.filter((code) => code % 2 === 0).length,
      hits,
      uncoveredFunctions,
    };
  });
  // How much of it is covered is told of all shards together only.
  return { percent: 0, files };
}

function* codesOf(text: string, covered: 0 | 1, atMost: number): Iterable<number> {
  let count = 0;
  for (const range of text === "" ? [] : text.split(",")) {
    const { from, to = from } = /^(?<from>\d{1,8})(?:-(?<to>\d{1,8}))?$/.exec(range)?.groups ?? {};
    if (from === undefined || Number(to) < Number(from))
      throw new BrokenReport(`"${range.slice(0, 20)}" are no lines`, runAgain);
    count += Number(to) - Number(from) + 1;
    if (count > atMost) throw new BrokenReport("it has too many lines", runAgain);
    for (let line = Number(from); line <= Number(to); line += 1) yield line * 2 + covered;
  }
}
