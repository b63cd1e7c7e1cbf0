import { describe, expect, it } from "@jest/globals";
import { excessRatios, lnMean, lnPayoff, ratios, tolerated } from "./bets.ts";
import { grow, lnWorth, startsAt, type Bets } from "./capital.ts";
import { requestsToDetect, smallestDetectable } from "./detectable.ts";
import { divergence, provesBelow, requestsToProve } from "./proofs.ts";

const near = (actual: readonly number[], expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) expect(Math.abs((actual[index] ?? NaN) - value)).toBeLessThan(1e-9);
};

describe("independent oracles (computed elsewhere, compared to 1e-9)", () => {
  it("one bin: 3 of 5 errors on a 5 % canary", () => {
    const payoffs = ratios.map((ratio) => lnPayoff(3, 5, 0.05, ratio));

    near(
      payoffs,
      [
        0.6073180539, 1.0929322614, 1.8354907208, 2.6830656499, 3.4600733715, 4.1530205557, 4.7378016628, 5.1973309823,
        5.519687227, 5.7167409125, 5.3611075789,
      ],
    );
    near([lnMean(payoffs)], [4.6775451954]);
  });

  it.each([
    { firstPart: 0.5, tolerance: 1, expected: [0.2816025862, 2.8607218185, 3.7152381275] },
    { firstPart: 1, tolerance: 1, expected: [0.5010806255, 3.5170028606, 4.3904156926] },
    { firstPart: 0.5, tolerance: 1.1, expected: [0.2353460205, 2.6183577758, 3.3083531428] },
  ])("three bins, $firstPart bet at once, tolerance $tolerance", ({ firstPart, tolerance, expected }) => {
    const plan = { horizonBins: 90, firstPart };
    const bins: readonly (readonly [number, number, number])[] = [
      [1, 4, 0.05],
      [2, 3, 0.05],
      [3, 5, 0.25],
    ];
    let bets: Bets = [];

    const worths = bins.map(([hits, trials, share], index) => {
      const fair = tolerated(share, tolerance);
      bets = grow(
        bets,
        ratios.map((ratio) => lnPayoff(hits, trials, fair, ratio / tolerance)),
        startsAt({ bins: index, lastT: 0 }, 0, plan),
      );
      return lnWorth(bets, { bins: index + 1, lastT: 0 }, plan);
    });

    near(worths, expected);
  });

  it("6 errors in 40 requests against a bound of 5 %", () => {
    const payoffs = excessRatios(0.05).map((ratio) => lnPayoff(6, 40, 0.05, ratio));

    near(payoffs, [0.7341376235, 1.7290190807, 2.650449802, 2.4748574312, -3.1474499488, -36.3413846801]);
    near([lnMean(payoffs)], [1.7287661033]);
  });
});

describe("published figures", () => {
  it.each([
    [0.05, 1.5, 180_590],
    [0.05, 2, 50_926],
    [0.05, 5, 5017],
    [0.05, 11, 1296],
    [0.25, 1.5, 47_126],
    [0.25, 2, 13_615],
    [0.25, 5, 1472],
    [0.25, 11, 417],
    [0.5, 1.5, 36_592],
    [0.5, 2, 10_842],
    [0.5, 5, 1266],
    [0.5, 11, 378],
  ])("requests for ln 100 at share %d, ratio %d: %d, and back", (share, ratio, requests) => {
    const needed = requestsToDetect({ ratio, share, baselineErrorRatio: 0.005, nats: Math.log(100) });
    // The published figures leave out the 3 nats of mixing.
    const alpha = Math.exp(3) / 100;
    const shown = smallestDetectable({
      requestsPerSecond: requests,
      windowMs: 1000,
      share,
      baselineErrorRatio: 0.005,
      alpha,
    });

    expect(Math.abs(needed / requests - 1)).toBeLessThan(0.001);
    expect(shown).toBeCloseTo(ratio, 1);
  });

  it.each([
    [0.05, 0.0345, 90],
    [0.02, 0.00818, 228],
    [0.01, 0.00155, 459],
  ])("a bound of %d: %d nats a request at 0.5 %%, %d requests without an error", (bound, nats, requests) => {
    expect(divergence(0.005, bound)).toBeCloseTo(nats, 4);
    // One bet would do with these; ours are five, of which the boldest alone pays for requests without an error.
    expect(requestsToProve(bound)).toBeGreaterThanOrEqual(requests);
    expect(requestsToProve(bound)).toBeLessThan(requests * (1 + Math.log(5) / Math.log(100)) * 1.05);
  });

  it("a bound of 3 % is not proved by three in a hundred", () => {
    expect(provesBelow({ requests: 100, errors: 3, slow: 0 }, 0.03)).toBe(false);
    expect(requestsToProve(0.05)).toBeGreaterThan(90);
    expect(requestsToProve(0.05)).toBeLessThan(150);
  });
});
