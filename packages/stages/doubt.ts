import { divergence } from "#analysis";

import { knownBaseline, ownRatio } from "./baseline.ts";
import type { Course, WatchPlan } from "./course.ts";
import type { Rollout } from "./rollout-context.ts";

/** Why the watch cannot end well yet (decision 41); too little traffic to tell is no such reason (decision 40). */
export function doubtAbout(rollout: Rollout, plan: WatchPlan, course: Course): string | undefined {
  if (plan.doubt === "ignore") return undefined;
  const { silence } = rollout.vigil;
  if (silence !== undefined) return `The monitor gives no data: ${silence}.`;
  if (course.healthFailures > 0) return `The last health check failed (${course.healthFailures} in a row).`;
  return unlikeNormal(rollout) ?? oddity(rollout) ?? unproved(rollout) ?? silentSignal(rollout);
}

/** How much likelier a wrong traffic share must be before silence of the canary counts against it. */
const wrongShareProof = 400;

function oddity({ vigil }: Rollout): string | undefined {
  const judged = vigil.judged;
  const share = judged.signals.find(({ name }) => name === "traffic-share")?.eValue ?? 0;
  const isSilent = vigil.analysis.totals.canary.requests === 0;
  if (judged.verdict !== "hold" || (isSilent && share < wrongShareProof)) return undefined;
  return judged.evidence[0] ?? "The judge holds.";
}

/** How odd (in nats) an error ratio over the normal one must be before it is more than a handful of requests. */
const notNormalNats = 3;

/** Error rates of the last five minutes that are not normal (decision 42). */
function unlikeNormal(rollout: Rollout): string | undefined {
  const { context, settings, vigil } = rollout;
  const { requests, errors } = vigil.lately;
  if (requests === 0) return undefined;
  const ratio = errors / requests;
  const normal = normalRatio(rollout);
  if (ratio <= normal.ratio || requests * divergence(ratio, normal.ratio) < notNormalNats) return undefined;
  const bound =
    context.config.analysis.strict || normal.ratio === settings.maxErrorRatio ? "" : `, as ${normal.of} has`;
  return `${percent(ratio)} of ${requests} requests failed in the last five minutes; normal is at most ${percent(normal.ratio)}${bound}.`;
}

/** Below the bound, or no more than the version before always had, unless `strict` (decision 42). */
export function normalRatio(rollout: Rollout): { readonly ratio: number; readonly of: string } {
  const { context, settings, vigil, previous = "" } = rollout;
  if (context.config.analysis.strict) return { ratio: settings.maxErrorRatio, of: previous };
  const measured = knownBaseline(rollout);
  const before = measured === undefined ? 0 : ownRatio(measured);
  return { ratio: Math.max(settings.maxErrorRatio, before, ownRatio(vigil.analysis.totals.baseline)), of: previous };
}

function unproved({ context, settings, vigil }: Rollout): string | undefined {
  if (context.config.analysis.promote.require === "nothing-odd") return undefined;
  const { provedBelow } = vigil.judged;
  const { maxErrorRatio } = vigil.analysis.settings;
  if (provedBelow !== undefined && provedBelow <= maxErrorRatio) return undefined;
  const { requests } = vigil.analysis.totals.canary;
  return `${requests} requests do not prove an error ratio below ${percent(Math.max(maxErrorRatio, settings.maxErrorRatio))}, and a proof is required.`;
}

/** What the monitor says that it measures, and did not (decision 43). */
function silentSignal({ vigil }: Rollout): string | undefined {
  const { requests, p95Ms } = vigil.seen;
  if (requests === 0 || p95Ms !== undefined || !vigil.measures.includes("latency")) return undefined;
  return `The monitor measures latency, but gave none for ${requests} requests.`;
}

/** 0.0512 → `5.12 %`. */
export function percent(ratio: number): string {
  return `${Number((ratio * 100).toFixed(2))} %`;
}
