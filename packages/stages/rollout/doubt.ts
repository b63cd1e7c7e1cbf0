import { isOddlyAbove } from "#analysis";

import type { Course, WatchPlan } from "./course.ts";
import { normalRatio, percent } from "./normal.ts";
import { strainDoubt } from "./resources.ts";
import type { Rollout } from "./rollout-context.ts";

/** Why the watch cannot end well yet (decision 41); too little traffic to tell is no such reason (decision 40). */
export function doubtAbout(rollout: Rollout, plan: WatchPlan, course: Course): string | undefined {
  if (plan.doubt === "ignore") return undefined;
  const { silence } = rollout.vigil;
  if (silence !== undefined) return `The monitor gives no data: ${silence}.`;
  if (course.healthFailures > 0) return `The last health check failed (${course.healthFailures} in a row).`;
  return unlikeNormal(rollout) ?? oddity(rollout) ?? unproved(rollout) ?? silentSignal(rollout) ?? strainDoubt(rollout);
}

/** How much likelier a wrong traffic share must be before silence of the canary counts against it. */
const wrongShareProof = 400;

function oddity({ vigil }: Rollout): string | undefined {
  const { judged } = vigil;
  const share = judged.signals.find(({ name }) => name === "traffic-share")?.eValue ?? 0;
  const isSilent = vigil.analysis.totals.canary.requests === 0;
  if (judged.verdict !== "hold" || (isSilent && share < wrongShareProof)) return undefined;
  return judged.evidence[0] ?? "The judge holds.";
}

/** Error rates of the last five minutes that are not normal (decision 42). */
function unlikeNormal(rollout: Rollout): string | undefined {
  const { context, settings, vigil } = rollout;
  const { requests, errors } = vigil.lately;
  const normal = normalRatio(rollout);
  if (!isOddlyAbove(vigil.lately, normal.ratio)) return undefined;
  const bound =
    context.config.analysis.strict || normal.ratio === settings.maxErrorRatio ? "" : `, as ${normal.of} has`;
  return `${percent(errors / requests)} of ${requests} requests failed in the last five minutes; normal is at most ${percent(normal.ratio)}${bound}.`;
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
