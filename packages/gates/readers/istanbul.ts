import { z } from "zod";
import { BrokenReport, runAgain } from "./broken.ts";
import { CoverageTally, type Coverage } from "./coverage.ts";
import { parseInPieces } from "./json-pieces.ts";
import { shaped } from "./shape.ts";

const place = z.looseObject({ start: z.looseObject({ line: z.number() }) });
const hits = z.number().nonnegative();
const fileSchema = z.looseObject({
  path: z.string().min(1),
  statementMap: z.record(z.string(), place),
  s: z.record(z.string(), hits),
  fnMap: z
    .record(
      z.string(),
      z.looseObject({ name: z.string(), line: z.number().optional(), loc: place.optional(), decl: place.optional() }),
    )
    .default({}),
  f: z.record(z.string(), hits).default({}),
});

/** Reads Istanbul's `coverage-final.json`. A line is covered when a statement that begins on it ran. */
export function readIstanbul(text: string, directory: string): Coverage {
  const tally = new CoverageTally(directory);
  parseInPieces(text, ["*"], (_, value) => {
    const { path, statementMap, s, fnMap, f } = shaped(fileSchema, value, "a file of Istanbul's JSON");
    const statements = Object.entries(statementMap);
    if (statements.length !== Object.keys(s).length)
      throw new BrokenReport(
        `${path} has ${statements.length} statements and counts ${Object.keys(s).length}`,
        runAgain,
      );
    tally.enter(path);
    for (const [key, { start }] of statements) {
      const ran = Object.hasOwn(s, key) ? s[key] : undefined;
      if (ran === undefined) throw new BrokenReport(`${path} does not count a statement`, runAgain);
      tally.line(start.line, ran > 0);
    }
    for (const [key, { name, line, loc, decl }] of Object.entries(fnMap)) {
      if (!Object.hasOwn(f, key)) throw new BrokenReport(`${path} does not count a function`, runAgain);
      const isNamed = !/^\(anonymous_\d+\)$/.test(name);
      tally.function(isNamed ? name : "", decl?.start.line ?? loc?.start.line ?? line ?? 0, (f[key] ?? 0) > 0);
    }
    tally.leave();
  });
  return tally.finish();
}

const totals = z.looseObject({ lines: z.looseObject({ total: z.number(), covered: z.number() }) });

/** Reads Istanbul's `coverage-summary.json`: counts of lines for each file, without saying which. */
export function readIstanbulSummary(text: string, directory: string): Coverage {
  const tally = new CoverageTally(directory);
  let total: z.output<typeof totals> | undefined;
  parseInPieces(text, ["*"], ([key = ""], value) => {
    const read = shaped(totals, value, "a file of Istanbul's summary");
    if (key === "total") {
      total = read;
      return;
    }
    tally.enter(key);
    tally.totals(read.lines.total, read.lines.covered);
    tally.leave();
  });
  const coverage = tally.finish();
  const lines = coverage.files.reduce((all, file) => all + file.lines, 0);
  const covered = lines - coverage.files.reduce((all, file) => all + file.uncoveredLines, 0);
  if (total !== undefined && (total.lines.total !== lines || total.lines.covered !== covered))
    throw new BrokenReport(
      `it counts ${total.lines.covered} of ${total.lines.total} lines and lists ${covered} of ${lines}`,
      runAgain,
    );
  return coverage;
}
