import { describe, expect, it } from "@jest/globals";

import type { Minute } from "../requests.ts";
import { argo } from "./argo.ts";
import { flagger } from "./flagger.ts";
import { classify, kayenta } from "./kayenta.ts";
import { shiftBetween, Z_98 } from "./mann-whitney.ts";
import { fivePercent, tenPoints } from "./plain.ts";
import type { Minutes } from "./rule.ts";

const one = (failed: number): Minute => ({ requests: 100, errors: failed });

/** Minutes of 100 requests each with these errors; the baseline has none. */
function minutes(errors: readonly number[], before?: readonly Minute[]): Minutes {
  const none = { requests: 0, errors: 0 };
  return { canary: errors.map(one), baseline: errors.map(() => (before === undefined ? one(0) : none)), before };
}

const bad = (count: number) => minutes(Array.from({ length: count }, () => 20));
const ones = (count: number) => Array.from({ length: count }, () => 1);
const hundreds = (count: number) => Array.from({ length: count }, () => 100);
const quiet = () => 0.5;
const nobody: Minute = { requests: 0, errors: 0 };

describe("Argo Rollouts", () => {
  it.each([
    [0, 60],
    [3, 240],
  ])("fails at the first measurement over its limit %d", (limit, second) => {
    expect(argo(0.95, limit).rollsBackAt(bad(15))).toBe(second);
  });

  it("adds failures up, whatever lies between them, and does not fail at its limit", () => {
    expect(argo(0.99, 3).rollsBackAt(minutes([2, 0, 2, 0, 2, 0, 0]))).toBe(Infinity);
    expect(argo(0.99, 3).rollsBackAt(minutes([2, 0, 2, 0, 2, 0, 0, 2]))).toBe(480);
  });

  it("passes a ratio that just meets the condition, and fails one of no requests", () => {
    expect(argo(0.99, 0).rollsBackAt(minutes([1, 1, 1]))).toBe(Infinity);
    expect(argo(0.95, 0).rollsBackAt({ ...minutes([0]), canary: [nobody] })).toBe(60);
  });
});

describe("Flagger", () => {
  it.each([
    [1, 120],
    [5, 360],
    [10, 660],
  ])("with threshold %d rolls back at the tick after it is reached", (threshold, second) => {
    expect(flagger(99, threshold).rollsBackAt(bad(15))).toBe(second);
  });

  it("adds failed checks up", () => {
    expect(flagger(99, 2).rollsBackAt(minutes([0, 2, 0, 0, 2, 0, 0]))).toBe(360);
  });

  it("has no tick after the last one to act on what failed in it", () => {
    expect(flagger(99, 1).rollsBackAt(minutes([0, 0, 2]))).toBe(Infinity);
  });

  it("fails a check without a value", () => {
    expect(flagger(99, 1).rollsBackAt({ ...minutes([0, 0]), canary: [nobody, nobody] })).toBe(120);
  });
});

describe("the plain rules", () => {
  it("want two minutes in a row over 5 %", () => {
    expect(fivePercent.rollsBackAt(minutes([6, 5, 6, 6]))).toBe(240);
    expect(fivePercent.rollsBackAt(minutes([6, 5, 6, 5]))).toBe(Infinity);
  });

  it("want more than 10 points over the previous version, beside it or before it", () => {
    const before = [{ requests: 1000, errors: 20 }];

    expect(tenPoints.rollsBackAt(minutes([10, 11]))).toBe(120);
    expect(tenPoints.rollsBackAt(minutes([11, 12], before))).toBe(Infinity);
    expect(tenPoints.rollsBackAt(minutes([11, 13], before))).toBe(120);
  });
});

// Published by Kayenta: MannWhitneySuite, and the issues 426 and 6278 (spinnaker).
describe("Kayenta", () => {
  it("has the interval of the Mann-Whitney test", () => {
    const { lower, upper, estimate } = shiftBetween([10, 20, 30, 40], [1, 2, 3, 4], 1.959963984540054);

    expect([lower, upper, estimate].map((value) => Math.round(value * 1000) / 1000)).toEqual([6, 39, 22.5]);
  });

  it("stops where Kayenta's search for the root stops", () => {
    const { lower, upper, estimate } = shiftBetween([...hundreds(7), ...ones(3)], ones(10), Z_98);

    expect(lower).toBeCloseTo(6.825022991538781e-5, 12);
    expect(upper).toBe(99);
    expect(estimate).toBeCloseTo(98.99992904170193, 9);
  });

  it.each<[string, readonly number[], readonly number[], string]>([
    ["seven minutes of ten at a hundred times the value", [...hundreds(7), ...ones(3)], ones(10), "Pass"],
    ["eight minutes of ten", [...hundreds(8), ...ones(2)], ones(10), "High"],
    ["sparse errors against none", [0, 1, 2, 1, 0, 0], [0, 0, 0, 0, 0, 0], "Pass"],
    ["five values against zeros", [54.9, 54.5, 55.1, 55.6, 57.4], [0, 0, 0, 0, 0], "High"],
    ["the same values in another order", [1, 2, 3], [3, 1, 2], "Pass"],
    ["less", ones(5), hundreds(5), "Pass"],
    ["one value each, and more", hundreds(10), ones(10), "High"],
    ["no value", [NaN], [1], "Nodata"],
  ])("says of %s what it says itself", (_name, experiment, control, found) => {
    expect(classify(experiment, control, quiet)).toBe(found);
  });

  it("judges a growing window, and only when its time has come", () => {
    expect(kayenta(15, "once").rollsBackAt(bad(15))).toBe(900);
    expect(kayenta(5, "often").rollsBackAt(bad(15))).toBe(300);
    expect(kayenta(5, "often").rollsBackAt(minutes(Array.from({ length: 15 }, () => 0)))).toBe(Infinity);
  });

  it("compares with the minutes before a switch where nothing serves beside", () => {
    const before = [3, 4, 5, 4, 3].map((errors) => ({ requests: 1000, errors }));

    expect(kayenta(15, "once").rollsBackAt(minutes([5, 6, 4, 7, 5, 6, 5, 4, 6, 5, 7, 5, 6, 4, 5], before))).toBe(900);
  });
});
