import { excessRatios, fromLn, lnAdd, lnPayoff, ratios, tolerated } from "./bets.ts";
import { type Bets, grow, lnWorth } from "./capital.ts";
import { addBin, type Bin, concurrentBaseline, type Counts, errorRatio, nothing, type Sides } from "./counts.ts";
import { absoluteSentence, comparisonSentence, incidentSentence, latencySentence } from "./evidence.ts";
import { upperBound } from "./proofs.ts";
import { type AnalysisSettings, errorBound, lnLimits, MAX_SLOW_RATIO, PREVIOUS_PART } from "./settings.ts";
import type { Finding } from "./verdict.ts";

const { log, max, min } = Math;

/** The running bets of the sequential judge. */
export interface SequentialState {
  readonly judge: "sequential";
  readonly bins: number;
  /** Against "the canary's errors are at most `tolerance` times as likely as the baseline's". */
  readonly errors: Bets;
  /** The same of slow requests. */
  readonly slow: Bets;
  /** Against "the canary fails at most `maxErrorRatio` of its requests", and the same of the baseline. */
  readonly absolute: Bets;
  readonly baselineAbsolute: Bets;
  /** Against "at most 5 % of the canary's requests are slow", that is: p95 within its bound. */
  readonly slowAbsolute: Bets;
  /** Whether another version served beside the canary in the last bin. */
  readonly compared: boolean;
  /** Counts of the last minutes, older ones fading. */
  readonly recent: Sides;
  readonly lastT: number;
}

/** In shared incidents the canary must be this many times as bad as the baseline for the absolute bound to count. */
const CLEARLY_WORSE = 2;

const RECENT_HALF_LIFE_MS = 200_000;

export const noBets: SequentialState = {
  judge: "sequential",
  bins: 0,
  errors: [],
  slow: [],
  absolute: [],
  baselineAbsolute: [],
  slowAbsolute: [],
  compared: false,
  recent: { canary: nothing, baseline: nothing },
  lastT: 0,
};

/** The bets after one more bin. */
export function betOn(state: SequentialState, bin: Bin, settings: AnalysisSettings): SequentialState {
  const { bins } = state;
  const { canary } = bin;
  const baseline = concurrentBaseline(bin);
  const bound = errorBound(settings);
  const more = (bets: Bets, payoffs: readonly number[]) => grow(bets, payoffs, bins, settings);
  const above = (hits: number, trials: number, limit: number) =>
    excessRatios(limit).map((ratio) => lnPayoff(hits, trials, limit, ratio) / settings.burst);
  return {
    judge: "sequential",
    bins: bins + 1,
    errors: more(
      state.errors,
      compare(bin, (counts) => counts.errors, settings),
    ),
    slow: more(
      state.slow,
      compare(bin, (counts) => counts.slow, settings),
    ),
    absolute: more(state.absolute, above(canary.errors, canary.requests, bound)),
    baselineAbsolute: more(state.baselineAbsolute, above(baseline?.errors ?? 0, baseline?.requests ?? 0, bound)),
    slowAbsolute: more(state.slowAbsolute, above(canary.slow, canary.requests, MAX_SLOW_RATIO)),
    compared: baseline !== undefined,
    recent: addBin(state.recent, bin, 0.5 ** (max(0, bin.t - state.lastT) / RECENT_HALF_LIFE_MS)),
    lastT: bin.t,
  };
}

/** Given how many hits there were in both versions: on which side did they fall? No data = no evidence. */
function compare(bin: Bin, hitsOf: (counts: Counts) => number, settings: AnalysisSettings): readonly number[] {
  const { tolerance, previous, alpha, burst } = settings;
  const baseline = concurrentBaseline(bin);
  const bet = (trials: number, share: number) =>
    ratios.map((ratio) => lnPayoff(hitsOf(bin.canary), trials, share, ratio / tolerance) / burst);
  if (baseline !== undefined) {
    const share = bin.canary.requests / (bin.canary.requests + baseline.requests);
    const hits = hitsOf(bin.canary) + hitsOf(baseline);
    return hits === 0 ? noEvidence : bet(hits, tolerated(share, tolerance));
  }
  if (previous === undefined) return noEvidence;
  // The previous version is known from a sample only: what it may have been at worst is what counts.
  const worst = upperBound(hitsOf(previous), previous.requests, (alpha * PREVIOUS_PART) / 2) * tolerance;
  return worst < 1 ? bet(bin.canary.requests, worst) : noEvidence;
}

