import { judge, observeBin, startAnalysis, type AnalysisState } from "#analysis";
import type { FactBody, Health } from "#machine";
import type { Bin, Reading } from "#monitors";

import { attended, type StageContext } from "./context.ts";
import type { Rollout, Verdict } from "./rollout.ts";

export interface WatchPlan {
  /** Name of the moment: `25%`, `staging`, `final`. */
  readonly point: string;
  /** Share of the new version, 0–100, when this is a canary step. */
  readonly percent?: number;
  readonly forMs: number;
}

type Watched = Extract<FactBody, { type: "watched" }>;

interface Progress {
  readonly analysis: AnalysisState;
  readonly requests: number;
  readonly errors: number;
  readonly p95Ms: number | undefined;
  readonly failedHealthChecks: number;
  /** What the monitor said instead of data, the last time. */
  readonly silence: string | undefined;
}

/** One look a second at what clients got. */
const lookEveryMs = 1000;
/** Health checks that must fail in a row (decision 12). */
const failuresInARow = 3;

/**
 * Watches the version for a while. Data that proves it worse ends the watch with a verdict at once; a monitor that has
 * no data extends it once (decision 41), and then the version is not proved.
 */
export async function watchTraffic(
  rollout: Rollout,
  plan: WatchPlan,
): Promise<{ readonly watched: Watched; readonly verdict: Verdict | undefined }> {
  const { context, settings, target, artifact, previous } = rollout;
  const { clock } = context;
  const monitor = await context.monitor(rollout.environment, target);
  return attended(context, async (signal) => {
    const baseline = plan.percent === 100 || plan.percent === undefined ? undefined : previous;
    const watch = await monitor.begin({
      canary: artifact.version,
      ...(baseline === undefined ? {} : { baseline }),
      slowMs: settings.maxP95,
      signal,
    });
    try {
      const startedAt = clock.now();
      const end = await look(rollout, plan, () => watch.read(), { startedAt, signal });
      return conclude(rollout, plan, end, clock.now() - startedAt, monitor.measures);
    } finally {
      await watch.end();
    }
  });
}

interface End {
  readonly progress: Progress;
  readonly verdict: Verdict | undefined;
}

async function look(
  rollout: Rollout,
  plan: WatchPlan,
  read: () => Promise<Reading>,
  { startedAt, signal }: { readonly startedAt: number; readonly signal: AbortSignal },
): Promise<End> {
  const { context, settings } = rollout;
  const { clock } = context;
  let progress = freshProgress(rollout, plan);
  let nextHealthAt = startedAt;
  let endAt = startedAt + plan.forMs;
  for (;;) {
    if (clock.now() >= nextHealthAt) {
      progress = await checkHealth(rollout, progress);
      nextHealthAt += settings.healthEvery;
    }
    progress = addReading(progress, await read(), plan);
    tell(rollout, plan, progress);
    const verdict = verdictNow(progress);
    if (verdict !== undefined) return { progress, verdict };
    if (clock.now() >= endAt && !isHeld(context)) {
      const doubt = doubtAbout(progress);
      if (doubt === undefined) return { progress, verdict: undefined };
      if (endAt > startedAt + plan.forMs)
        return { progress, verdict: { trigger: "not-proved", reason: doubt, evidence: [] } };
      context.say(`${rollout.environment}: ${doubt} Watching once more as long`);
      endAt += Math.max(plan.forMs, lookEveryMs);
    }
    await clock.sleep(isHeld(context) ? lookEveryMs : Math.min(lookEveryMs, Math.max(0, endAt - clock.now())), signal);
  }
}

const isHeld = ({ driver }: StageContext) => driver.record.requests.some(({ kind }) => kind === "hold");

function freshProgress({ context, settings }: Rollout, plan: WatchPlan): Progress {
  const bound = "rollbackErrorRatio" in settings ? settings.rollbackErrorRatio : settings.maxErrorRatio;
  const { alpha, latency } = context.config.analysis;
  return {
    analysis: startAnalysis({
      alpha,
      latency,
      maxErrorRatio: bound,
      normalErrorRatio: settings.maxErrorRatio,
      horizonBins: Math.max(2, Math.ceil(plan.forMs / lookEveryMs)),
    }),
    requests: 0,
    errors: 0,
    p95Ms: undefined,
    failedHealthChecks: 0,
    silence: undefined,
  };
}

