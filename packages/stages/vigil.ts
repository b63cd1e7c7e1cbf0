import { markOdd, observeBin, startAnalysis, weightsWithScore, type AnalysisState, type UsualModel } from "#analysis";
import type { Bin, Reading, Watch } from "#monitors";

import type { Rollout, Seen, Vigil } from "./rollout-context.ts";
import { usualHere } from "./usual.ts";

const binMs = 1000;

/** A vigil over the version of a rollout. Nothing is asked of the monitor before `begin`. */
export function openVigil(rollout: Omit<Rollout, "vigil">, horizonMs: number): Vigil {
  const { context, target, artifact, previous, settings } = rollout;
  let watch: Watch | undefined;
  let measures: readonly string[] = [];
  let analysis = knownAnalysis(rollout) ?? freshAnalysis(rollout, horizonMs, undefined);
  let usual: UsualModel | undefined;
  let seen: Seen = { requests: 0, errors: 0, p95Ms: undefined };
  let silence: string | undefined;
  let startedAt = 0;
  let share: { readonly percent: number; readonly sinceMs: number } | undefined;

  const take = (bins: readonly Bin[]) => {
    for (const bin of bins) {
      // A bin in which the share changed has no one share to be compared with.
      const weight = share !== undefined && bin.t >= share.sinceMs + binMs ? share.percent / 100 : undefined;
      const marked = usual === undefined ? bin : markOdd(bin, usual, startedAt + bin.t);
      analysis = observeBin(analysis, weight === undefined ? marked : { ...marked, weight });
      seen = { ...seen, requests: seen.requests + bin.canary.requests, errors: seen.errors + bin.canary.errors };
    }
  };
  const hear = (reading: Reading) => {
    // Nobody asked for anything: that is little traffic, not a silent monitor, and never a reason to go back (decision 40).
    silence = reading.state === "stale" || reading.state === "error" ? reading.reason : undefined;
    if (reading.state !== "data" && reading.state !== "partial") return;
    take(reading.bins);
    seen = { ...seen, p95Ms: reading.p95Ms ?? seen.p95Ms };
  };

  return {
    async begin() {
      if (watch !== undefined) return;
      const monitor = await context.monitor(rollout.environment, target);
      ({ measures } = monitor);
      usual = rollout.environment === "production" ? await usualHere(context) : undefined;
      analysis = knownAnalysis(rollout) ?? freshAnalysis(rollout, horizonMs, usual);
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
    get seen() {
      return seen;
    },
    get silence() {
      return silence;
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
  const { driver } = context;
  if (artifact.version !== driver.record.plan.tag) return undefined;
  const known = driver.record.watches.findLast((watched) => watched.environment === environment)?.analysis;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was an AnalysisState when it was recorded
  return known === undefined ? undefined : (known as unknown as AnalysisState);
}

function freshAnalysis(
  { context, settings }: Omit<Rollout, "vigil">,
  horizonMs: number,
  usual: UsualModel | undefined,
): AnalysisState {
  const { alpha, latency } = context.config.analysis;
  return startAnalysis({
    alpha,
    latency,
    maxErrorRatio: "rollbackErrorRatio" in settings ? settings.rollbackErrorRatio : settings.maxErrorRatio,
    normalErrorRatio: settings.maxErrorRatio,
    horizonBins: Math.max(2, Math.ceil(horizonMs / binMs)),
    ...(usual === undefined ? {} : { weights: weightsWithScore }),
  });
}
