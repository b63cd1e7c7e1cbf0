import { BrokenReport, runAgain } from "./broken.ts";
import { CoverageTally, type Coverage } from "./coverage.ts";

const block = /^(.+):(\d+)\.(\d+),(\d+)\.(\d+) (\d+) (\d+)$/;
/** A block of Go code that spans more lines is none: a broken number shall not cost memory. */
const maxBlockLines = 100_000;
/** Lines of all blocks: far more than any program has. */
const maxLines = 50_000_000;
/** So many lines are packed at a time: the blocks of a file may stand apart, and are counted by each test binary. */
const packedAt = 1_000_000;

/**
 * Reads Go's cover profile. Where several test binaries count the same block, one that ran it is enough; a line is covered
 * when any block on it ran.
 */
export function readGoCover(text: string, directory: string): Coverage {
  if (!text.endsWith("\n")) throw new BrokenReport("its last line is cut off", runAgain);
  const tally = new CoverageTally(directory);
  let [total, open] = [0, 0];
  for (let start = 0; start < text.length;) {
    const end = text.indexOf("\n", start);
    const line = text.slice(start, text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    start = end + 1;
    if (line === "" || /^mode: (set|count|atomic)$/.test(line)) continue;
    const { path, from, to, statements, covered } = blockOf(line);
    if (statements === 0) continue;
    total += to - from + 1;
    open += to - from + 1;
    if (total > maxLines) throw new BrokenReport("it has more lines than any program", runAgain);
    if (open > packedAt) {
      tally.leave();
      open = 0;
    }
    tally.enter(path);
    for (let each = from; each <= to; each += 1) tally.line(each, covered);
  }
  return tally.finish();
}

function blockOf(line: string) {
  const match = block.exec(line);
  if (match === null) throw new BrokenReport(`it has a line that is no block: ${line.slice(0, 60)}`, runAgain);
  const [, path = "", first, , last, , statements, hits] = match;
  const [from, to] = [Number(first), Number(last)];
  if (to < from || to - from > maxBlockLines)
    throw new BrokenReport(`it has a block that ends before it begins, or never: ${line.slice(0, 60)}`, runAgain);
  return { path, from, to, statements: Number(statements), covered: Number(hits) > 0 };
}
