import { describe, expect, it } from "@jest/globals";

import { type Counts, judge, observeBin, startAnalysis } from "#analysis";

import { CANDIDATE, mostEvidence } from "./evidence-bound.ts";
import { comparablePeers, falseShare, failsBoundIn, findings } from "./figures.ts";
import { watch } from "./ours.ts";
import { type Arm, type Run, simulate } from "./requests.ts";
import { argo } from "./rules/argo.ts";
import { flagger } from "./rules/flagger.ts";
import { seeded } from "./random.ts";
import { report } from "./table.ts";
import { added, medianOf, OURS, OURS_BY_COUNT, rateOf, runPart, type Tally } from "./tally.ts";
import { nameOf, type World } from "./world.ts";

const steady: World = { traffic: "steady", plan: "canary", rps: 100, regression: "none" };

const total = (counts: Int32Array) => counts.reduce((sum, count) => sum + count, 0);

const many = (world: World) => Array.from({ length: 40 }, (_, run) => simulate(world, seeded(3, run)));

const of = (rolledBack: number, second: number): Tally => ({ runs: 1000, at: { [second]: rolledBack } });

function countsOf({ counted, units }: Arm, second: number): Counts {
  return { requests: counted[second] ?? 0, errors: units[second] ?? 0, slow: 0 };
}

/** The highest e-value that the judge gives a run of the canary plan. */
function peakEvidence({ canary, baseline, seconds }: Run): number {
  let state = startAnalysis({ horizonBins: seconds });
  let peak = 0;
  for (let second = 0; second < seconds; second += 1) {
    const sides = { canary: countsOf(canary, second), baseline: countsOf(baseline, second) };
    state = observeBin(state, { t: second * 1000, weight: 0.05, ...sides });
    peak = Math.max(peak, judge(state).eValue);
  }
  return peak;
}

function tallyIn(part: ReturnType<typeof runPart>, rule: string): Tally {
  const tally = part.rules[rule];
  if (tally === undefined) throw new Error(`${rule} was not run`);
  return tally;
}

describe("the simulation, in small", () => {
  it("finds no false rollbacks of ours, and those of rules without statistics", () => {
    const part = runPart(steady, 1, 0, 200);

    expect(rateOf(tallyIn(part, OURS))).toBeLessThanOrEqual(0.015);
    expect(rateOf(tallyIn(part, argo(0.99, 0).name))).toBeGreaterThan(0.75);
    expect(rateOf(tallyIn(part, argo(0.99, 3).name))).toBeGreaterThan(0.04);
    expect(rateOf(tallyIn(part, flagger(99, 10).name))).toBeLessThan(0.015);
  });

  it("finds five times as many errors, ours first among the careful ones", () => {
    const part = runPart({ ...steady, regression: "x5" }, 1, 0, 200);

    expect(rateOf(tallyIn(part, OURS))).toBeGreaterThan(0.98);
    expect(medianOf(tallyIn(part, OURS))).toBeLessThan(150);
    expect(medianOf(tallyIn(part, argo(0.99, 3).name))).toBe(240);
    expect(medianOf(tallyIn(part, flagger(99, 10).name))).toBe(660);
  });

  it.each(["bursty", "lingering"] as const)("rolls back for %s errors only where each is counted", (traffic) => {
    const part = runPart({ ...steady, traffic }, 1, 0, 60);

    expect(rateOf(tallyIn(part, OURS))).toBeLessThan(0.05);
    expect(rateOf(tallyIn(part, OURS_BY_COUNT))).toBeGreaterThan(0.25);
  });

  it("gives the same result in one piece and in several", () => {
    const world: World = { ...steady, rps: 10, regression: "plus5" };

    expect(added(runPart(world, 5, 0, 7), runPart(world, 5, 7, 20))).toEqual(runPart(world, 5, 0, 20));
  });
});

