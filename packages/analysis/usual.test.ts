import { expect, it } from "@jest/globals";

import { type Bin, judge, observeBin, startAnalysis, weightsWithScore } from "./index.ts";
import { learnUsual, markOdd, usualAt, type PastInterval } from "./usual.ts";

const at = (weekday: number, hour: number) => Date.UTC(2026, 1, 1 + weekday, hour, 30);
const row = (weekday: number, hour: number, errors: number, slow = 100): PastInterval => ({
  at: at(weekday, hour),
  counts: { requests: 10_000, errors, slow },
});

/** Four weeks; at three in the morning four times as many errors, on Mondays twice as many slow requests. */
const past = Array.from({ length: 28 * 24 }, (_, index) => {
  const [weekday, hour] = [Math.floor(index / 24) % 7, index % 24];
  return row(weekday, hour, hour === 3 ? 200 : 50, weekday === 1 ? 200 : 100);
});

it("learns the hours and the weekdays", () => {
  const model = learnUsual(past);

  expect(usualAt(model, at(2, 3)).errors).toBeCloseTo(0.02, 3);
  expect(usualAt(model, at(2, 12)).errors).toBeCloseTo(0.005, 3);
  expect(usualAt(model, at(1, 12)).slow).toBeCloseTo(0.02, 3);
  expect(usualAt(model, at(4, 12)).slow).toBeCloseTo(0.01, 3);
  expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  expect(learnUsual(past.toReversed()).errors.overall).toBeCloseTo(model.errors.overall, 12);
});

it("does not believe a single bad night", () => {
  const model = learnUsual([
    ...Array.from({ length: 30 }, () => row(2, 12, 50)),
    { at: at(3, 3), counts: { requests: 100, errors: 5, slow: 0 } },
  ]);

  expect(usualAt(model, at(3, 3)).errors).toBeLessThan(0.012);
  expect(usualAt(learnUsual([]), at(0, 0)).errors).toBeLessThanOrEqual(1);
});

const odd = ({ canary, baseline }: Bin) => [canary.odd, baseline?.odd];
const both = (canaryErrors: number, baselineErrors: number): Bin => ({
  t: 0,
  canary: { requests: 100, errors: canaryErrors, slow: 0 },
  baseline: { requests: 900, errors: baselineErrors, slow: 0 },
});

it("finds the failed requests of unusual intervals odd, whichever version they met", () => {
  const model = learnUsual(past);

  expect(odd(markOdd(both(2, 10), model, at(2, 12)))).toEqual([2, 10]);
  expect(odd(markOdd(both(12, 0), model, at(2, 12)))).toEqual([12, 0]);
  expect(odd(markOdd(both(2, 10), model, at(2, 3)))).toEqual([0, 0]);
  const slow = { ...both(1, 5), canary: { requests: 100, errors: 1, slow: 30 } };
  expect(odd(markOdd(slow, model, at(2, 12)))).toEqual([30, 0]);
  const alone: Bin = { t: 0, canary: { requests: 100, errors: 9, slow: 0 }, weight: 1 };
  expect(markOdd(alone, model, at(2, 12))).toBe(alone);
});

it("is a signal of its own under the one alpha", () => {
  const model = learnUsual(past);
  const watch = (bin: Bin) => {
    let state = startAnalysis({ weights: weightsWithScore, alpha: 1e-12 });
    for (let second = 0; second < 10; second += 1)
      state = observeBin(state, markOdd({ ...bin, t: second * 1000 }, model, at(2, 12)));
    return judge(state);
  };
  const score = (bin: Bin) => watch(bin).signals.find(({ name }) => name === "score");

  expect(score(both(3, 7))).toMatchObject({ canary: 0.03, eValue: expect.any(Number) });
  expect(score(both(3, 7))?.eValue).toBeGreaterThan(100);
  expect(score(both(0, 3))?.eValue).toBeCloseTo(1, 9);
  expect(watch(both(4, 7)).eValue).toBeGreaterThan(1000);
});

function watched(errors: number) {
  let state = startAnalysis({ weights: weightsWithScore });
  for (let t = 0; t < 60_000; t += 1000) {
    const canary = { requests: 100, errors, slow: 0, odd: 40 };
    state = observeBin(state, { t, canary, baseline: { requests: 900, errors: 4, slow: 0, odd: 9 } });
  }
  return judge(state);
}

it("rolls back no sooner than a sign of errors allows", () => {
  expect(watched(0)).toMatchObject({
    verdict: "hold",
    evidence: expect.arrayContaining([
      expect.stringMatching(/finds 40 % of the canary's requests odd, 1 % of the baseline's/),
    ]),
  });
  expect(watched(2)).toMatchObject({ verdict: "rollback", trigger: "error-rate-spike" });
});
