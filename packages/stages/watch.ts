import { judge } from "#analysis";
import type { FactBody, Health, Json } from "#machine";

import { attended, type StageContext } from "./context.ts";
import type { Rollout, Verdict } from "./rollout-context.ts";

export interface WatchPlan {
  /** Name of the moment: `25%`, `staging`, `rollback`. */
  readonly point: string;
  readonly forMs: number;
}

type Watched = Extract<FactBody, { type: "watched" }>;

export interface WatchEnd {
  readonly watched: Watched;
  readonly verdict: Verdict | undefined;
}

/** One look a second at what clients got. */
const lookEveryMs = 1000;
/** Health checks that must fail in a row (decision 12). */
const failuresInARow = 3;

/**
 * Watches the version for a while. Data that proves it worse ends the watch with a verdict at once; doubt extends it once
 * (decision 41), and then the version is not proved.
 */
export async function watchTraffic(rollout: Rollout, plan: WatchPlan): Promise<WatchEnd> {
  const { clock } = rollout.context;
  return attended(rollout.context, async (signal) => {
    await rollout.vigil.begin();
    const startedAt = clock.now();
    const before = rollout.vigil.seen;
    const health = { failures: 0 };
    const verdict = await look(rollout, plan, { startedAt, signal, health });
    const seen = rollout.vigil.seen;
    const counts = {
      requests: seen.requests - before.requests,
      errors: seen.errors - before.errors,
      p95Ms: seen.p95Ms,
    };
    return conclude(rollout, plan, { verdict, counts, durationMs: clock.now() - startedAt, failures: health.failures });
  });
}

interface Looking {
  readonly startedAt: number;
  readonly signal: AbortSignal;
  readonly health: { failures: number };
}

async function look(
  rollout: Rollout,
  plan: WatchPlan,
  { startedAt, signal, health }: Looking,
): Promise<Verdict | undefined> {
  const { context, settings, vigil } = rollout;
  const { clock } = context;
  let nextHealthAt = startedAt;
  let endAt = startedAt + plan.forMs;
  for (;;) {
    if (clock.now() >= nextHealthAt) {
      await checkHealth(rollout, health);
      nextHealthAt = clock.now() + settings.healthEvery;
    }
    await vigil.read();
    tell(rollout, plan);
    const verdict = verdictNow(rollout, health.failures);
    if (verdict !== undefined) return verdict;
    const held = isHeld(context);
    if (clock.now() >= endAt && !held) {
      const doubt = doubtAbout(rollout);
      if (doubt === undefined) return undefined;
      if (endAt > startedAt + plan.forMs) return { trigger: "not-proved", reason: doubt, evidence: [] };
      context.say(`${rollout.environment}: ${doubt} Watching once more as long`);
      endAt += Math.max(plan.forMs, lookEveryMs);
    }
    await clock.sleep(held ? lookEveryMs : Math.min(lookEveryMs, Math.max(0, endAt - clock.now())), signal);
  }
}

const holdOf = ({ driver }: StageContext) => driver.record.requests.find(({ kind }) => kind === "hold");
/** Whether a person wants the share of traffic to stay as it is. */
export const isHeld = (context: StageContext): boolean => holdOf(context) !== undefined;

async function checkHealth({ target, artifact, context }: Rollout, health: Looking["health"]): Promise<void> {
  const revision = (await target.observe()).revisions.find(({ version }) => version === artifact.version);
  health.failures = revision?.healthy === true ? 0 : health.failures + 1;
  if (health.failures > 0) context.say(`${artifact.version}: health check failed, ${health.failures} in a row`);
}

function verdictNow({ vigil }: Rollout, failures: number): Verdict | undefined {
  if (failures >= failuresInARow) {
    return { trigger: "health-check-failure", reason: `${failuresInARow} health checks in a row failed`, evidence: [] };
  }
  const judged = judge(vigil.analysis);
  if (judged.verdict !== "rollback") return undefined;
  const reason = judged.evidence[0] ?? "The new version is worse than its bound";
  return { trigger: judged.trigger ?? "error-rate-spike", reason, evidence: judged.evidence };
}

/** Why the watch cannot end well yet (decision 41); too little traffic to tell is no such reason (decision 40). */
function doubtAbout({ vigil }: Rollout): string | undefined {
  const { silence, seen, analysis } = vigil;
  if (silence !== undefined) return `The monitor gives no data: ${silence}.`;
  const judged = judge(analysis);
  const share = judged.signals.find(({ name }) => name === "traffic-share")?.eValue ?? 0;
  if (judged.verdict !== "hold" || (seen.requests === 0 && share < wrongShareProof)) return undefined;
  return judged.evidence[0] ?? "The judge holds.";
}

/** How much likelier a wrong traffic share must be before silence of the canary counts against it. */
const wrongShareProof = 400;

interface Conclusion {
  readonly verdict: Verdict | undefined;
  readonly counts: { readonly requests: number; readonly errors: number; readonly p95Ms: number | undefined };
  readonly durationMs: number;
  readonly failures: number;
}

function conclude(rollout: Rollout, plan: WatchPlan, { verdict, counts, durationMs, failures }: Conclusion): WatchEnd {
  const { vigil, environment } = rollout;
  const healthChecks: Health = failures >= failuresInARow ? "failing" : "passing";
  const evidence = verdict === undefined ? judge(vigil.analysis).evidence : [verdict.reason, ...verdict.evidence];
  const watched: Watched = {
    type: "watched",
    environment,
    point: plan.point,
    status: verdict === undefined ? "passed" : "failed",
    durationMs,
    ...(counts.requests === 0 ? {} : { errorRatio: counts.errors / counts.requests }),
    ...(counts.p95Ms === undefined ? {} : { p95Ms: counts.p95Ms }),
    requests: counts.requests,
    healthChecks,
    notMeasured: ["errors", "latency", "cpu", "memory"].filter((signal) => !vigil.measures.includes(signal)),
    evidence,
    analysis: plainJson(vigil.analysis),
  };
  return { watched, verdict };
}

/** The state of the analysis is plain data by contract. */
function plainJson(state: object): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what JSON gives back is JSON
  return JSON.parse(JSON.stringify(state)) as Json;
}

function tell({ context, environment, vigil }: Rollout, plan: WatchPlan): void {
  const { requests, errors, p95Ms } = vigil.seen;
  const p95 = p95Ms === undefined ? "" : `, p95 ${Math.round(p95Ms)} ms`;
  const hold = holdOf(context);
  const until = hold === undefined ? "" : `; held by ${hold.by} until promoted`;
  context.say(`${environment}: watching ${plan.point}: ${requests} requests so far, ${errors} errors${p95}${until}`);
}