async function checkHealth({ target, artifact, context }: Rollout, progress: Progress): Promise<Progress> {
  const revision = (await target.observe()).revisions.find(({ version }) => version === artifact.version);
  if (revision?.healthy === true) return { ...progress, failedHealthChecks: 0 };
  const failedHealthChecks = progress.failedHealthChecks + 1;
  context.say(`health check ${failedHealthChecks} in a row failed`);
  return { ...progress, failedHealthChecks };
}

function addReading(progress: Progress, reading: Reading, plan: WatchPlan): Progress {
  // Nobody asked for anything: that is little traffic, not a silent monitor, and never a reason to go back (decision 40).
  if (reading.state === "no-data") return { ...progress, silence: undefined };
  if (reading.state === "stale" || reading.state === "error") return { ...progress, silence: reading.reason };
  let { analysis, requests, errors } = progress;
  for (const bin of reading.bins) {
    analysis = observeBin(analysis, analysisBin(bin, plan));
    requests += bin.canary.requests;
    errors += bin.canary.errors;
  }
  return { ...progress, analysis, requests, errors, p95Ms: reading.p95Ms ?? progress.p95Ms, silence: undefined };
}

function analysisBin(bin: Bin, plan: WatchPlan): Parameters<typeof observeBin>[1] {
  const alone = plan.percent === undefined || plan.percent === 100;
  return {
    t: bin.t,
    canary: bin.canary,
    ...(alone ? {} : { baseline: bin.baseline, weight: (plan.percent ?? 100) / 100 }),
  };
}

function verdictNow(progress: Progress): Verdict | undefined {
  if (progress.failedHealthChecks >= failuresInARow) {
    return { trigger: "health-check-failure", reason: `${failuresInARow} health checks in a row failed`, evidence: [] };
  }
  const judged = judge(progress.analysis);
  if (judged.verdict !== "rollback") return undefined;
  const reason = judged.evidence[0] ?? "The new version is worse than its bound";
  return { trigger: judged.trigger ?? "error-rate-spike", reason, evidence: judged.evidence };
}

/** Why the watch cannot end well yet (decision 41); too little traffic to tell is no such reason (decision 40). */
function doubtAbout({ silence, requests, analysis }: Progress): string | undefined {
  if (silence !== undefined) return `The monitor gives no data: ${silence}.`;
  const judged = judge(analysis);
  const share = judged.signals.find(({ name }) => name === "traffic-share")?.eValue ?? 0;
  if (judged.verdict !== "hold" || (requests === 0 && share < wrongShareProof)) return undefined;
  return judged.evidence[0] ?? "The judge holds.";
}

/** How much likelier a wrong traffic share must be before silence of the canary counts against it. */
const wrongShareProof = 400;

function conclude(
  rollout: Rollout,
  plan: WatchPlan,
  { progress, verdict }: End,
  durationMs: number,
  measures: readonly string[],
): { readonly watched: Watched; readonly verdict: Verdict | undefined } {
  const healthChecks: Health = progress.failedHealthChecks >= failuresInARow ? "failing" : "passing";
  const evidence = verdict === undefined ? judge(progress.analysis).evidence : [verdict.reason, ...verdict.evidence];
  const watched: Watched = {
    type: "watched",
    environment: rollout.environment,
    point: plan.point,
    status: verdict === undefined ? "passed" : "failed",
    durationMs,
    ...(progress.requests === 0 ? {} : { errorRatio: progress.errors / progress.requests }),
    ...(progress.p95Ms === undefined ? {} : { p95Ms: progress.p95Ms }),
    requests: progress.requests,
    healthChecks,
    notMeasured: ["errors", "latency", "cpu", "memory"].filter((signal) => !measures.includes(signal)),
    evidence,
  };
  return { watched, verdict };
}

function tell({ context, environment }: Rollout, plan: WatchPlan, { requests, errors, p95Ms }: Progress): void {
  const p95 = p95Ms === undefined ? "" : `, p95 ${Math.round(p95Ms)} ms`;
  context.say(`${environment}: watching ${plan.point}: ${requests} requests, ${errors} errors${p95}`);
}
