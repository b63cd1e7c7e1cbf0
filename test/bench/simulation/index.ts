// How often good releases are rolled back, and how soon bad ones, by ours and by the rules of others, on the same traffic.
//
//   node test/bench/simulation/index.ts [--quick] [--runs=20000] [--cell=PATTERN]… [--seed=1] [--threads=N]
//     [--json=FILE] [--write]
//
// `--runs` are those of a cell without a regression; a twentieth of them is enough for the others. `--quick` takes a minute.
// `--cell` names cells by a regular expression, e.g. `steady/canary/100/`. `--json` keeps the results in a file, and
// takes from it what was run before, so that the table can be made in pieces. `--write` puts the tables into
// docs/canary.md; without it they are printed.

import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { keepResults, knownResults, type Results } from "./results.ts";
import { report } from "./table.ts";
import { OURS, rateOf } from "./tally.ts";
import { type Runner, withThreads } from "./threads.ts";
import { nameOf, type World, worlds } from "./world.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    runs: { type: "string" },
    cell: { type: "string", multiple: true, default: [""] },
    seed: { type: "string", default: "1" },
    threads: { type: "string", default: `${availableParallelism()}` },
    json: { type: "string" },
    write: { type: "boolean", default: false },
  },
});

const LEAST_RUNS = 100;
const nullRuns = Number(values.runs ?? (values.quick ? 200 : 20_000));

function runsOf({ regression }: World): number {
  return regression === "none" ? nullRuns : Math.min(nullRuns, Math.max(LEAST_RUNS, nullRuns / 20));
}

function isChosen(world: World): boolean {
  // oxlint-disable-next-line security/detect-non-literal-regexp -- a benchmark, and its own user's pattern
  return values.cell.some((pattern) => new RegExp(pattern).test(nameOf(world)));
}

async function simulateAll(run: Runner, known: Results): Promise<Results> {
  let results = known;
  for (const world of worlds.filter(isChosen)) {
    const [name, runs] = [nameOf(world), runsOf(world)];
    if ((results.cells[name]?.runs ?? 0) >= runs) continue;
    const started = Date.now();
    // oxlint-disable-next-line no-await-in-loop -- one cell after the other, each by all threads
    const part = await run(world, known.seed, runs);
    results = { ...results, cells: { ...results.cells, [name]: { runs, ...part } } };
    if (values.json !== undefined) keepResults(values.json, results);
    const ours = part.rules[OURS];
    const rate = ours === undefined ? 0 : 100 * rateOf(ours);
    console.error(
      `${name}: ${runs} runs, ours rolls back ${rate.toFixed(2)} %, ${((Date.now() - started) / 1000).toFixed(0)} s`,
    );
    for (const wrong of part.wrong.slice(0, 3))
      console.error(`  run ${wrong.run}, second ${wrong.second}: ${wrong.why}`);
  }
  return results;
}

/** Puts the tables between the marks of the page. */
function writeReport(text: string, { seed, sources }: Results): void {
  const page = fileURLToPath(new URL("../../../docs/canary.md", import.meta.url));
  const written = readFileSync(page, "utf8").replace(
    /(<!-- simulated -->\n)[\s\S]*?(<!-- \/simulated -->)/,
    (_, start: string, end: string) => `${start}\nSeed ${seed}, judge and rules \`${sources}\`.\n\n${text}\n\n${end}`,
  );
  writeFileSync(page, written);
}

const known = knownResults(values.json, Number(values.seed));
const results = await withThreads(Number(values.threads), (run) => simulateAll(run, known));
if (values.write) writeReport(report(results.cells), results);
else console.log(report(results.cells));
