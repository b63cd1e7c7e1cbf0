export * from "./facts.ts";
export * from "./gate-results.ts";
export { type Incident, type ReleasePlan, type Schedule, type Severity } from "./plan.ts";
export { BrokenRecordError } from "./broken-record.ts";
export { guardTable, rollbackDiagram, stateDiagram } from "./diagram.ts";
export { guards, type GuardName } from "./guards.ts";
export { type Deployment } from "./deployments.ts";
export { apply, fold, isSettled, type OpenRequest, type ReleaseRecord, type Visit } from "./record.ts";
export {
  guardsOf,
  isTerminal,
  mayEnterPhase,
  movesFrom,
  rollbackPhases,
  rollbackTable,
  states,
  table,
  terminalStates,
  type RollbackPhase,
  type State,
} from "./table.ts";
export {
  mayEnterRedeployPhase,
  redeployPhases,
  redeployTable,
  type RedeployPhase,
  type RedeployPlan,
} from "./redeploy.ts";
export { missingGuards } from "./missing-guards.ts";
export { stepName, visitNumber } from "./steps.ts";
export { keysOf } from "./keys.ts";
export { isValidating, mayDecide, validationOf, type Validation } from "./validation.ts";
export { canOverride, overrideOf, standingOf, type Override } from "./overrides.ts";
export { gateTargetMs, timing, type Timing } from "./timing.ts";
export {
  authority,
  authorityTable,
  deeds,
  givenRoles,
  retryAfter,
  roles,
  type Deed,
  type ListedRole,
  type Role,
} from "./authority.ts";
export {
  erasedName,
  holdsTokens,
  namesIn,
  parsePerson,
  peopleIn,
  personToken,
  renamed,
  withNames,
  wordsOf,
  type Person,
} from "./people.ts";
