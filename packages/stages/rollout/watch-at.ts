import type { FactBody } from "#machine";

import { fateOf } from "../rollback/confirm-rollback.ts";
import type { WatchPlan } from "./course.ts";
import { inRound } from "./in-round.ts";
import { isSpared } from "./question.ts";
import type { Rollout, Verdict } from "./rollout-context.ts";
import { watchTraffic } from "./watch.ts";

/** Watches health and metrics; a recorded result is not measured again. */
export async function watchAt(rollout: Rollout, plan: WatchPlan): Promise<Verdict | undefined> {
  const { context, environment } = rollout;
  const { driver, clock } = context;
  const before = clock.now();
  // A verdict is latched together with what was seen; staging fails and a finished rollback escalates without one.
  const latches = driver.record.state === "production" || driver.record.state === "production_canary";
  const percentage = plan.point.endsWith("%") ? Number.parseFloat(plan.point) : undefined;
  let verdict: Verdict | undefined;
  let fate: FactBody | undefined;
  let seen: Extract<FactBody, { type: "watched" }> | undefined;
  await driver.step(
    inRound(driver, `${environment}-watch-${plan.point}`),
    async () => {
      const result = await watchTraffic(rollout, plan);
      ({ watched: seen, verdict } = result);
      if (verdict !== undefined && latches) fate = await fateOf(context, verdict);
      return { status: result.watched.status };
    },
    {
      facts: () => [
        ...(seen === undefined ? [] : [seen]),
        ...(fate === undefined ? [] : [fate]),
        ...(percentage === undefined || !latches || seen === undefined
          ? []
          : [
              {
                type: "canary-step" as const,
                environment,
                percentage,
                smokeTests: "passed" as const,
                healthChecks: seen.healthChecks,
                durationMs: clock.now() - before,
              },
            ]),
      ],
    },
  );
  return verdict ?? latched(rollout, plan);
}

/** What a watch that was recorded before a death had found. */
function latched({ context, environment }: Rollout, plan: WatchPlan): Verdict | undefined {
  const { record } = context.driver;
  const known = record.watches.findLast((watch) => watch.environment === environment && watch.point === plan.point);
  if (known?.status !== "failed" || isSpared(record, known)) return undefined;
  const trigger = known.trigger ?? record.verdict?.trigger ?? "error-rate-spike";
  return { trigger, reason: known.evidence[0] ?? "The watch failed", evidence: known.evidence };
}
