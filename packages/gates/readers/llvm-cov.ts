import { z } from "zod";
import { BrokenReport, runAgain } from "./broken.ts";
import { CoverageTally, type Coverage } from "./coverage.ts";
import { parseInPieces } from "./json-pieces.ts";
import { shaped } from "./shape.ts";

/** line, column, count, has a count, begins a region, is a gap; older versions leave out the last. */
const segment = z.union([
  z.tuple([z.number(), z.number(), z.number(), z.boolean(), z.boolean()]),
  z.tuple([z.number(), z.number(), z.number(), z.boolean(), z.boolean(), z.boolean()]),
]);
type Segment = z.output<typeof segment>;
const lines = z.looseObject({
  lines: z.looseObject({ count: z.number().int().nonnegative(), covered: z.number().int().nonnegative() }),
});
const fileSchema = z.looseObject({
  filename: z.string().min(1),
  segments: z.array(segment).default([]),
  summary: lines.optional(),
});
const functionSchema = z.looseObject({
  name: z.string(),
  count: z.number().nonnegative(),
  filenames: z.array(z.string()).default([]),
  regions: z.array(z.array(z.number())).default([]),
});
const skeleton = z.looseObject({
  type: z.literal("llvm.coverage.json.export"),
  data: z.array(z.looseObject({ totals: lines.optional() })).min(1),
});
const maxSpan = 1_000_000;

/** Reads `llvm-cov export` (also cargo-llvm-cov's `--json`): lines as llvm-cov itself derives them from segments. */
export function readLlvmCov(text: string, directory: string): Coverage {
  const tally = new CoverageTally(directory);
  let [counted, covered, summaries] = [0, 0, 0];
  const rest = parseInPieces(text, ["data", "*", "files|functions", "*"], (path, value) => {
    if (path.at(-2) === "functions") return addFunction(value, tally);
    const file = shaped(fileSchema, value, "a file of llvm-cov's JSON");
    tally.enter(file.filename);
    if (file.segments.length > 0) addLines(file.segments, tally);
    else if (file.summary !== undefined) tally.totals(file.summary.lines.count, file.summary.lines.covered);
    tally.leave();
    if (file.summary === undefined) return;
    summaries += 1;
    counted += file.summary.lines.count;
    covered += file.summary.lines.covered;
  });
  const { data } = shaped(skeleton, rest, "the JSON of llvm-cov export");
  const totals = data.flatMap((each) => (each.totals === undefined ? [] : [each.totals.lines]));
  const all = totals.reduce((sum, each) => sum + each.count, 0);
  const ran = totals.reduce((sum, each) => sum + each.covered, 0);
  if (totals.length > 0 && summaries > 0 && (all !== counted || ran !== covered))
    throw new BrokenReport(`it counts ${ran} of ${all} lines and its files ${covered} of ${counted}`, runAgain);
  return tally.finish();
}

// As LineCoverageStats of llvm/lib/ProfileData/Coverage/CoverageMapping.cpp does it.
function addLines(segments: readonly Segment[], tally: CoverageTally): void {
  const first = segments[0]?.[0] ?? 0;
  const last = segments.at(-1)?.[0] ?? 0;
  if (!(last - first < maxSpan)) throw new BrokenReport("a file of it has no end", runAgain);
  let wrapped: Segment | undefined;
  let at = 0;
  for (let line = first; line <= last; line += 1) {
    const from = at;
    while (at < segments.length && (segments[at]?.[0] ?? 0) <= line) at += 1;
    const own = segments.slice(from, at);
    const starts = own.filter(([, , , hasCount, isEntry, isGap]) => hasCount && isEntry && isGap !== true);
    const [head] = own;
    const isSkipped = head !== undefined && !head[3] && head[4];
    const isMapped =
      (!isSkipped && (wrapped?.[3] === true || starts.length > 0)) || own.some((each) => each[3] && each[4]);
    if (isMapped) tally.line(line, Math.max(wrapped?.[2] ?? 0, ...starts.map((each) => each[2])) > 0);
    wrapped = own.at(-1) ?? wrapped;
  }
}

function addFunction(value: unknown, tally: CoverageTally): void {
  const { name, count, filenames, regions } = shaped(functionSchema, value, "a function of llvm-cov's JSON");
  const [file] = filenames;
  // Mangled names (`_ZN…`, `_R…`) say nothing to people.
  if (file === undefined || /^_(?:Z|R)/.test(name)) return;
  tally.enter(file);
  tally.function(name.split(":").at(-1) ?? name, regions[0]?.[0] ?? 0, count > 0);
  tally.leave();
}
