import { planRollout, type RolloutStep } from "#targets";

import type { Rollout } from "./rollout-context.ts";

/** The steps of this rollout, as they were planned when it began. */
export function stepsOf({ context, environment, settings, target }: Omit<Rollout, "vigil">): Iterable<RolloutStep> {
  const { plan, deployments } = context.driver.record;
  const planned = environment === "staging" ? plan.stagingStrategy : plan.productionStrategy;
  return planRollout({
    strategy: deployments.get(environment)?.strategy ?? planned,
    steps: plan.steps,
    stepTimeMs: "stepTime" in settings ? settings.stepTime : 0,
    rolling: settings.rolling,
    ...(target.instances === undefined ? {} : { instances: target.instances.total }),
  });
}
