import { BrokenReport, runAgain } from "./broken.ts";
import { CoverageTally, type Coverage } from "./coverage.ts";

const block = /^(.+):(\d+)\.(\d+),(\d+)\.(\d+) (\d+) (\d+)$/;
/** A block of Go code that spans more lines is none: a broken number shall not cost memory. */
const maxBlockLines = 100_000;

/**
 * Reads Go's cover profile. Where several test binaries count the same block, one that ran it is enough; a line is covered
 * when any block on it ran.
 */
export function readGoCover(text: string, directory: string): Coverage {
  if (!text.endsWith("\n")) throw new BrokenReport("its last line is cut off", runAgain);
  const files = new Map<string, Map<string, { readonly from: number; readonly to: number; covered: boolean }>>();
  let last:
    | {
        readonly path: string;
        readonly blocks: Map<string, { readonly from: number; readonly to: number; covered: boolean }>;
      }
    | undefined;
  for (let start = 0; start < text.length;) {
    const end = text.indexOf("\n", start);
    const line = text.slice(start, text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    start = end + 1;
    if (line === "" || /^mode: (set|count|atomic)$/.test(line)) continue;
    const match = block.exec(line);
    if (match === null) throw new BrokenReport(`it has a line that is no block: ${line.slice(0, 60)}`, runAgain);
    const [, path = "", fromLine, fromColumn, toLine, toColumn, statements, hits] = match;
    const [from, to] = [Number(fromLine), Number(toLine)];
    if (to < from || to - from > maxBlockLines)
      throw new BrokenReport(`it has a block that ends before it begins, or never: ${line.slice(0, 60)}`, runAgain);
    if (statements === "0") continue;
    if (last?.path !== path) {
      const blocks =
        files.get(path) ?? new Map<string, { readonly from: number; readonly to: number; covered: boolean }>();
      files.set(path, blocks);
      last = { path, blocks };
    }
    const key = `${fromLine}.${fromColumn},${toLine}.${toColumn}`;
    const known = last.blocks.get(key);
    const covered = Number(hits) > 0;
    if (known === undefined) last.blocks.set(key, { from, to, covered });
    else known.covered ||= covered;
  }
  const tally = new CoverageTally(directory);
  for (const [path, blocks] of files) {
    tally.enter(path);
    for (const { from, to, covered } of blocks.values())
      for (let line = from; line <= to; line += 1) tally.line(line, covered);
    tally.leave();
  }
  return tally.finish();
}
