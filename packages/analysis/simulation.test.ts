import { describe, expect, it } from "@jest/globals";
import {
  type AnalysisSettings,
  type AnalysisState,
  type Bin,
  type Counts,
  judge,
  observeBin,
  startAnalysis,
} from "./index.ts";
import { poisson, seeded } from "./test/draws.ts";

interface World {
  readonly rps: number;
  readonly share: (tMs: number) => number;
  readonly canary: (tMs: number) => number;
  readonly baseline: (tMs: number) => number;
  readonly errorsOf?: (causes: number) => number;
}

const BIN_MS = 10_000;
const BINS = 90;

function draw(mean: number, ratio: number, world: World, random: () => number): Counts {
  const causes = poisson(mean * ratio, random);
  const errors = world.errorsOf?.(causes) ?? causes;
  return { requests: Math.max(errors, Math.round(mean)), errors, slow: 0 };
}

/** One watch of 15 minutes: its last state, and when it was rolled back. */
function watch(world: World, random: () => number, settings: Partial<AnalysisSettings> = {}) {
  let state: AnalysisState = startAnalysis({ horizonBins: BINS, ...settings });
  const held = new Set<string>();
  const watchesIncident = world.canary(4e5) > 0.06;
  for (let index = 0; index < BINS; index += 1) {
    const t = index * BIN_MS;
    const requests = (world.rps * BIN_MS) / 1000;
    const bin: Bin = {
      t,
      weight: world.share(t),
      canary: draw(requests * world.share(t), world.canary(t), world, random),
      baseline: draw(requests * (1 - world.share(t)), world.baseline(t), world, random),
    };
    state = observeBin(state, bin);
    if (watchesIncident && judge(state).trigger === "incident") held.add("incident");
    if (state.latched !== undefined) return { held, rolledBackMs: t + BIN_MS };
  }
  return { held, rolledBackMs: Infinity };
}

function runs(count: number, seed: number, world: World, settings: Partial<AnalysisSettings> = {}) {
  const random = seeded(seed);
  const watches = Array.from({ length: count }, () => watch(world, random, settings));
  const times = watches.map((one) => one.rolledBackMs).toSorted((a, b) => a - b);
  return {
    watches,
    rolledBack: times.filter((time) => time < Infinity).length / count,
    medianMs: times[Math.floor(count / 2)] ?? Infinity,
  };
}

/** Highest rate of false rollbacks that alpha = 0.25 % explains (three standard errors). */
const allowed = (count: number) => 0.0025 + 3 * Math.sqrt(0.0025 / count);

const always = (value: number) => () => value;
const healthy: World = { rps: 100, share: always(0.05), canary: always(0.005), baseline: always(0.005) };

describe("validity: a good release is rolled back with chance alpha at most", () => {
  it.each<[string, number, World]>([
    ["5 % of 100 requests a second", 2000, healthy],
    ["10 requests a second", 500, { ...healthy, rps: 10 }],
    ["an error ratio of 4 %, which is its nature", 500, { ...healthy, canary: always(0.04), baseline: always(0.04) }],
    ["a ramp 5, 25, 50 %", 500, { ...healthy, share: (t) => (t < 3e5 ? 0.05 : t < 6e5 ? 0.25 : 0.5) }],
    [
      "errors swinging in both",
      500,
      { ...healthy, canary: (t) => 0.01 + 0.01 * Math.sin(t / 5e4), baseline: (t) => 0.01 + 0.01 * Math.sin(t / 5e4) },
    ],
  ])("%s", (_name, count, world) => {
    const { rolledBack } = runs(count, 7, world);

    expect(rolledBack).toBeLessThanOrEqual(allowed(count));
  });

  it("holds with bursts of up to 5 errors of one cause, when told of them", () => {
    const bursty = {
      ...healthy,
      canary: always(0.002),
      baseline: always(0.002),
      errorsOf: (causes: number) => causes * 5,
    };

    const told = runs(500, 11, bursty, { burst: 5 });
    const untold = runs(100, 11, bursty);

    expect(told.rolledBack).toBeLessThanOrEqual(allowed(500));
    expect(untold.rolledBack).toBeGreaterThan(0.05);
  });
});

describe("power: a bad release is found", () => {
  it.each<[string, World, number, number]>([
    ["+5 points at 100 requests a second", { ...healthy, canary: always(0.055) }, 40_000, 1],
    ["five times as many errors", { ...healthy, canary: always(0.025) }, 150_000, 0.99],
    ["+5 points beginning in minute 5", { ...healthy, canary: (t) => (t < 3e5 ? 0.005 : 0.055) }, 380_000, 1],
    ["+5 points at 10 requests a second", { ...healthy, rps: 10, canary: always(0.055) }, 300_000, 0.95],
  ])("%s", (_name, world, withinMs, atLeast) => {
    const { medianMs, rolledBack } = runs(100, 3, world);

    expect(medianMs).toBeLessThanOrEqual(withinMs);
    expect(rolledBack).toBeGreaterThanOrEqual(atLeast);
  });
});

const incident = (severity: number) => (t: number) => (t >= 3e5 && t < 48e4 ? severity : 0.005);

describe("a shared incident", () => {
  it.each([0.05, 0.25, 0.5])("of 8 %% in both versions holds and does not roll back, canary at %d", (share) => {
    const world = { ...healthy, share: always(share), canary: incident(0.08), baseline: incident(0.08) };

    const { watches, rolledBack } = runs(100, 5, world);

    expect(rolledBack).toBeLessThanOrEqual(allowed(100));
    expect(watches.filter((one) => one.held.has("incident")).length).toBeGreaterThan(share >= 0.25 ? 95 : 25);
  });

  it.each([0.3, 0.6, 0.95, 1])("of %d in both versions does not roll back", (severity) => {
    const ill = incident(severity);

    const { rolledBack } = runs(100, 5, { ...healthy, canary: ill, baseline: ill });

    expect(rolledBack).toBeLessThanOrEqual(allowed(100));
  });
});
