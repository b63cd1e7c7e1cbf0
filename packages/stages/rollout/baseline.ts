import { upperBound, type Counts } from "#analysis";
import { asFault } from "#faults";
import type { FactBody } from "#machine";
import { seenAfterMs, type Watch } from "#monitors";

import type { Rollout } from "./rollout-context.ts";

type Measured = Extract<FactBody, { type: "baseline-measured" }>;
type Before = Omit<Rollout, "vigil">;

/** A service that nobody asked within this time has no traffic that would be worth waiting for. */
const firstRequestMs = 3000;

/** What the version before did, where that was measured and it had any traffic. */
export function knownBaseline({ context, environment, artifact, previous }: Before): Counts | undefined {
  const { record } = context.driver;
  const known = record.baselines.get(environment);
  if (known === undefined || known.requests === 0 || known.version !== previous) return undefined;
  const { requests, errors, slow } = known;
  return artifact.version === record.plan.tag ? { requests, errors, slow } : undefined;
}

/** Fewer requests than this say too little of a rate to be generous about it. */
const fewRequests = 100;
/** Chance that the version before really had more than it is credited with. */
const credit = 0.25;

/** The error ratio that a version has by itself, 0–1, with the uncertainty of a short look in its favour (decisions 42 and 44). */
export function ownRatio({ requests, errors }: Pick<Counts, "requests" | "errors">): number {
  if (requests === 0) return 0;
  return requests < fewRequests ? errors / requests : upperBound(errors, requests, credit);
}

/**
 * Does the work while the serving version is measured, and goes on measuring until `analysis.baseline` is over, if there is
 * any traffic. A monitor that fails here is told and costs nothing: there is no baseline then.
 */
export async function whileMeasured(
  rollout: Before,
  work: () => Promise<unknown>,
  signal: AbortSignal,
): Promise<readonly Measured[]> {
  const { context, environment, previous, artifact, settings, target } = rollout;
  const wantedMs = context.config.analysis.baseline;
  if (previous === undefined || previous === artifact.version || wantedMs === 0) {
    await work();
    return [];
  }
  const startedAt = context.clock.now();
  const watch = await told(rollout, signal, async () =>
    (await context.monitor(environment, target)).begin({ canary: previous, slowMs: settings.maxP95, signal }),
  );
  try {
    await work();
    if (watch === undefined) return [];
    const counts = await told(rollout, signal, () => measure(rollout, watch, { startedAt, signal }));
    const durationMs = context.clock.now() - startedAt;
    if (counts === undefined) return [];
    const share = counts.requests === 0 ? "no traffic" : `${counts.requests} requests, ${counts.errors} errors`;
    context.say(`${environment}: ${previous} before the first shift: ${share} in ${Math.round(durationMs / 1000)} s`);
    return [{ type: "baseline-measured", environment, version: previous, durationMs, ...counts }];
  } finally {
    await watch?.end();
  }
}

async function measure(
  { context, environment }: Before,
  watch: Watch,
  { startedAt, signal }: { readonly startedAt: number; readonly signal: AbortSignal },
): Promise<Counts> {
  const { clock, config } = context;
  const { monitor, monitorSettings } = config.environments[environment];
  // Before that, silence says nothing of traffic.
  const leastMs = await seenAfterMs(monitor, monitorSettings);
  const sum = { requests: 0, errors: 0, slow: 0 };
  for (;;) {
    const reading = await watch.read();
    if (reading.state === "data" || reading.state === "partial")
      for (const { canary } of reading.bins) {
        sum.requests += canary.requests;
        sum.errors += canary.errors;
        sum.slow += canary.slow;
      }
    const mostMs = sum.requests === 0 ? firstRequestMs : Number.POSITIVE_INFINITY;
    const untilMs = Math.max(leastMs, Math.min(config.analysis.baseline, mostMs));
    const leftMs = untilMs - (clock.now() - startedAt);
    if (leftMs <= 0) return sum;
    await clock.sleep(Math.min(1000, leftMs), signal);
  }
}

async function told<T>(
  { context, environment }: Before,
  signal: AbortSignal,
  attempt: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await attempt();
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    context.say(`${environment}: what serves now could not be measured: ${asFault(thrown).message}`);
    return undefined;
  }
}
