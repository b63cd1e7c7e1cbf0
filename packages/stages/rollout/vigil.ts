import {
  judge,
  markOdd,
  observeBin,
  startAnalysis,
  weightsWithScore,
  type AnalysisState,
  type UsualModel,
} from "#analysis";
import type { Bin, Reading, Watch } from "#monitors";

import { knownBaseline, ownRatio } from "./baseline.ts";
import { isSpared } from "./question.ts";
import { lastMinutes } from "./last-minutes.ts";
import { noStrain, strainAfter } from "./resources.ts";
import type { Rollout, Seen, Vigil } from "./rollout-context.ts";
import { usualHere } from "./usual.ts";

/** The clocks of a monitor and of ours may differ by so much, and a shift takes effect for a moment. */
const settleMs = 1000;

/** A vigil over the version of a rollout. Nothing is asked of the monitor before `begin`. */
export function openVigil(rollout: Omit<Rollout, "vigil">): Vigil {
  const { context, target, artifact, previous, settings } = rollout;
  let watch: Watch | undefined;
  let measures: readonly string[] = [];
  let isOwnTraffic = false;
  let analysis = knownAnalysis(rollout) ?? freshAnalysis(rollout, undefined);
  let judged: { readonly of: AnalysisState; readonly verdict: Vigil["judged"] } | undefined;
  let usual: UsualModel | undefined;
  let seen: Seen = { requests: 0, errors: 0, p95Ms: undefined };
  let silence: string | undefined;
  const remarks = new Set<string>();
  let startedAt = 0;
  let share: { readonly percent: number; readonly sinceMs: number } | undefined;
  let strain = noStrain;
  const lately = lastMinutes();

  /** A bin in which the share changed has no one share to be compared with; nor have requests that we send ourselves. */
  const weightOf = ({ t }: Bin): number | undefined =>
    isOwnTraffic || share === undefined || t < share.sinceMs + settleMs ? undefined : share.percent / 100;
  const take = (bins: readonly Bin[]) => {
    for (const bin of bins) {
      const weight = weightOf(bin);
      // Nobody beside it is not somebody without requests.
      const { baseline, ...alone } = usual === undefined ? bin : markOdd(bin, usual, startedAt + bin.t);
      const isAlone = baseline === undefined || previous === undefined || previous === artifact.version;
      const sides = isAlone ? alone : { ...alone, baseline };
      analysis = observeBin(analysis, weight === undefined ? sides : { ...sides, weight });
      seen = { ...seen, requests: seen.requests + bin.canary.requests, errors: seen.errors + bin.canary.errors };
      lately.add(bin);
    }
  };
  const hear = (reading: Reading) => {
    // Nobody asked for anything: that is little traffic, not a silent monitor, and never a reason to go back (decision 40).
    silence = reading.state === "stale" || reading.state === "error" ? reading.reason : undefined;
    strain = strainAfter(strain, reading, { settings, nowMs: context.clock.now() });
    if (reading.state !== "data" && reading.state !== "partial") return;
    if (reading.state === "partial") remarks.add(reading.reason);
    take(reading.bins);
    seen = { ...seen, p95Ms: reading.p95Ms ?? seen.p95Ms };
  };

  return {
    async begin() {
      if (watch !== undefined) return;
      usual = rollout.environment === "production" ? await usualHere(context) : undefined;
      // Only now is it known what the version before did.
      analysis = knownAnalysis(rollout) ?? freshAnalysis(rollout, usual);
      const monitor = await context.monitor(rollout.environment, target);
      ({ measures } = monitor);
      isOwnTraffic = monitor.name === "probe";
      startedAt = context.clock.now();
      watch = await monitor.begin({
        canary: artifact.version,
        ...(previous === undefined || previous === artifact.version ? {} : { baseline: previous }),
        slowMs: settings.maxP95,
        signal: context.signal,
      });
    },
    shifted(percent) {
      share = { percent, sinceMs: context.clock.now() - startedAt };
    },
    async read() {
      if (watch !== undefined) hear(await watch.read());
    },
    get analysis() {
      return analysis;
    },
    get judged() {
      // Its sentences take a while, and several look at the same second.
      if (judged?.of !== analysis) judged = { of: analysis, verdict: judge(analysis) };
      return judged.verdict;
    },
    get seen() {
      return seen;
    },
    get lately() {
      return lately.counts;
    },
    get silence() {
      return silence;
    },
    get remarks() {
      return [...remarks].slice(0, 5);
    },
    get strain() {
      return strain;
    },
    get measures() {
      return measures;
    },
    async end() {
      await watch?.end();
      watch = undefined;
    },
  };
}

/** What a driver before us had seen of this very version in this environment. */
function knownAnalysis({ context, environment, artifact }: Omit<Rollout, "vigil">): AnalysisState | undefined {
  const { record } = context.driver;
  if (artifact.version !== record.plan.tag) return undefined;
  const noted = record.watching?.environment === environment ? record.watching : undefined;
  const known =
    noted ?? record.watches.findLast((watched) => watched.environment === environment && !isSpared(record, watched));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was an AnalysisState when it was recorded
  return known?.analysis === undefined ? undefined : (known.analysis as unknown as AnalysisState);
}

function freshAnalysis(rollout: Omit<Rollout, "vigil">, usual: UsualModel | undefined): AnalysisState {
  const { context, settings } = rollout;
  const { alpha, latency } = context.config.analysis;
  const previous = knownBaseline(rollout);
  return startAnalysis({
    judge: context.config.analysis.judge,
    alpha,
    latency,
    maxErrorRatio: "rollbackErrorRatio" in settings ? settings.rollbackErrorRatio : settings.maxErrorRatio,
    normalErrorRatio: settings.maxErrorRatio,
    ...(previous === undefined ? {} : { previous, previousErrorRatio: ownRatio(previous) }),
    ...(usual === undefined ? {} : { weights: weightsWithScore }),
  });
}