describe("the bound on the evidence", () => {
  it.each<Partial<World>>([
    { regression: "x2" },
    { plan: "switch", regression: "x5", rps: 10 },
    { traffic: "incident", plan: "ramp" },
  ])("excludes no rollback: %j", (part) => {
    for (let run = 0; run < 6; run += 1) {
      const traffic = simulate({ ...steady, ...part }, seeded(17, run));
      const { second } = watch(traffic, "units");
      const excluded = mostEvidence(traffic) < CANDIDATE;

      expect([second < Infinity, excluded]).not.toEqual([true, true]);
    }
  });

  it.each([0, 3, 4, 7])("is the judge's own evidence, where nothing is slow and nothing holds: run %d", (run) => {
    const traffic = simulate({ ...steady, regression: "x2" }, seeded(19, run));

    const [bound, peak] = [mostEvidence(traffic), peakEvidence(traffic)];

    expect(bound).toBeLessThan(CANDIDATE);
    expect(bound - peak).toBeGreaterThanOrEqual(-1e-9);
    expect(bound - peak).toBeLessThanOrEqual(0.25);
  });
});

describe("traffic", () => {
  it.each<[World["traffic"], number]>([
    ["steady", 0.005],
    ["bursty", 0.005],
    ["lingering", 0.005],
    ["incident", 0.02],
  ])("%s has the error ratio that it should have", (traffic, ratio) => {
    const runs = many({ ...steady, traffic });
    const requests = runs.reduce((sum, run) => sum + total(run.baseline.requests), 0);
    const errors = runs.reduce((sum, run) => sum + total(run.baseline.errors), 0);

    expect(requests / 40 / 900 / 95).toBeCloseTo(1, 2);
    expect(errors / requests / ratio).toBeCloseTo(1, 1);
  });

  it("of a day is as much on average, and not the same at any hour", () => {
    const loads = many({ ...steady, traffic: "diurnal" }).map((run) => total(run.baseline.requests) / 900 / 95);

    expect(Math.min(...loads)).toBeLessThan(0.4);
    expect(Math.max(...loads)).toBeGreaterThan(1.6);
  });

  it("follows the steps of a ramp, and knows no share in the second of a step", () => {
    const { canary, weight, seconds } = simulate({ ...steady, plan: "ramp" }, seeded(1));

    expect(seconds).toBe(1200);
    expect(weight.flatMap((share, second) => (share === undefined ? [second] : []))).toEqual([300, 600, 900]);
    expect(total(canary.requests.slice(300, 600)) / 300 / 25).toBeCloseTo(1, 1);
    expect(total(canary.requests.slice(900)) / 300 / 100).toBeCloseTo(1, 1);
  });
});

describe("figures", () => {
  const cells = {
    [nameOf(steady)]: { rules: { [OURS]: of(2, 9), quick: of(100, 60), careful: of(2, 60) }, wrong: [] },
    [nameOf({ ...steady, regression: "x5" })]: {
      rules: { [OURS]: of(1000, 80), quick: of(1000, 60), careful: of(900, 240) },
      wrong: [],
    },
  };

  it("compare ours in time with those peers only that keep the bound", () => {
    expect(failsBoundIn(cells, "quick")).toEqual([steady]);
    expect(comparablePeers(cells, ["quick", "careful"])).toEqual(["careful"]);
    expect(findings(cells, ["quick", "careful"])).toEqual([
      { kind: "bound", world: steady, rate: 0.002, runs: 1000, held: true },
      {
        kind: "speed",
        world: { ...steady, regression: "x5" },
        medianSeconds: 80,
        peer: { name: "careful", medianSeconds: 240 },
      },
    ]);
  });

  it("know the part of false rollbacks among all", () => {
    expect(falseShare(cells, steady, "quick", ["x5"])).toBeCloseTo(0.095 / (0.095 + 0.05), 10);
    expect(falseShare(cells, steady, OURS, ["x2"])).toBeUndefined();
  });

  it("are shown with the peers' wins as plainly as ours", () => {
    const lost = {
      ...cells,
      [nameOf({ ...steady, regression: "x5" })]: {
        rules: { [OURS]: of(1000, 900), "Kayenta every 5 min": of(1000, 300) },
        wrong: [],
      },
    };

    expect(report(lost)).toContain(
      "| steady, canary, 100/s, ×5 | 900 s | Kayenta every 5 min: 300 s | **3.0 times later** |",
    );
    expect(report(lost)).toContain("| steady, canary, 100/s, none | 0.20 % of 1000 runs |  | keeps the bound |");
  });

  it("count a median over all runs", () => {
    expect(medianOf({ runs: 10, at: { 9: 3, 60: 2 } })).toBe(Infinity);
    expect(medianOf({ runs: 10, at: { 60: 3, 9: 3 } })).toBe(60);
  });
});
