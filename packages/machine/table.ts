import type { GuardName } from "./guards.ts";
import { keysOf } from "./keys.ts";

/** A guard that must hold, or a list of guards of which one must. */
export type Condition = GuardName | readonly GuardName[];

/**
 * The release, as a table: where each state may lead, and what must hold before it does.
 * Engine, diagram, workflow conformance test and dashboard all derive from it.
 */
export const table = {
  initiated: {
    quality_gates: ["isStandard", "versionFormatValid", "noVersionConflict", "branchCreated", "changelogGenerated"],
    quality_gates_fast: ["isHotfix", "versionFormatValid", "noVersionConflict", "branchCreated", "changelogGenerated"],
    failed: ["failureCaptured", ["releaseAborted", "stageBroke"]],
  },
  quality_gates: {
    review: [
      "securityScanPassed",
      "dodValidationPassed",
      "unitTestsPassed",
      "integrationTestsPassed",
      "preReleaseSmokeTestsPassed",
      "e2eTestsPassed",
    ],
    failed: ["failureCaptured", ["releaseAborted", "stageBroke"]],
  },
  quality_gates_fast: {
    review: ["everyPlannedGatePassed", "preReleaseSmokeTestsPassed"],
    failed: ["failureCaptured", ["releaseAborted", "stageBroke"]],
  },
  review: {
    staging: ["isStandard", "definitionOfDoneAsserted", "approved", "merged", "tagged", "mergedTreeIsGatedTree"],
    production_canary: ["isHotfix", "approved", "merged", "tagged", "mergedTreeIsGatedTree"],
    quality_gates: ["isStandard", "treeIsUntested"],
    failed: [
      "failureCaptured",
      ["pullRequestClosed", "approvalExpired", "reviewedHeadMoved", "releaseAborted", "stageBroke"],
    ],
  },
  staging: {
    production: [
      "stagingDeploymentSuccessful",
      "stagingHealthChecksPassing",
      "postStagingSmokeTestsPassed",
      "stagingErrorRateNormal",
    ],
    failed: ["failureCaptured", ["releaseAborted", "stageBroke"]],
  },
  production: {
    completed: [
      "productionDeploymentSuccessful",
      "productionHealthChecksPassing",
      "postProductionSmokeTestsPassed",
      "productionErrorRateNormal",
    ],
    failed: [
      "failureCaptured",
      "productionUntouched",
      ["approvalRefused", "approvalExpired", "releaseAborted", "stageBroke"],
    ],
    rolled_back: ["verdictLatched"],
  },
  production_canary: {
    completed: [
      "productionDeploymentSuccessful",
      "productionHealthChecksPassing",
      "postProductionSmokeTestsPassed",
      "productionErrorRateNormal",
    ],
    failed: [
      "failureCaptured",
      "productionUntouched",
      ["approvalRefused", "approvalExpired", "releaseAborted", "stageBroke"],
    ],
    rolled_back: ["verdictLatched"],
  },
  completed: {},
  failed: {},
  rolled_back: {},
} as const satisfies Record<string, Record<string, readonly Condition[]>>;

export type State = keyof typeof table;

/** Inside `rolled_back`: traffic first, then proof, then rest. */
export const rollbackTable = {
  rollback_triggered: ["traffic_reversion"],
  traffic_reversion: ["smoke_test_verification", "escalation"],
  smoke_test_verification: ["health_monitoring", "escalation"],
  health_monitoring: ["rollback_completed", "escalation"],
  rollback_completed: [],
  escalation: [],
} as const;

export type RollbackPhase = keyof typeof rollbackTable;

export const states = keysOf<State>(table);
export const rollbackPhases = keysOf<RollbackPhase>(rollbackTable);
export const terminalStates: readonly State[] = ["completed", "failed", "rolled_back"];

const moves: { readonly [S in State]: { readonly [T in State]?: readonly Condition[] } } = table;
const phases: { readonly [P in RollbackPhase]: readonly RollbackPhase[] } = rollbackTable;

/** The conditions of a move, or `undefined` when the table has no such move. */
export function guardsOf(from: State, to: State): readonly Condition[] | undefined {
  return moves[from][to];
}

/** The states that `from` may lead to. */
export function movesFrom(from: State): readonly State[] {
  return states.filter((to) => moves[from][to] !== undefined);
}

/** Whether the rollback may go from one phase to another. */
export function mayEnterPhase(from: RollbackPhase, to: RollbackPhase): boolean {
  return phases[from].includes(to);
}

export function isTerminal(state: State): boolean {
  return terminalStates.includes(state);
}
