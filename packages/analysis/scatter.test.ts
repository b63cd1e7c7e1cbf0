import { expect, it } from "@jest/globals";

import { judge, observeBin, startAnalysis } from "./index.ts";
import { noScatter, scatterAfter, steady, swing, unrest } from "./scatter.ts";
import { poisson, seeded } from "./test/draws.ts";

/** Minutes of 10,000 requests in bins of 10 s, with so many errors a bin. */
function scatterOf(errorsOfMinutes: readonly number[]) {
  const bins = errorsOfMinutes.flatMap((errors, minute) =>
    Array.from({ length: 6 }, (_, bin) => ({ t: (minute * 6 + bin) * 10_000, errors })),
  );
  return bins.reduce(
    (scatter, { t, errors }) => scatterAfter(scatter, { requests: 1667, errors, slow: 0 }, t),
    noScatter,
  ).errors;
}

/** The verdict on a minute of 3.2 % without a baseline, after a quarter of an hour of the version before. */
function alone(errorsOf: (minute: number) => number) {
  let state = startAnalysis();
  for (let minute = 0; minute < 15; minute += 1) {
    const counts = { requests: 10_000, errors: errorsOf(minute), slow: 0 };
    const canary = { requests: 0, errors: 0, slow: 0 };
    state = observeBin(state, { t: minute * 60_000, canary, baseline: counts });
  }
  const canary = { requests: 10_000, errors: 320, slow: 0 };
  return judge(observeBin(state, { t: 900_000, canary, weight: 1 })).verdict;
}

it("is 1 while minutes differ by no more than chance", () => {
  for (const minutes of [[], [10], [10, 13], [10, 11, 9, 10, 12, 8, 10], [0, 0, 0, 0]])
    expect([unrest(scatterOf(minutes)), swing(scatterOf(minutes))]).toEqual([steady, 0]);
});

it("tells how much they swing beyond that", () => {
  const swinging = scatterOf([10, 40, 10, 40, 10, 40, 10]);

  expect(unrest(swinging).dispersion).toBeGreaterThan(50);
  expect(swing(swinging)).toBeGreaterThan(0.008);
  expect(swing(swinging)).toBeLessThan(0.012);
});

/** A quarter of an hour of 1,000 requests a second, of which five fail; once a minute another twelve do if it bursts. */
function secondsOf(bursts: boolean) {
  const random = seeded(1);
  return Array.from({ length: 900 }, (_, second) => ({
    t: second * 1000,
    errors: poisson(5, random) + (bursts && second % 60 === 30 ? 12 : 0),
  })).reduce((scatter, { t, errors }) => scatterAfter(scatter, { requests: 1000, errors, slow: 0 }, t), noScatter)
    .errors;
}

it("sees bursts that whole minutes hide, and how much of a second the largest took", () => {
  const { dispersion, burst } = unrest(secondsOf(true));

  expect(unrest(secondsOf(false))).toEqual(steady);
  expect(swing(secondsOf(true))).toBe(0);
  expect(dispersion).toBeGreaterThan(1.2);
  expect(burst).toBeGreaterThan(0.012);
  expect(burst).toBeLessThan(0.03);
});

it("takes a level that the version before swung beyond for no proof, and the same of a steady one for one", () => {
  expect(alone(() => 100)).toBe("rollback");
  expect(alone((minute) => [50, 100, 150, 200][minute % 4] ?? 0)).not.toBe("rollback");
});
