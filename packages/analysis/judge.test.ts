import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  type AnalysisSettings,
  type AnalysisState,
  type Bin,
  judge,
  observeBin,
  smallestDetectable,
  startAnalysis,
} from "./index.ts";

const counts = (requests: number, errors: number, slow = 0) => ({ requests, errors, slow });

/** A watch of identical seconds. */
function watched(
  seconds: number,
  bin: Omit<Bin, "t">,
  settings: Partial<AnalysisSettings> = {},
  from = startAnalysis(settings),
): AnalysisState {
  let state = from;
  for (let second = 0; second < seconds; second += 1) state = observeBin(state, { t: second * 1000, ...bin });
  return state;
}

const good = { canary: counts(50, 0), baseline: counts(950, 2), weight: 0.05 };
const bad = { canary: counts(50, 10), baseline: counts(950, 2), weight: 0.05 };

describe("verdicts", () => {
  it.each<[string, AnalysisState, "rollback" | "hold" | "promote", string | undefined, RegExp]>([
    ["a healthy canary", watched(60, good), "promote", undefined, /failed 0 of 3,000 requests/],
    ["a proof of safety", watched(60, good), "promote", undefined, /proved below 1 % \(wrong with chance 1 %\)/],
    [
      "a bad canary",
      watched(60, bad),
      "rollback",
      "error-rate-spike",
      /^\d+ of \d+ errors fell on the canary, which answered 5 % of the requests; chance of that if it were no worse: at most 1 in /,
    ],
    [
      "no data",
      watched(60, { canary: counts(0, 0), baseline: counts(0, 0), weight: 0.05 }),
      "hold",
      undefined,
      /not answered a single request/,
    ],
    ["no bin at all", startAnalysis(), "hold", undefined, /not answered a single request/],
    [
      "little traffic",
      watched(60, { canary: counts(1, 0), baseline: counts(9, 0), weight: 0.1 }),
      "promote",
      undefined,
      /Too few requests to prove/,
    ],
    [
      "a canary that gets half its traffic",
      watched(60, { ...good, weight: 0.1 }),
      "hold",
      undefined,
      /share of the traffic/,
    ],
    [
      "a canary that gets no traffic",
      watched(60, { ...good, canary: counts(0, 0) }),
      "hold",
      undefined,
      /not answered a single request/,
    ],
    [
      "slow without a sign of errors",
      watched(60, { canary: counts(50, 0, 20), baseline: counts(950, 2, 10), weight: 0.05 }),
      "hold",
      undefined,
      /over the latency bound/,
    ],
    [
      "slow in both",
      watched(60, { canary: counts(50, 0, 20), baseline: counts(950, 2, 380), weight: 0.05 }),
      "promote",
      undefined,
      /failed 0 of/,
    ],
    [
      "slower but p95 within its bound",
      watched(60, { canary: counts(50, 0, 2), baseline: counts(950, 2, 1), weight: 0.05 }),
      "promote",
      undefined,
      /failed 0 of/,
    ],
    [
      "both versions ill",
      watched(60, { canary: counts(50, 5), baseline: counts(950, 95), weight: 0.05 }),
      "hold",
      "incident",
      /not the release/,
    ],
    [
      "an error ratio that is not normal",
      watched(
        20,
        { canary: counts(50, 1), baseline: counts(50, 0), weight: 0.5 },
        { weights: { errors: 0, absolute: 1, latency: 0 } },
      ),
      "hold",
      undefined,
      /normal is at most 1 %/,
    ],
    [
      "2 %, which the baseline has too",
      watched(60, { canary: counts(50, 1), baseline: counts(950, 19), weight: 0.05 }),
      "promote",
      undefined,
      /failed 60 of/,
    ],
  ])("%s", (_name, state, verdict, trigger, sentence) => {
    const said = judge(state);

    expect([said.verdict, said.trigger]).toEqual([verdict, trigger]);
    expect(said.evidence).toContainEqual(expect.stringMatching(sentence));
  });

  it("rolls back for latency beside a sign of errors, or alone where that is wanted", () => {
    const slow = { canary: counts(50, 0, 20), baseline: counts(950, 2, 10), weight: 0.05 };
    const erring = { ...slow, canary: counts(50, 1, 50) };

    expect(judge(watched(60, slow, { latency: "alone" })).trigger).toBe("latency");
    expect(judge(watched(60, erring)).trigger).toBe("latency");
  });
});

const after = (
  errors: number,
  seconds = 120,
  settings: Partial<AnalysisSettings> = { previous: counts(5000, 25, 50) },
) => judge(watched(seconds, { canary: counts(100, errors), weight: 1 }, settings));

describe("without a concurrent baseline", () => {
  it("compares with what the previous version had just before", () => {
    expect(after(3).trigger).toBe("error-rate-spike");
    expect(after(3).evidence[0]).toMatch(/the previous one failed 0\.5 %/);
    expect(after(0).verdict).toBe("promote");
  });

  it("rolls back at the absolute bound, with nothing to compare", () => {
    expect(after(8, 120, {}).trigger).toBe("error-rate-spike");
    expect(after(3, 120, {}).verdict).toBe("hold");
  });

  it("does not roll back for what the service always had", () => {
    expect(after(6, 120, { previousErrorRatio: 0.06 }).verdict).toBe("promote");
    expect(after(6, 120, { previous: counts(5000, 300) }).verdict).toBe("promote");
  });

  it("learns less from a small sample", () => {
    expect(after(3, 10, { previous: counts(100, 0) }).verdict).not.toBe("rollback");
    expect(after(3, 10, { previous: counts(100_000, 10) }).verdict).toBe("rollback");
  });
});

