import { smallestDetectable } from "#analysis";

import type { Course, WatchPlan } from "./course.ts";
import { holdOf } from "./held.ts";
import { normalRatio, percent } from "./normal.ts";
import { questionAt } from "./question.ts";
import type { Rollout } from "./rollout-context.ts";

/** At first at every look, then this often, and whenever the verdict changes. */
const tellEveryMs = 10_000;

/** Tells people how a watch goes: time, requests, errors, verdict. */
export function createTeller(rollout: Rollout, plan: WatchPlan, course: Course): () => void {
  const { context, environment, vigil } = rollout;
  const startedAt = context.clock.now();
  let toldAt = Number.NEGATIVE_INFINITY;
  let toldWord = "";
  return () => {
    const isSilent = vigil.analysis.totals.canary.requests === 0;
    const word = isSilent ? "nothing seen yet" : vigil.judged.verdict;
    const now = context.clock.now();
    const isNew = word !== toldWord || now - startedAt < tellEveryMs;
    if (!isNew && now - toldAt < tellEveryMs) return;
    toldAt = now;
    toldWord = word;
    const { requests, errors, p95Ms } = vigil.seen;
    const p95 = p95Ms === undefined ? "" : `, p95 ${Math.round(p95Ms)} ms`;
    const time = `${seconds(course.elapsedMs)} of ${seconds(course.windowMs)}`;
    const so = `${requests} requests so far, ${errors} errors${p95}`;
    context.say(`${environment}: watching ${plan.point}: ${time}, ${so}; verdict now: ${word}${until(rollout, plan)}`);
  };
}

function until(rollout: Rollout, plan: WatchPlan): string {
  const hold = holdOf(rollout.context);
  if (hold !== undefined) return `; held by ${hold.by} until promoted`;
  const question = questionAt(rollout, plan.point);
  return question === undefined ? "" : `; waits for a decision until ${question.until}`;
}

function seconds(ms: number): string {
  return `${Math.round(ms / 1000)} s`;
}

/** Before a watch: what counts as normal, and the smallest worsening that this traffic can show in this time. */
export function tellSight(rollout: Rollout, plan: WatchPlan): void {
  const { context, environment, artifact } = rollout;
  const { driver, say } = context;
  if (artifact.version !== driver.record.plan.tag || plan.forMs === 0) return;
  const normal = normalRatio(rollout);
  const own = normal.ratio > rollout.settings.maxErrorRatio ? `, which ${normal.of} has itself` : "";
  say(
    `${environment}: ${plan.point}: ${sightOf(rollout, plan)} Normal is an error ratio up to ${percent(normal.ratio)}${own}.`,
  );
}

function sightOf({ context, environment }: Rollout, { forMs }: WatchPlan): string {
  const { record } = context.driver;
  const measured = record.baselines.get(environment);
  if (measured === undefined) return "what served before was not measured.";
  if (measured.requests === 0)
    return "there was no traffic before: little can be shown, and that is no reason to go back.";
  const perSecond = measured.requests / (measured.durationMs / 1000);
  const share = (record.deployments.get(environment)?.percent ?? 0) / 100;
  const traffic = `about ${perSecond.toFixed(1)} requests a second for ${seconds(forMs)}`;
  // With all traffic on it, it is compared with as much as was measured before.
  const [rate, part] = share < 1 ? [perSecond, share] : [2 * perSecond, 0.5];
  const ratio = smallestDetectable({
    requestsPerSecond: rate,
    windowMs: forMs,
    share: part,
    // Half an error more than was seen: a version without errors is not one that cannot fail.
    baselineErrorRatio: (measured.errors + 0.5) / (measured.requests + 1),
    alpha: context.config.analysis.alpha,
  });
  return ratio === undefined
    ? `${traffic} are too little to show any worsening by comparison.`
    : `${traffic} can show a version ${ratio.toFixed(1)} times as bad as the one before; less might not show.`;
}
