import type { ReleaseRecord } from "#machine";

/** Who lets a release pass windows and freezes, and why, as plain text; `undefined` where nobody does. */
export function emergencyLine({ plan, emergency }: Pick<ReleaseRecord, "plan" | "emergency">): string | undefined {
  const { by, reason } = emergency ?? { by: plan.initiatedBy, reason: plan.emergency };
  return reason === undefined ? undefined : `EMERGENCY, by ${by}: windows and freezes do not hold it: ${reason}`;
}
