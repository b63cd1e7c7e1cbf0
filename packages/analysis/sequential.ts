import { kept, lastOf, type Before } from "./before.ts";
import { excessRatios, fromLn, lnAdd, lnPayoffInUnrest, ratios, tolerated } from "./bets.ts";
import { type Bets, grow, lnWorth, startsAt } from "./capital.ts";
import { type Claim, claimOf, excessPayoffs, guarded, slowBound } from "./claim.ts";
import { addBin, type Bin, concurrentBaseline, type Counts, errorRatio, nothing, type Sides } from "./counts.ts";
import { absoluteSentence, comparisonSentence, incidentSentence, latencySentence, oddSentence } from "./evidence.ts";
import { steady, type Unrest } from "./scatter.ts";
import { type AnalysisSettings, errorBound, lnLimits, MAX_SLOW_RATIO } from "./settings.ts";
import type { Finding, Signal } from "./verdict.ts";

const { log, max, min } = Math;

/** The running bets of the sequential judge. */
export interface SequentialState {
  readonly judge: "sequential";
  readonly bins: number;
  /** Against "the canary's errors are at most `tolerance` times as likely as the baseline's". */
  readonly errors: Bets;
  /**
   * The same of failed requests, from the first bin on that counts them besides `errors`; empty before. A unit that
   * met both versions is an error of each, which favours the smaller side; its failed requests are not. Both must hold.
   */
  readonly failed: Bets;
  /** The same of slow requests, and of those that a model finds odd. */
  readonly slow: Bets;
  readonly odd: Bets;
  /** Against "the canary fails no more than `maxErrorRatio`, or than clearly worse than the baseline, of its requests". */
  readonly absolute: Bets;
  /** Against "at most `maxErrorRatio` of its requests fail", whatever the other version does. */
  readonly canaryBroken: Bets;
  readonly baselineBroken: Bets;
  /** Against "at most 5 % of the canary's requests are slow", that is: p95 within its bound. */
  readonly slowAbsolute: Bets;
  /** Whether another version served beside the canary in the last bin. */
  readonly compared: boolean;
  /** Counts of the last minutes, older ones fading. */
  readonly recent: Sides;
  readonly lastT: number;
}

const RECENT_HALF_LIFE_MS = 200_000;

const none = (count: number): Bets => Array.from({ length: count }, () => 0);
const alternatives = none(ratios.length);
const excesses = none(excessRatios(MAX_SLOW_RATIO).length);

export const noBets: SequentialState = {
  judge: "sequential",
  bins: 0,
  errors: alternatives,
  failed: [],
  slow: alternatives,
  odd: [],
  absolute: excesses,
  canaryBroken: excesses,
  baselineBroken: excesses,
  slowAbsolute: excesses,
  compared: false,
  recent: { canary: nothing, baseline: nothing },
  lastT: 0,
};

/** The bets after one more bin. `before` knows its baseline already. */
export function betOn(
  state: SequentialState,
  bin: Bin,
  { before, settings }: { readonly before: Before; readonly settings: AnalysisSettings },
): SequentialState {
  const { canary } = bin;
  const baseline = concurrentBaseline(bin);
  const start = startsAt(state, bin.t, settings);
  const bound = claimOf(errorBound(settings));
  const clearlyWorse = guarded(bound, before, { canary, baseline });
  const above = (bets: Bets, hits: number, trials: number, claim: Claim | undefined) =>
    grow(
      bets,
      trials === 0 || claim === undefined ? undefined : excessPayoffs(hits, trials, claim, settings.burst),
      start,
    );
  const against = (bets: Bets, hitsOf: (counts: Counts) => number, kind?: "errors" | "slow") =>
    grow(bets, compare(bin, hitsOf, kind && pastOf(before, kind), settings), start);
  const countsFailed = canary.failed !== undefined || baseline?.failed !== undefined;
  const failed = state.failed.length === 0 && countsFailed ? state.errors : state.failed;
  return {
    judge: "sequential",
    bins: state.bins + 1,
    errors: against(state.errors, (counts) => counts.errors, "errors"),
    failed: failed.length === 0 ? failed : against(failed, failedBeside(baseline), "errors"),
    slow: against(state.slow, (counts) => counts.slow, "slow"),
    odd:
      settings.weights.score === undefined
        ? []
        : against(state.odd.length === 0 ? alternatives : state.odd, (counts) => counts.odd ?? 0),
    absolute: above(state.absolute, canary.errors, canary.requests, clearlyWorse),
    canaryBroken: above(state.canaryBroken, canary.errors, canary.requests, bound),
    baselineBroken: above(state.baselineBroken, baseline?.errors ?? 0, baseline?.requests ?? 0, bound),
    slowAbsolute: above(state.slowAbsolute, canary.slow, canary.requests, slowBound),
    compared: baseline !== undefined,
    recent: addBin(state.recent, bin, kept(max(0, bin.t - state.lastT), RECENT_HALF_LIFE_MS)),
    lastT: max(bin.t, state.lastT),
  };
}

