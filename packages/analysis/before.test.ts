import { describe, expect, it } from "@jest/globals";

import { type AnalysisSettings, type Bin, type Counts, judge, observeBin, startAnalysis } from "./index.ts";

/** Counts without chance: as many errors as the ratio says, over the bins together. */
function exactly(requests: number, ratio: number, index: number, slowRatio = 0): Counts {
  const upTo = (part: number, bins: number) => Math.round(requests * part * bins);
  const of = (part: number) => upTo(part, index + 1) - upTo(part, index);
  return { requests, errors: of(ratio), slow: of(slowRatio) };
}

interface Course {
  readonly weight: (t: number) => number;
  readonly canary: (t: number) => number;
  readonly baseline: (t: number) => number;
  readonly seconds: number;
  readonly stepSeconds?: number;
}

const rps = 100;

/** A watch over a course of events: the last verdict, and after how many seconds it went back. */
function follow(
  { weight, canary, baseline, seconds, stepSeconds = 10 }: Course,
  settings: Partial<AnalysisSettings> = {},
) {
  let state = startAnalysis(settings);
  const said = new Set<string>();
  for (let t = 0, index = 0; t < seconds; t += stepSeconds, index += 1) {
    const share = weight(t);
    const requests = rps * stepSeconds;
    const bin: Bin = {
      t: t * 1000,
      weight: share,
      canary: exactly(requests * share, canary(t), index),
      ...(share < 1 ? { baseline: exactly(requests * (1 - share), baseline(t), index) } : {}),
    };
    state = observeBin(state, bin);
    const { trigger, verdict } = judge(state);
    said.add(trigger ?? verdict);
    if (verdict === "rollback") return { said, verdict: judge(state), rolledBackAt: t };
  }
  return { said, verdict: judge(state), rolledBackAt: undefined };
}

const ramp = (t: number) => [0.05, 0.25, 0.5, 1][Math.floor(t / 200)] ?? 1;
const blueGreen = (t: number) => (t < 300 ? 0 : 1);
const incident = (t: number) => (t >= 300 && t < 480 ? 0.08 : 0.005);
const always = (ratio: number) => () => ratio;
const from = (start: number, before: number, after: number) => (t: number) => (t < start ? before : after);

describe("after the last step nobody serves beside the canary", () => {
  it.each<[string, Course]>([
    ["a service that always fails 6 %", { weight: ramp, canary: always(0.06), baseline: always(0.06), seconds: 1200 }],
    ["the same behind a switch", { weight: blueGreen, canary: always(0.06), baseline: always(0.06), seconds: 1200 }],
    ["0.5 % as before", { weight: blueGreen, canary: always(0.005), baseline: always(0.005), seconds: 1200 }],
    [
      "swings that were seen before",
      {
        weight: ramp,
        canary: (t) => 0.01 + 0.008 * Math.sin(t / 50),
        baseline: (t) => 0.01 + 0.008 * Math.sin(t / 50),
        seconds: 1800,
      },
    ],
    [
      "a level that the service had ten minutes ago",
      {
        weight: (t) => (t < 900 ? 0.05 : 1),
        canary: (t) => (t < 300 || t >= 900 ? 0.02 : 0.002),
        baseline: from(300, 0.02, 0.002),
        seconds: 1500,
      },
    ],
  ])("%s is promoted", (_name, course) => {
    expect(follow(course).verdict).toMatchObject({ verdict: "promote" });
  });

  it.each<[string, Course, number, RegExp]>([
    [
      "6 % behind a switch",
      { weight: blueGreen, canary: always(0.06), baseline: always(0.005), seconds: 900 },
      310,
      /the previous one failed 0\.5 %/,
    ],
    [
      "four times as many errors that begin there",
      { weight: ramp, canary: from(700, 0.005, 0.02), baseline: always(0.005), seconds: 1500 },
      1000,
      /the previous one failed 0\.5 %/,
    ],
    [
      "15 % of a service that always fails 6 %",
      { weight: blueGreen, canary: always(0.15), baseline: always(0.06), seconds: 900 },
      330,
      /the previous one failed 6 %/,
    ],
  ])("%s goes back", (_name, course, within, sentence) => {
    const { rolledBackAt, verdict } = follow(course);

    expect(rolledBackAt).toBeLessThanOrEqual(within);
    expect(verdict.evidence).toContainEqual(expect.stringMatching(sentence));
  });

  it("the plain rules compare with the last interval too", () => {
    const course = { weight: blueGreen, canary: always(0.2), baseline: always(0.06), seconds: 900 };

    const { verdict } = follow(course, { judge: "threshold", maxErrorRatio: 0.5 });

    expect(verdict).toMatchObject({ verdict: "rollback", evidence: [expect.stringMatching(/from 6 % to 20 %/)] });
  });
});

describe("what both versions suffer", () => {
  it.each([0.25, 0.5, 0.9])("of 8 %% is an incident, not the release: canary at %d", (share) => {
    const { said, rolledBackAt } = follow({
      weight: always(share),
      canary: incident,
      baseline: incident,
      seconds: 900,
      stepSeconds: 1,
    });

    expect(rolledBackAt).toBeUndefined();
    expect([...said]).toContain("incident");
  });

  it("does not hide a canary that is far worse", () => {
    const { rolledBackAt } = follow({ weight: always(0.5), canary: always(0.3), baseline: always(0.08), seconds: 900 });

    expect(rolledBackAt).toBeLessThanOrEqual(20);
  });
});

it.each([1, 10, 60])("finds what begins late in a watch of unknown length, in bins of %d s", (stepSeconds) => {
  const onset = 3600;
  const { rolledBackAt } = follow({
    weight: always(0.05),
    canary: from(onset, 0.005, 0.055),
    baseline: always(0.005),
    seconds: 7200,
    stepSeconds,
  });

  expect(rolledBackAt).toBeGreaterThanOrEqual(onset);
  expect(rolledBackAt).toBeLessThanOrEqual(onset + 120);
});
