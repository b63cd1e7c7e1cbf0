import { type Before, lastOf, learnBefore, nothingBefore } from "./before.ts";
import { fromLn } from "./bets.ts";
import { addBin, type Bin, checkBin, type Counts, errorRatio, failedRatio, nothing, type Sides } from "./counts.ts";
import { percent, sightSentences } from "./evidence.ts";
import { isOddlyAbove, provedBelow } from "./proofs.ts";
import { betOn, findInBets, noBets, type SequentialState } from "./sequential.ts";
import { type AnalysisSettings, completeSettings, lnLimits } from "./settings.ts";
import { countMinute, findInMinutes, noMinutes, type ThresholdState } from "./threshold.ts";
import { lnShareWrong, type ShareBets, watchShare } from "./traffic-share.ts";
import type { Finding, Verdict } from "./verdict.ts";

/** Everything the analysis remembers: plain JSON, about 2 kB. A stored state goes on exactly where it stopped. */
export interface AnalysisState {
  readonly settings: AnalysisSettings;
  readonly totals: Sides;
  readonly share: ShareBets;
  readonly before: Before;
  readonly engine: SequentialState | ThresholdState;
  /** The verdict to roll back, once reached. Nothing that is seen later changes it. */
  readonly latched?: Verdict;
}

/** Bounds that a proof of safety is tried for, besides `maxErrorRatio`. */
const provableBounds: readonly number[] = [0.02, 0.01];

/** Begins a watch. What is left out takes its default; the settings are frozen into the state. */
export function startAnalysis(settings: Partial<AnalysisSettings> = {}): AnalysisState {
  const complete = completeSettings(settings);
  return {
    settings: complete,
    totals: { canary: nothing, baseline: nothing },
    share: [],
    before: nothingBefore,
    engine: complete.judge === "sequential" ? noBets : noMinutes,
  };
}

/** The state after one more interval. A rollback that is proved by it is latched: later intervals change nothing. */
export function observeBin(state: AnalysisState, bin: Bin): AnalysisState {
  if (state.latched !== undefined) return state;
  checkBin(bin);
  const { settings, engine } = state;
  const before = learnBefore(state.before, bin, Math.max(0, bin.t - state.engine.lastT), settings);
  const next: AnalysisState = {
    settings,
    totals: addBin(state.totals, bin),
    share: watchShare(state.share, bin),
    before,
    engine:
      engine.judge === "sequential" ? betOn(engine, bin, { before, settings }) : countMinute(engine, bin, settings),
  };
  const finding = findIn(next);
  if (finding.rollback === undefined) return next;
  return { ...next, latched: rollBack(finding, finding.rollback) };
}

/** What to do now, and why. Never rolls back without evidence, never promotes without data. */
export function judge(state: AnalysisState): Verdict {
  if (state.latched !== undefined) return state.latched;
  const { totals, settings } = state;
  const finding = findIn(state);
  const common = { eValue: finding.eValue, signals: [...finding.signals(), shareSignal(state)] };
  if (finding.incident !== undefined)
    return { ...common, verdict: "hold", trigger: "incident", evidence: [finding.incident] };
  const proved = provedBelow(totals.canary, [settings.maxErrorRatio, ...provableBounds]);
  const sight = sightSentences(totals, proved, settings);
  const doubts = [noData(totals.canary), wrongShare(state), finding.suspicion, notNormal(state)].filter(
    (doubt) => doubt !== undefined,
  );
  return {
    ...common,
    verdict: doubts.length === 0 ? "promote" : "hold",
    evidence: totals.canary.requests === 0 ? doubts : [...doubts, ...sight],
    ...(proved === undefined ? {} : { provedBelow: proved }),
  };
}

function findIn({ engine, totals, before, settings }: AnalysisState): Finding {
  return engine.judge === "sequential"
    ? findInBets(engine, { totals, before, settings })
    : findInMinutes(engine, { before, settings });
}

function rollBack({ eValue, signals }: Finding, { trigger, evidence }: NonNullable<Finding["rollback"]>): Verdict {
  return { verdict: "rollback", trigger, evidence, eValue, signals: signals() };
}

function noData({ requests }: Counts): string | undefined {
  return requests === 0 ? "The canary has not answered a single request: nothing is known about it." : undefined;
}

function wrongShare({ share, totals, settings }: AnalysisState): string | undefined {
  if (lnShareWrong(share) < lnLimits(settings).proved) return undefined;
  const { canary, baseline } = totals;
  const observed = canary.requests / (canary.requests + baseline.requests);
  return `The canary does not get the share of the traffic that it should (so far ${percent(observed)}): check the weights of the load balancer.`;
}

/** Between "normal" and "proved bad": no reason to go back, and none to go on (decisions 41 and 42). */
function notNormal({ engine, before, settings }: AnalysisState): string | undefined {
  const lately = engine.judge === "sequential" ? engine.recent : engine.last;
  const last = lastOf(before, settings);
  const had = Math.max(
    settings.previousErrorRatio ?? 0,
    last === undefined ? 0 : failedRatio(last),
    before.peak.errors,
  );
  const normal = Math.max(settings.normalErrorRatio, had * settings.tolerance);
  if (!isOddlyAbove(lately.canary, normal)) return undefined;
  return `The canary lately fails ${percent(errorRatio(lately.canary))} of its requests; normal is at most ${percent(normal)}.`;
}

function shareSignal({ share, totals }: AnalysisState): Verdict["signals"][number] {
  const requests = totals.canary.requests + totals.baseline.requests;
  return {
    name: "traffic-share",
    ...(requests > 0 ? { canary: totals.canary.requests / requests } : {}),
    eValue: fromLn(lnShareWrong(share)),
  };
}
