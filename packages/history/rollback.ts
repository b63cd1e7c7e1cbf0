import type { Fact, ReleaseRecord } from "#machine";

import type { RollbackMeasures } from "./types.ts";

/** How a version went back, of the release that went back itself or of the later one that took it back. */
export function rollbackOf(
  record: ReleaseRecord,
  facts: readonly Fact[],
  reachedPercent: number,
): RollbackMeasures | null {
  const { plan, verdict, rollback } = record;
  if (rollback === undefined) return null;
  const isLater = plan.rollback !== undefined;
  const trigger = verdict?.trigger ?? "manual";
  const escalated = record.escalation !== undefined;
  const { detectedAt, restoredAt } = momentsOf(record, facts);
  return {
    trigger,
    reason: verdict?.reason ?? plan.rollback?.reason ?? "",
    from: plan.rollback?.from ?? plan.tag,
    to: rollback.reverted?.status === "passed" ? rollback.reverted.to : null,
    reachedPercent: isLater ? null : reachedPercent,
    caught: !isLater && trigger !== "manual" && !escalated && reachedPercent < 100,
    detectedAt,
    restoredAt,
    completedAt: rollback.phase === "rollback_completed" ? rollback.since : null,
  };
}

/** Detected: when people were asked about it, or it was decided; a later rollback, when it was asked for. */
function momentsOf(record: ReleaseRecord, facts: readonly Fact[]) {
  const { verdict, question, visits, openedAt } = record;
  let detectedAt = verdict?.at ?? visits.at(-1)?.since ?? openedAt;
  if (record.plan.rollback !== undefined) detectedAt = openedAt;
  else if (question?.what === "rollback" && question.decided === undefined && question.at < detectedAt)
    detectedAt = question.at;
  const back = facts.find(
    (fact) =>
      fact.at >= detectedAt &&
      ((fact.type === "traffic-reverted" && fact.environment === "production" && fact.status === "passed") ||
        (fact.type === "traffic-shifted" && fact.environment === "production" && fact.percent === 0)),
  );
  return { detectedAt, restoredAt: back?.at ?? null };
}
