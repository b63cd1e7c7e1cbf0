import type { Minute } from "../requests.ts";
import { shiftBetween, Z_98 } from "./mann-whitney.ts";
import { MINUTE_SECONDS, ratioOf, type Rule } from "./rule.ts";

/** How far from "no shift" an interval must be, as a part of the estimated shift. */
const TOLERANCE = 0.25;

/** Noise, as a part of the value, where each side has but one: an interval needs more than that. */
const NOISE = 1e-5;

/** Runs of a cell in which it is asked: it takes longer than all others together. */
export const KAYENTA_RUNS = 2000;

/** How the NetflixACAJudge (Kayenta) classes one metric of which more is worse. */
export type Class = "Nodata" | "Pass" | "High";

/** `experiment` and `control`: one value a minute. Where each has a single distinct value, `noise` spreads them. */
export function classify(experiment: readonly number[], control: readonly number[], noise: () => number): Class {
  const [e, c] = [experiment.filter((value) => !Number.isNaN(value)), control.filter((value) => !Number.isNaN(value))];
  if (e.length === 0 || c.length === 0) return "Nodata";
  const distinct = new Set([...e, ...c]);
  if (distinct.size === 1 || isSame(e, c)) return "Pass";
  // The default effect size: means. One that cannot be had (a mean of 0) is not asked for.
  const effect = mean(e) / mean(c);
  if (mean(e) !== 0 && mean(c) !== 0 && effect < 1) return "Pass";
  const flat = new Set(e).size === 1 && new Set(c).size === 1;
  const spread = (value: number) => (flat ? value + value * NOISE * noise() : value);
  const { lower, estimate } = shiftBetween(e.map(spread), c.map(spread), Z_98);
  return lower > TOLERANCE * Math.abs(estimate) ? "High" : "Pass";
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  const other = b.toSorted((x, y) => x - y);
  return a.length === b.length && a.toSorted((x, y) => x - y).every((value, index) => value === other[index]);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Kayenta, stand-alone: the error ratio (percent, by minute) of the new version beside the previous one, from the start
 * on, every `everyMinutes`. The only metric is its group and its score: anything but Pass is 0 of 100, and ends it.
 */
export function kayenta(everyMinutes: number, name: string): Rule {
  return {
    name: `Kayenta ${name}`,
    mostRuns: KAYENTA_RUNS,
    rollsBackAt({ canary, baseline, before }) {
      for (let end = everyMinutes; end <= canary.length; end += everyMinutes) {
        const control = before ?? baseline.slice(0, end);
        const found = classify(canary.slice(0, end).map(percent), control.map(percent), alternate());
        if (found !== "Pass") return end * MINUTE_SECONDS;
      }
      return Infinity;
    },
  };
}

function percent(minute: Minute): number {
  return 100 * ratioOf(minute);
}

/** Stands for normal noise where a run must give the same result each time: different values, of its size. */
function alternate(): () => number {
  let index = 0;
  return () => {
    index += 1;
    return Math.sin(index * 12.9898) * Math.SQRT2;
  };
}