describe("the plain rules", () => {
  const plain = { judge: "threshold" } as const;
  it.each<[string, number, Omit<Bin, "t">, "rollback" | "hold" | "promote", string | undefined]>([
    [
      "over 5 % for two minutes",
      121,
      { canary: counts(50, 3), baseline: counts(950, 2) },
      "rollback",
      "error-rate-spike",
    ],
    ["over 5 % for one minute", 119, { canary: counts(50, 3), baseline: counts(950, 2) }, "hold", undefined],
    [
      "up by more than 10 points",
      61,
      { canary: counts(50, 6), baseline: counts(950, 2) },
      "rollback",
      "error-rate-spike",
    ],
    [
      "p95 over its bound, with errors",
      61,
      { canary: counts(50, 1, 5), baseline: counts(950, 2) },
      "rollback",
      "latency",
    ],
    [
      "p95 over its bound, without errors",
      61,
      { canary: counts(50, 0, 5), baseline: counts(950, 2) },
      "promote",
      undefined,
    ],
    ["both ill", 200, { canary: counts(50, 4), baseline: counts(950, 76) }, "hold", "incident"],
    ["healthy", 200, good, "promote", undefined],
    ["no data", 200, { canary: counts(0, 0), baseline: counts(0, 0) }, "hold", undefined],
  ])("%s", (_name, seconds, bin, verdict, trigger) => {
    const said = judge(watched(seconds, bin, plain));

    expect([said.verdict, said.trigger, said.eValue]).toEqual([verdict, trigger, 1]);
  });
});

const side = fc
  .tuple(fc.nat(200), fc.nat(20), fc.nat(20))
  .map(([more, errors, slow]) => counts(more + 20, errors, slow));
const anyBins = fc.array(fc.record({ canary: side, baseline: side, weight: fc.constantFrom(0.05, 0.25, 0.5, 1) }), {
  maxLength: 40,
});
const anyJudge = fc.constantFrom<Partial<AnalysisSettings>>(
  {},
  { judge: "threshold" },
  { previous: counts(900, 3, 9), horizonBins: 20 },
);
const observeAll = (state: AnalysisState, bins: readonly Omit<Bin, "t">[], from = 0) =>
  bins.reduce((before, bin, index) => observeBin(before, { t: (from + index) * 10_000, ...bin }), state);

describe("properties", () => {
  it("goes on from a stored state exactly where it stopped", () => {
    fc.assert(
      fc.property(anyBins, fc.nat(40), anyJudge, (bins, cut, settings) => {
        const straight = observeAll(startAnalysis(settings), bins);
        const half = observeAll(startAnalysis(settings), bins.slice(0, cut));

        const resumed = observeAll(
          JSON.parse(JSON.stringify(half)) as AnalysisState,
          bins.slice(cut),
          Math.min(cut, bins.length),
        );

        expect(resumed).toEqual(straight);
        expect(judge(resumed)).toEqual(judge(straight));
        expect(JSON.parse(JSON.stringify(judge(resumed)))).toEqual(judge(resumed));
      }),
      { numRuns: 40 },
    );
  });

  it("never takes a rollback back", () => {
    fc.assert(
      fc.property(anyBins, (bins) => {
        const latched = watched(60, bad);

        expect(observeAll(latched, bins)).toBe(latched);
      }),
      { numRuns: 20 },
    );
  });

  it("learns nothing from empty bins", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), anyJudge, (seconds, settings) => {
        const empty = judge(watched(seconds, { canary: counts(0, 0), baseline: counts(0, 0), weight: 0.05 }, settings));

        expect(empty.verdict).toBe("hold");
        expect(empty.eValue).toBeCloseTo(1, 9);
      }),
      { numRuns: 20 },
    );
  });

  it("finds more evidence where more of the same errors fell on the canary", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 10, max: 20 }), (onCanary, errors) => {
        const eValue = (hits: number) =>
          judge(watched(1, { canary: counts(50, hits), baseline: counts(950, errors - hits) })).eValue;

        expect(eValue(onCanary + 1)).toBeGreaterThan(eValue(onCanary));
      }),
    );
  });

  it("keeps its state near 2 kB", () => {
    expect(JSON.stringify(watched(900, good)).length).toBeLessThan(2500);
  });
});

describe("borders", () => {
  it.each<[string, Bin]>([
    ["more errors than requests", { t: 0, canary: counts(1, 2) }],
    ["not a number", { t: 0, canary: counts(Number.NaN, 0) }],
    ["a negative count", { t: 0, canary: counts(3, -1) }],
    ["a share of 5", { t: 0, canary: counts(3, 0), baseline: counts(3, 0), weight: 5 }],
  ])("refuses %s", (_name, bin) => {
    expect(() => observeBin(startAnalysis(), bin)).toThrow(/at 0 ms/);
  });

  it("reports all wrong settings at once", () => {
    expect(() => startAnalysis({ alpha: 0, tolerance: 2, weights: { errors: 1, absolute: 1, latency: 0 } })).toThrow(
      /alpha must .*tolerance must .*weights must/,
    );
  });
});

describe("what a window can show", () => {
  const window = { requestsPerSecond: 100, share: 0.05, baselineErrorRatio: 0.005, windowMs: 900_000, alpha: 0.0025 };

  it.each([
    [{}, 2, 3],
    [{ share: 0.5 }, 1.3, 1.7],
    [{ requestsPerSecond: 10 }, 4.5, 8],
  ])("%j", (change, low, high) => {
    const ratio = smallestDetectable({ ...window, ...change }) ?? Number.NaN;

    expect(ratio).toBeGreaterThan(low);
    expect(ratio).toBeLessThan(high);
  });

  it("may be nothing at all", () => {
    expect(smallestDetectable({ ...window, requestsPerSecond: 0.01 })).toBeUndefined();
    expect(smallestDetectable({ ...window, share: 1 })).toBeUndefined();
  });
});