/** No unit meets both versions where only one serves. */
function failedBeside(baseline: Counts | undefined): (counts: Counts) => number {
  return ({ errors, failed = errors }) => (baseline === undefined ? errors : failed);
}

/** Given how many hits there were in both versions: on which side did they fall? No data = no evidence. */
function compare(
  bin: Bin,
  hitsOf: (counts: Counts) => number,
  past: Past | undefined,
  { tolerance, burst }: AnalysisSettings,
): readonly number[] | undefined {
  const baseline = concurrentBaseline(bin);
  const { requests } = bin.canary;
  const bet = (trials: number, share: number, unrest = steady) =>
    ratios.map(
      (ratio) => lnPayoffInUnrest(hitsOf(bin.canary), trials, { share, ratio: ratio / tolerance }, unrest) / burst,
    );
  if (baseline !== undefined) {
    const hits = hitsOf(bin.canary) + hitsOf(baseline);
    return hits === 0 ? undefined : bet(hits, tolerated(requests / (requests + baseline.requests), tolerance));
  }
  if (past === undefined || requests === 0 || past.worst * tolerance >= 1) return undefined;
  return bet(requests, past.worst * tolerance, past.unrest);
}

/** What the version before had of one kind at worst, and how much that swung. */
interface Past {
  readonly worst: number;
  readonly unrest: Unrest;
}

function pastOf({ worst }: Before, kind: "errors" | "slow"): Past | undefined {
  return worst && { worst: worst[kind], unrest: worst.unrest[kind] };
}

/** What the bets prove so far. */
export function findInBets(
  state: SequentialState,
  {
    totals,
    before,
    settings,
  }: { readonly totals: Sides; readonly before: Before; readonly settings: AnalysisSettings },
): Finding {
  const { weights } = settings;
  const worth = (bets: Bets) => lnWorth(bets, state, settings);
  const limits = lnLimits(settings);
  const ln = {
    errors: state.failed.length === 0 ? worth(state.errors) : min(worth(state.errors), worth(state.failed)),
    absolute: worth(state.absolute),
    // Both must hold: p95 is over its bound, and the baseline is not as slow.
    latency: min(worth(state.slow), worth(state.slowAbsolute)),
    score: worth(state.odd),
  };
  const parts = [
    log(weights.errors) + ln.errors,
    log(weights.absolute) + ln.absolute,
    log(weights.latency) + ln.latency,
    log(weights.score ?? 0) + ln.score,
  ];
  // Slow or odd requests roll back only beside a sign of errors (decision 12), or where slowness is to do so alone.
  const errorSign = max(ln.errors, ln.absolute) >= limits.suspicious;
  const counted = parts.map((part, index) =>
    index < 2 || errorSign || (index === 2 && settings.latency === "alone") ? part : -Infinity,
  );
  const lnAll = parts.reduce(lnAdd, -Infinity);
  const told = { totals, ln, settings, compared: state.compared, last: lastOf(before, settings) };
  const finding: Finding = { eValue: fromLn(lnAll), signals: () => signalsOf(ln, totals, weights.score !== undefined) };
  const sentences = () => [comparisonSentence(told), absoluteSentence(told), latencySentence(told), oddSentence(told)];
  if (counted.reduce(lnAdd, -Infinity) >= limits.proved) {
    const worst = counted.indexOf(max(...counted));
    const [first, ...others] = [worst, ...[0, 1, 2].filter((index) => index !== worst)].map(
      (index) => sentences()[index] ?? [],
    );
    return {
      ...finding,
      rollback: {
        trigger: worst === 2 ? "latency" : "error-rate-spike",
        evidence: [...(first ?? []), ...others.flat()],
      },
    };
  }
  if (state.compared && min(worth(state.canaryBroken), worth(state.baselineBroken)) >= limits.suspicious) {
    return { ...finding, incident: incidentSentence(state.recent, errorBound(settings)) };
  }
  if (lnAll < limits.suspicious) return finding;
  const odd = sentences()[parts.indexOf(max(...parts))] ?? [];
  return { ...finding, suspicion: ["Not proved, but too odd to go on:", ...odd].join(" ") };
}

function signalsOf(
  ln: { readonly errors: number; readonly absolute: number; readonly latency: number; readonly score: number },
  totals: Sides,
  scored: boolean,
): readonly Signal[] {
  const { canary, baseline } = totals;
  const both = (of: (counts: Counts) => number) => ({
    ...(canary.requests > 0 ? { canary: of(canary) / canary.requests } : {}),
    ...(baseline.requests > 0 ? { baseline: of(baseline) / baseline.requests } : {}),
  });
  return [
    { name: "errors", ...both((counts) => counts.errors), eValue: fromLn(ln.errors) },
    { name: "absolute", ...(canary.requests > 0 ? { canary: errorRatio(canary) } : {}), eValue: fromLn(ln.absolute) },
    { name: "latency", ...both((counts) => counts.slow), eValue: fromLn(ln.latency) },
    ...(scored ? [{ name: "score" as const, ...both((counts) => counts.odd ?? 0), eValue: fromLn(ln.score) }] : []),
  ];
}