const noEvidence: readonly number[] = ratios.map(() => 0);

/** What the bets prove so far. */
export function findInBets(state: SequentialState, totals: Sides, settings: AnalysisSettings): Finding {
  const { weights } = settings;
  const worth = (bets: Bets) => lnWorth(bets, state.bins, settings);
  const limits = lnLimits(settings);
  const ln = {
    errors: worth(state.errors),
    absolute: worth(state.absolute),
    // Both must hold: p95 is over its bound, and the baseline is not as slow.
    latency: min(worth(state.slow), worth(state.slowAbsolute)),
  };
  const shared = isShared(state, worth(state.baselineAbsolute) >= limits.suspicious);
  const errorSign = max(ln.errors, shared ? 0 : ln.absolute) >= limits.suspicious;
  const parts = {
    errors: log(weights.errors) + ln.errors,
    absolute: log(weights.absolute) + ln.absolute,
    latency: log(weights.latency) + ln.latency,
  };
  const counted = [
    parts.errors,
    shared ? -Infinity : parts.absolute,
    errorSign || settings.latency === "alone" ? parts.latency : -Infinity,
  ];
  const lnCounted = counted.reduce(lnAdd, -Infinity);
  const lnAll = Object.values(parts).reduce(lnAdd, -Infinity);
  const told = { totals, ln, settings, compared: totals.baseline.requests > 0 };
  const finding: Finding = { eValue: fromLn(lnAll), signals: signalsOf(ln, totals) };
  if (lnCounted >= limits.proved) {
    const worst = counted.indexOf(max(...counted));
    const sentences = [comparisonSentence(told), absoluteSentence(told), latencySentence(told)];
    return {
      ...finding,
      rollback: {
        trigger: worst === 2 ? "latency" : "error-rate-spike",
        evidence: [sentences[worst] ?? [], ...sentences.filter((_, index) => index !== worst)].flat(),
      },
    };
  }
  if (shared && ln.absolute >= limits.suspicious && worth(state.baselineAbsolute) >= limits.suspicious) {
    return { ...finding, incident: incidentSentence(state.recent, errorBound(settings)) };
  }
  if (lnAll < limits.suspicious) return finding;
  const odd = parts.latency === max(...Object.values(parts)) ? latencySentence(told) : comparisonSentence(told);
  return { ...finding, suspicion: ["Not proved, but too odd to go on:", ...odd].join(" ") };
}

/** Whether the baseline is ill in the same way, so that the absolute bound says nothing about the release. */
function isShared({ compared, recent }: SequentialState, baselineBroken: boolean): boolean {
  if (!compared) return false;
  return baselineBroken || errorRatio(recent.canary) < CLEARLY_WORSE * errorRatio(recent.baseline);
}

function signalsOf(
  ln: { readonly errors: number; readonly absolute: number; readonly latency: number },
  totals: Sides,
): Finding["signals"] {
  const { canary, baseline } = totals;
  const both = (of: (counts: Counts) => number) => ({
    ...(canary.requests > 0 ? { canary: of(canary) / canary.requests } : {}),
    ...(baseline.requests > 0 ? { baseline: of(baseline) / baseline.requests } : {}),
  });
  return [
    { name: "errors", ...both((counts) => counts.errors), eValue: fromLn(ln.errors) },
    { name: "absolute", ...(canary.requests > 0 ? { canary: errorRatio(canary) } : {}), eValue: fromLn(ln.absolute) },
    { name: "latency", ...both((counts) => counts.slow), eValue: fromLn(ln.latency) },
  ];
}
