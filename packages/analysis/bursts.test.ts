import { expect, it } from "@jest/globals";

import { lnPayoff, lnPayoffInUnrest, ratios } from "./bets.ts";
import { type AnalysisState, observeBin, startAnalysis } from "./index.ts";
import { steady } from "./scatter.ts";
import { poisson, seeded } from "./test/draws.ts";

const RPS = 100;
const STEP_SECONDS = 300;
const steps = [0.05, 0.25, 0.5, 1];

/** Errors in this second, of both versions together; those of one cause come at once and strike whoever serves. */
type Errors = (second: number, random: () => number) => number;

const bursts: Errors = (_, random) => poisson(0.2, random) + (random() < 0.01 ? poisson(20, random) : 0);

/** The second in which a canary is rolled back that goes from 5 % to all of the traffic; it fails `more` of its own on the last step. */
function rolledBackAt(errors: Errors, seed: number, more = 0): number {
  const random = seeded(seed);
  let state: AnalysisState = startAnalysis();
  for (const [step, weight] of steps.entries()) {
    for (let second = step * STEP_SECONDS; second < (step + 1) * STEP_SECONDS; second += 1) {
      state = observeBin(state, binOf(second, weight, weight === 1 ? more : 0));
      if (state.latched !== undefined) return second;
    }
  }
  return Infinity;

  function binOf(second: number, weight: number, own: number) {
    const requests = Math.round(RPS * weight);
    const all = errors(second, random);
    const struck = poisson(all * weight, random) + poisson(requests * own, random);
    const beside = { requests: RPS - requests, errors: Math.min(RPS - requests, poisson(all * (1 - weight), random)) };
    return {
      t: second * 1000,
      weight,
      canary: { requests, errors: Math.min(requests, struck), slow: 0 },
      ...(weight === 1 ? {} : { baseline: { ...beside, slow: 0 } }),
    };
  }
}

const runs = (count: number, more = 0) =>
  Array.from({ length: count }, (_, seed) => rolledBackAt(bursts, seed, more)).toSorted((a, b) => a - b);

it("bursts that struck both versions strike the canary alone on its last step, and are not its own", () => {
  expect(runs(100).filter((second) => second < Infinity).length).toBeLessThanOrEqual(1);
});

it("finds what fails more than any burst did, soon", () => {
  const seconds = runs(30, 0.3);

  expect(seconds[0]).toBeGreaterThanOrEqual(900);
  expect(seconds[15]).toBeLessThan(960);
  expect(seconds.at(-1)).toBeLessThan(1200);
});

it("a baseline that hardly answers is no witness that an incident is the canary's", () => {
  const healthy = { requests: 500, errors: 5, slow: 0 };
  let state = startAnalysis();
  for (let bin = 0; bin < 30; bin += 1)
    state = observeBin(state, { t: bin * 10_000, weight: 0.5, canary: healthy, baseline: healthy });

  const shared = { canary: { requests: 990, errors: 99, slow: 0 }, baseline: { requests: 10, errors: 0, slow: 0 } };

  expect(observeBin(state, { t: 300_000, weight: 0.99, ...shared }).latched).toBeUndefined();
});

it.each(ratios)(
  "a burst as large as the largest that was seen is worth one nat at most, betting on %d times",
  (ratio) => {
    const seen = { dispersion: 2, burst: 0.6 };

    expect(lnPayoffInUnrest(60, 100, { share: 0.05, ratio }, seen)).toBeLessThanOrEqual(1);
    expect(lnPayoffInUnrest(60, 100, { share: 0.05, ratio }, steady)).toBe(lnPayoff(60, 100, 0.05, ratio));
  },
);
