import { ReleaseFault } from "#faults";
import { ratios } from "./bets.ts";
import { checkBin, type Counts, errorRatio } from "./counts.ts";

/** How a watch is judged. Frozen at its start: choosing after seeing data would void every guarantee. */
export interface AnalysisSettings {
  /** `sequential` keeps false rollbacks below `alpha`; `threshold` is the plain rules, literally. */
  readonly judge: "sequential" | "threshold";
  /** Chance that a good release is rolled back by this judge. */
  readonly alpha: number;
  /** Error ratio that rolls back once it is proved, 0–1. */
  readonly maxErrorRatio: number;
  /** Error ratio up to which a version is normal, 0–1. */
  readonly normalErrorRatio: number;
  /** What the previous version always had: neither bound is stricter than that. */
  readonly previousErrorRatio?: number;
  /** The previous version just before the switch: what is compared with where no baseline serves beside the canary. */
  readonly previous?: Counts;
  /** How much worse than the baseline is still no regression. */
  readonly tolerance: number;
  /** Bins that the watch is planned to take; more may come. Absent = its length is not known. */
  readonly horizonBins?: number;
  /** How alpha is shared by the signals; they add up to 1. `score`: of the requests that a model finds odd. */
  readonly weights: Weights;
  /** Latency rolls back only beside a sign of errors (decision 12), or alone. */
  readonly latency: "with-errors" | "alone";
  /** Most errors that one cause may add to a bin where the monitor cannot tell causes apart; costs power. */
  readonly burst: number;
}

interface Weights {
  readonly errors: number;
  readonly absolute: number;
  readonly latency: number;
  readonly score?: number;
}

/** The weights of a watch in which a model scores the requests too. */
export const weightsWithScore: Weights = { errors: 0.45, absolute: 0.225, latency: 0.225, score: 0.1 };

const defaults: AnalysisSettings = {
  judge: "sequential",
  alpha: 0.0025,
  maxErrorRatio: 0.05,
  normalErrorRatio: 0.01,
  tolerance: 1.1,
  weights: { errors: 0.5, absolute: 0.25, latency: 0.25 },
  latency: "with-errors",
  burst: 1,
};

/** Part of alpha that pays for not knowing the previous version's rate exactly. */
export const PREVIOUS_PART = 0.1;

/** The p95 bound, as a claim on counts: at most this part of the requests is slow. */
export const MAX_SLOW_RATIO = 0.05;

/** Every default filled in; refuses settings that no guarantee could be built on. */
export function completeSettings(chosen: Partial<AnalysisSettings>): AnalysisSettings {
  const settings = { ...defaults, ...chosen };
  const { errors, absolute, latency, score = 0 } = settings.weights;
  const weights = [errors, absolute, latency, score];
  const problems = [
    inside(settings.alpha, 0, 1) ? [] : [`alpha must lie between 0 and 1; got ${settings.alpha}`],
    inside(settings.maxErrorRatio, 0, 1)
      ? []
      : [`maxErrorRatio must lie between 0 and 1; got ${settings.maxErrorRatio}`],
    inside(settings.normalErrorRatio, 0, 1)
      ? []
      : [`normalErrorRatio must lie between 0 and 1; got ${settings.normalErrorRatio}`],
    settings.tolerance >= 1 && settings.tolerance < (ratios[0] ?? 1)
      ? []
      : [`tolerance must be from 1 to below ${ratios[0]}; got ${settings.tolerance}`],
    settings.horizonBins === undefined || (Number.isInteger(settings.horizonBins) && settings.horizonBins > 0)
      ? []
      : [`horizonBins must be a whole number above 0; got ${settings.horizonBins}`],
    weights.every((weight) => weight >= 0) && Math.abs(errors + absolute + latency + score - 1) < 1e-9
      ? []
      : [`weights must add up to 1; got ${weights.join(" + ")}`],
    settings.burst >= 1 ? [] : [`burst must be at least 1; got ${settings.burst}`],
  ].flat();
  if (problems.length > 0) {
    throw new ReleaseFault("config", `The analysis cannot start: ${problems.join("; ")}`, {
      hint: "Correct the setting, or leave it out: the defaults are alpha 0.0025, maxErrorRatio 0.05, tolerance 1.1.",
    });
  }
  if (settings.previous !== undefined) checkBin({ t: 0, canary: settings.previous });
  return settings;
}

/** What the previous version is known to have had, if anything is known. */
export function previousRatio({ previousErrorRatio, previous }: AnalysisSettings): number | undefined {
  if (previousErrorRatio !== undefined) return previousErrorRatio;
  return previous === undefined || previous.requests === 0 ? undefined : errorRatio(previous);
}

/** The absolute bound: a service that always had more is not rolled back for it (decision 42). */
export function errorBound(settings: AnalysisSettings): number {
  return Math.min(0.9, Math.max(settings.maxErrorRatio, (previousRatio(settings) ?? 0) * settings.tolerance));
}

/** Where the ln of the e-value proves the canary bad, and where it is suspicious. */
export function lnLimits({ alpha }: AnalysisSettings): {
  readonly proved: number;
  readonly suspicious: number;
} {
  const proved = -Math.log(alpha * (1 - PREVIOUS_PART));
  return { proved, suspicious: proved / 2 };
}

function inside(value: number, low: number, high: number): boolean {
  return value > low && value < high;
}
