import { BrokenReport, runAgain } from "./broken.ts";
import { CoverageTally, type Coverage } from "./coverage.ts";
import { agree } from "./declared.ts";

const cut = () => new BrokenReport("it is cut off", runAgain);

/** Reads lcov line by line. Each file has to end with `end_of_record`, and with as many lines as it counts. */
export function readLcov(text: string, directory: string): Coverage {
  const tally = new CoverageTally(directory);
  // Functions are declared by FN and counted by FNDA; since lcov 2.0 by FNL and FNA, with an index between them.
  let functions = new Map<string, number>();
  let path: string | undefined;
  let [entries, hitEntries] = [0, 0];
  let [found, hit]: [string | undefined, string | undefined] = [undefined, undefined];

  for (let from = 0; from < text.length;) {
    const newline = text.indexOf("\n", from);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(from, text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    from = end + 1;
    if (path !== undefined && line.startsWith("DA:")) {
      const [number, hits] = lineData(line);
      tally.line(number, hits > 0);
      entries += 1;
      if (hits > 0) hitEntries += 1;
    } else if (line.startsWith("SF:")) {
      if (path !== undefined) throw cut();
      path = line.slice(3).trim();
      if (path === "") throw new BrokenReport("a file of it has no name", runAgain);
      tally.enter(path);
      functions = new Map();
      [entries, hitEntries, found, hit] = [0, 0, undefined, undefined];
    } else if (line.trim() === "end_of_record") {
      if (path === undefined) throw cut();
      const { all, covered } = tally.listed();
      agree(found, [all, entries], `the lines of ${path}`);
      agree(hit, [covered, hitEntries], `the covered lines of ${path}`);
      tally.leave();
      path = undefined;
    } else if (path !== undefined) {
      if (line.startsWith("LF:")) found = line.slice(3).trim();
      else if (line.startsWith("LH:")) hit = line.slice(3).trim();
      else if (line.startsWith("FN")) takeFunction(line, functions, tally);
    }
  }
  // Node's reporter writes no more than this where no file was loaded.
  if (/^(?:TN:.*\s*)*$/.test(text)) throw new BrokenReport("it covers no file", "Check which files the tests load.");
  if (path !== undefined || !/end_of_record\s*$/.test(text.slice(-64))) throw cut();
  return tally.finish();
}

/** `DA:line,hits[,checksum]`. gcov may count negative hits after an overflow: the line ran. */
function lineData(line: string): readonly [number, number] {
  const match = /^DA:(\d+),(-?\d+(?:\.\d+)?(?:e\+?\d+)?)(?:,.*)?$/.exec(line);
  const hits = Number(match?.[2]);
  if (match === null || !Number.isFinite(hits))
    throw new BrokenReport(`it has a line that is no number: ${line.slice(0, 60)}`, runAgain);
  return [Number(match[1]), hits < 0 ? 1 : hits];
}

function takeFunction(line: string, functions: Map<string, number>, tally: CoverageTally): void {
  const old = /^FN:(\d+),(?:\d+,)?(.*)$/.exec(line) ?? /^FNL:(\d+),(\d+)/.exec(line);
  if (old?.[2] !== undefined) {
    if (line.startsWith("FNL:")) functions.set(`#${old[1]}`, Number(old[2]));
    else functions.set(old[2], Number(old[1]));
    return;
  }
  const counted = /^FNDA:(\d+),(.*)$/.exec(line);
  if (counted?.[2] !== undefined) tally.function(counted[2], functions.get(counted[2]) ?? 0, Number(counted[1]) > 0);
  const indexed = /^FNA:(\d+),(\d+),(.*)$/.exec(line);
  if (indexed?.[3] !== undefined)
    tally.function(indexed[3], functions.get(`#${indexed[1]}`) ?? 0, Number(indexed[2]) > 0);
}
