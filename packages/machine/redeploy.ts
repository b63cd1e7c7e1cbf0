import { keysOf } from "./keys.ts";

/** A re-deploy of the last good version: brought up, proved, then rest. It is a record of its own, which opens in `completed`. */
export const redeployTable = {
  bring_up: ["smoke_test_verification", "called_off", "escalation"],
  smoke_test_verification: ["health_monitoring", "redeployed", "escalation"],
  health_monitoring: ["redeployed", "escalation"],
  redeployed: [],
  called_off: [],
  escalation: [],
} as const;

export type RedeployPhase = keyof typeof redeployTable;

export const redeployPhases = keysOf<RedeployPhase>(redeployTable);

const phases: { readonly [P in RedeployPhase]: readonly RedeployPhase[] } = redeployTable;

/** Whether the re-deploy may go from one phase to another. */
export function mayEnterRedeployPhase(from: RedeployPhase, to: RedeployPhase): boolean {
  return phases[from].includes(to);
}

/** How far a re-deploy has come. */
export interface RedeployFact {
  readonly type: "redeploy-moved";
  readonly to: RedeployPhase;
  readonly reason: string;
}

/** What is deployed again, and where. */
export interface RedeployPlan {
  readonly environment: "staging" | "production";
  /** The commit of the version (`tag` of the plan). */
  readonly sha: string;
  readonly reason: string;
}
