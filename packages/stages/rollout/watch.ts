import type { FactBody, Health } from "#machine";

import { attended } from "../context.ts";
import { Course, plainJson, type WatchPlan } from "./course.ts";
import { failuresInARow, look } from "./look.ts";
import { questionAt } from "./question.ts";
import { strainSentences } from "./resources.ts";
import type { Rollout, Verdict } from "./rollout-context.ts";
import { tellSight } from "./watch-teller.ts";

type Watched = Extract<FactBody, { type: "watched" }>;

export interface WatchEnd {
  readonly watched: Watched;
  readonly verdict: Verdict | undefined;
}

/**
 * Watches the version for a while, or for the rest of it where a driver before began. Data that proves it worse ends the
 * watch with a verdict at once; doubt extends it once, and then people are asked (decision 41).
 */
export async function watchTraffic(rollout: Rollout, plan: WatchPlan): Promise<WatchEnd> {
  return attended(rollout.context, async (signal) => {
    await rollout.vigil.begin();
    const course = new Course(rollout, plan);
    tellSight(rollout, plan);
    try {
      const verdict = await look(rollout, plan, { course, signal });
      return conclude(rollout, plan, { verdict, course });
    } catch (thrown) {
      // A request of a person came: whoever looks next goes on from here.
      if (signal.aborted) course.note();
      throw thrown;
    }
  });
}

interface Conclusion {
  readonly verdict: Verdict | undefined;
  readonly course: Course;
}

function conclude(rollout: Rollout, plan: WatchPlan, { verdict: found, course }: Conclusion): WatchEnd {
  // A monitor's own words may carry what nobody should read.
  const verdict = rollout.context.scrub.value(found);
  return { watched: watchedFact(rollout, plan, { verdict, course }), verdict };
}

/** What a watch saw. */
export function watchedFact(rollout: Rollout, plan: WatchPlan, { verdict, course }: Conclusion): Watched {
  const { context, vigil, environment } = rollout;
  const { requests, errors } = course.counts;
  const { p95Ms } = vigil.seen;
  const healthChecks: Health = course.healthFailures >= failuresInARow ? "failing" : "passing";
  const decided = questionAt(rollout, plan.point)?.decided;
  const remarks = vigil.remarks.map((remark) => `Counted in part: ${remark}.`);
  const seen = [...vigil.judged.evidence, ...strainSentences(vigil.strain), ...context.scrub.value(remarks)];
  const evidence = verdict === undefined ? seen : [verdict.reason, ...verdict.evidence];
  return {
    type: "watched",
    environment,
    point: plan.point,
    status: verdict === undefined ? "passed" : "failed",
    ...(verdict === undefined ? {} : { trigger: verdict.trigger }),
    durationMs: course.elapsedMs,
    ...(requests === 0 ? {} : { errorRatio: errors / requests }),
    ...(p95Ms === undefined ? {} : { p95Ms }),
    requests,
    healthChecks,
    notMeasured: ["errors", "latency", "cpu", "memory"].filter((signal) => !vigil.measures.includes(signal)),
    evidence: decided === undefined ? evidence : [`Promoted by ${decided.by}: ${decided.reason}`, ...evidence],
    analysis: plainJson(vigil.analysis),
  };
}
