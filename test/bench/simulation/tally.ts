import { watch, type Watched } from "./ours.ts";
import { seeded, seedOf } from "./random.ts";
import { minutesOf, type Run, simulate } from "./requests.ts";
import { peers } from "./rules/index.ts";
import { CANDIDATE, mostEvidence } from "./evidence-bound.ts";
import { nameOf, type World } from "./world.ts";

/** What one rule did in the runs of one cell. */
export interface Tally {
  readonly runs: number;
  /** How many were rolled back in which second. */
  readonly at: Readonly<Record<string, number>>;
}

/** A good release that ours rolled back: enough to see it again. */
export interface FalseRollback {
  readonly run: number;
  readonly second: number;
  readonly why: string;
}

/** Some runs of a cell. Two such parts of the same cell can be added. */
export interface Part {
  readonly rules: Readonly<Record<string, Tally>>;
  readonly wrong: readonly FalseRollback[];
}

/** What is only shown beside it is not run as often. */
const MOST_RUNS_BY_COUNT = 1000;

/** One run in so many is judged although the bound excludes a rollback. */
const AUDITED_RUNS = 100;

/** Ours, and beside it ours without error units where these matter. */
export const OURS = "Ours";
export const OURS_BY_COUNT = "Ours, every error counted";

/** Runs `from` (included) to `to` (not included) of a cell. The same ones each time, whoever runs them, in any pieces. */
export function runPart(world: World, seed: number, from: number, to: number): Part {
  const rules: Record<string, { runs: number; at: Record<string, number> }> = {};
  const wrong: FalseRollback[] = [];
  const note = (rule: string, second: number) => {
    const tally = (rules[rule] ??= { runs: 0, at: {} });
    tally.runs += 1;
    if (second < Infinity) tally.at[second] = (tally.at[second] ?? 0) + 1;
  };
  for (let run = from; run < to; run += 1) {
    const traffic = simulate(world, seeded(seed, seedOf(nameOf(world)), run));
    const { second, verdict } = ours(world, run, traffic);
    note(OURS, second);
    if (verdict !== undefined && world.regression === "none")
      wrong.push({ run, second, why: verdict.evidence[0] ?? verdict.verdict });
    if ((world.traffic === "bursty" || world.traffic === "lingering") && run < MOST_RUNS_BY_COUNT)
      note(OURS_BY_COUNT, watch(traffic, "errors").second);
    const minutes = {
      canary: minutesOf(traffic.canary),
      baseline: minutesOf(traffic.baseline),
      before: traffic.before,
    };
    for (const { name, mostRuns = Infinity, rollsBackAt } of peers)
      if (run < mostRuns) note(name, rollsBackAt(minutes));
  }
  return { rules, wrong };
}

/** The judge itself wherever it could roll back; where the bound excludes that, it is asked in some runs all the same. */
function ours(world: World, run: number, traffic: Run): Watched {
  const excluded = mostEvidence(traffic) < CANDIDATE;
  if (excluded && run % AUDITED_RUNS > 0) return { second: Infinity };
  const watched = watch(traffic, "units");
  if (excluded && watched.second < Infinity)
    throw new Error(`${nameOf(world)}, run ${run}: the judge rolls back, and the bound on its evidence excludes it`);
  return watched;
}

/** Both parts together. */
export function added(a: Part, b: Part): Part {
  const names = new Set([...Object.keys(a.rules), ...Object.keys(b.rules)]);
  const rules = [...names].map((name): [string, Tally] => {
    const [first, second] = [a.rules[name] ?? noRuns, b.rules[name] ?? noRuns];
    const at = { ...first.at };
    for (const [time, count] of Object.entries(second.at)) at[time] = (at[time] ?? 0) + count;
    return [name, { runs: first.runs + second.runs, at }];
  });
  return { rules: Object.fromEntries(rules), wrong: [...a.wrong, ...b.wrong] };
}

const noRuns: Tally = { runs: 0, at: {} };
export const nothingRun: Part = { rules: {}, wrong: [] };

/** Part of the runs that were rolled back, 0–1. */
export function rateOf({ runs, at }: Tally): number {
  return Object.values(at).reduce((sum, count) => sum + count, 0) / runs;
}

/** Second by which more than half of *all* runs were rolled back; `Infinity` when fewer were. */
export function medianOf({ runs, at }: Tally): number {
  let rolledBack = 0;
  for (const [second, count] of Object.entries(at).toSorted(([a], [b]) => Number(a) - Number(b))) {
    rolledBack += count;
    if (rolledBack > runs / 2) return Number(second);
  }
  return Infinity;
}
