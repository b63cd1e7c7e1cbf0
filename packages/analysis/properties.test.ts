import { expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { excessRatios, lnPayoff, ratios, tolerated } from "./bets.ts";
import {
  type AnalysisSettings,
  type AnalysisState,
  type Bin,
  judge,
  observeBin,
  startAnalysis,
  weightsWithScore,
} from "./index.ts";

const counts = fc
  .tuple(fc.nat(300), fc.nat(12), fc.nat(12), fc.nat(12))
  .map(([more, errors, slow, odd]) => ({ requests: more + 12, errors, slow, odd }));
const empty = fc.constant({ requests: 0, errors: 0, slow: 0, odd: 0 });
const bins = fc
  .array(
    fc.record({
      stepMs: fc.constantFrom(1, 1000, 60_000),
      canary: fc.oneof({ weight: 4, arbitrary: counts }, { weight: 1, arbitrary: empty }),
      baseline: fc.option(fc.oneof(counts, empty), { nil: undefined }),
      weight: fc.constantFrom(undefined, 0, 0.05, 0.5, 0.95, 1),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((drawn) => {
    let t = 0;
    return drawn.map(({ stepMs, canary, baseline, weight }): Bin => {
      t += stepMs;
      return {
        t,
        canary,
        ...(baseline === undefined ? {} : { baseline }),
        ...(weight === undefined ? {} : { weight }),
      };
    });
  });
const settings = fc.constantFrom<Partial<AnalysisSettings>>(
  {},
  { horizonBins: 10 },
  { horizonBins: 1 },
  { weights: weightsWithScore, burst: 3 },
  { previous: { requests: 100, errors: 1, slow: 1 }, latency: "alone" },
  { judge: "threshold" },
);

const observeAll = (chosen: Partial<AnalysisSettings>, seen: readonly Bin[]): AnalysisState => {
  let state = startAnalysis(chosen);
  for (const bin of seen) state = observeBin(state, bin);
  return state;
};
const isQuiet = ({ canary, baseline }: Bin) => canary.errors + (baseline?.errors ?? 0) === 0;
const parsed = (value: object) => JSON.parse(JSON.stringify(value)) as unknown;

it("holds numbers only, and is plain JSON", () => {
  fc.assert(
    fc.property(bins, settings, (seen, chosen) => {
      const state = observeAll(chosen, seen);

      // JSON would turn NaN and Infinity into null.
      expect(parsed(state)).toEqual(state);
      expect(parsed(judge(state))).toEqual(judge(state));
    }),
    { numRuns: 150 },
  );
});

it("stays plain JSON however much both versions fail", () => {
  const failing = { requests: 1e6, errors: 5e5, slow: 5e5 };
  const state = observeAll(
    {},
    Array.from({ length: 3 }, (_, index) => ({ t: index, canary: failing, baseline: failing })),
  );

  expect(judge(state)).toMatchObject({ verdict: "hold", trigger: "incident" });
  expect(parsed(state)).toEqual(state);
});

it("goes on from a stored state at any bin as if it had never stopped", () => {
  fc.assert(
    fc.property(bins, settings, fc.nat(40), (seen, chosen, cut) => {
      let resumed = parsed(observeAll(chosen, seen.slice(0, cut))) as AnalysisState;
      for (const bin of seen.slice(cut)) resumed = observeBin(resumed, bin);

      expect(resumed).toEqual(observeAll(chosen, seen));
    }),
    { numRuns: 100 },
  );
});

it("never finds more evidence in a better canary", () => {
  fc.assert(
    fc.property(bins, fc.constantFrom({}, { weights: weightsWithScore }), fc.nat(39), (seen, chosen, which) => {
      const better = seen.map((bin, index) =>
        index === which % seen.length
          ? { ...bin, canary: { ...bin.canary, errors: Math.floor(bin.canary.errors / 2), slow: 0, odd: 0 } }
          : bin,
      );
      const [worse, good] = [observeAll(chosen, seen), observeAll(chosen, better)];

      // A proof ends the watch: what would have come after it was not seen.
      if (good.latched !== undefined) expect(worse.latched).toBeDefined();
      if (worse.latched === undefined) expect(judge(good).eValue).toBeLessThanOrEqual(judge(worse).eValue * (1 + 1e-9));
    }),
    { numRuns: 150 },
  );
});

it("learns nothing from how seconds without an error are cut into bins", () => {
  const second = fc.record({ errors: fc.constantFrom(0, 0, 0, 1), other: fc.constantFrom(0, 0, 0, 2) });
  fc.assert(
    fc.property(fc.array(second, { minLength: 3, maxLength: 60 }), (seconds) => {
      const fine = seconds.map(({ errors, other }, index): Bin => ({
        t: index * 1000,
        canary: { requests: 50, errors, slow: 0 },
        baseline: { requests: 50, errors: other, slow: 0 },
      }));
      const coarse = fine.reduce<readonly Bin[]>((merged, bin) => {
        const last = merged.at(-1);
        if (last === undefined || !isQuiet(last) || !isQuiet(bin)) return [...merged, bin];
        const requests = last.canary.requests + 50;
        const quiet = { requests, errors: 0, slow: 0 };
        return [...merged.slice(0, -1), { t: last.t, canary: quiet, baseline: quiet }];
      }, []);
      // A last bin with an error closes both at the same time.
      const end: Bin = {
        t: 60_000,
        canary: { requests: 1, errors: 1, slow: 0 },
        baseline: { requests: 1, errors: 0, slow: 0 },
      };
      const evidence = (seen: readonly Bin[]) =>
        judge(observeAll({ alpha: 1e-9 }, [...seen, end])).signals.find(({ name }) => name === "errors")?.eValue ?? NaN;

      expect(evidence(coarse) / evidence(fine)).toBeCloseTo(1, 9);
    }),
    { numRuns: 60 },
  );
});

const lnFactorial = (n: number) => {
  let sum = 0;
  for (let k = 2; k <= n; k += 1) sum += Math.log(k);
  return sum;
};
const lnChoose = (n: number, k: number) => lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k);

it("is a fair bet at worst: the errors of equal versions fall as balls are drawn from an urn", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 60 }),
      fc.nat(120),
      (canary, other, drawn) => {
        const errors = Math.min(drawn, canary + other);
        for (const ratio of ratios) {
          let expected = 0;
          for (let hits = Math.max(0, errors - other); hits <= Math.min(errors, canary); hits += 1) {
            const lnChance = lnChoose(canary, hits) + lnChoose(other, errors - hits) - lnChoose(canary + other, errors);
            expected += Math.exp(lnChance + lnPayoff(hits, errors, canary / (canary + other), ratio));
          }
          expect(expected).toBeLessThanOrEqual(1 + 1e-9);
        }
      },
    ),
    { numRuns: 60 },
  );
});

it.each([0.01, 0.05, 0.2, 0.9])("pays 1 on average where exactly the bound of %d fails, and less below it", (bound) => {
  const requests = 80;
  for (const ratio of [...excessRatios(bound), ...ratios.map((one) => one / 1.1)]) {
    const average = (p: number) => {
      let sum = 0;
      for (let hits = 0; hits <= requests; hits += 1) {
        const lnChance = lnChoose(requests, hits) + hits * Math.log(p) + (requests - hits) * Math.log1p(-p);
        sum += Math.exp(lnChance + lnPayoff(hits, requests, bound, ratio));
      }
      return sum;
    };
    expect(average(bound)).toBeCloseTo(1, 6);
    expect(average(bound * 0.9)).toBeLessThan(1);
  }
});

it("tolerates what the tolerance says: with it, the share of the errors of a canary that much worse is fair", () => {
  expect(tolerated(0.5, 1)).toBe(0.5);
  expect(tolerated(0.05, 1.1)).toBeCloseTo((0.05 * 1.1) / (0.95 + 0.05 * 1.1), 12);
});
