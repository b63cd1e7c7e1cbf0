import type { FactBody, GateName } from "./facts.ts";
import type { ReleasePlan } from "./plan.ts";

/** Somebody answers for a gate that may fail: the release goes on, and everybody sees why (decision 8). */
export interface Override {
  readonly gate: GateName;
  /** One line, in the words of whoever asked for it. */
  readonly reason: string;
}

/** For these nobody can answer: what is broken for users is not released. */
const never: ReadonlySet<GateName> = new Set(["smoke"]);

/** Whether an override of this gate can count at all. */
export function canOverride(gate: GateName): boolean {
  return !never.has(gate);
}

/** The plan's override of a gate; `undefined` when there is none, or none that counts. */
export function overrideOf({ overrides = [] }: Pick<ReleasePlan, "overrides">, gate: GateName): Override | undefined {
  return canOverride(gate) ? overrides.find((override) => override.gate === gate) : undefined;
}

type Outcome = Pick<Extract<FactBody, { type: "gate-finished" }>, "gate" | "status" | "notRun">;

/** How an outcome counts: `overridden` is a gate that ran, failed, and lets the release pass all the same. */
export function standingOf(
  plan: Pick<ReleasePlan, "overrides">,
  { gate, status, notRun }: Outcome,
): "passed" | "overridden" | "failed" {
  if (status === "passed") return "passed";
  return status === "failed" && notRun !== true && overrideOf(plan, gate) !== undefined ? "overridden" : "failed";
}
