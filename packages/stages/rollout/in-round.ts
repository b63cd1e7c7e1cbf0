import type { StageContext } from "../context.ts";

/** A step of staging that was put back meanwhile is another step: what was done before is undone, so it is done again. */
export function inRound({ record, facts }: StageContext["driver"], name: string): string {
  if (record.state !== "staging") return name;
  const undone = facts.filter((fact) => fact.type === "traffic-reverted" && fact.environment === "staging").length;
  return undone === 0 ? name : `${name} (${undone + 1})`;
}
