export type { Artifact, Clock, Observation, Revision, Target, TargetOptions } from "./port.ts";
export { loadTarget, targetNames } from "./registry.ts";
export { planRollout, requireCapabilities } from "./strategies/plan.ts";
export type { RolloutPlan, RolloutStep } from "./strategies/steps.ts";
export { openLocalPlatform, stopPlatform, type LocalPlatform, type PlatformSnapshot } from "./local/open.ts";
