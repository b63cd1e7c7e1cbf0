import { ReleaseFault } from "#faults";
import type { Strategy } from "#machine";

import type { Target } from "../port.ts";
import { blueGreen } from "./blue-green.ts";
import { canary } from "./canary.ts";
import { rolling } from "./rolling.ts";
import type { RollingSettings, RolloutPlan, RolloutStep } from "./steps.ts";

/** The steps of a rollout, in order. Pure: the same plan gives the same steps, so a resumed release can walk them again. */
export function planRollout({
  strategy,
  ...plan
}: RolloutPlan & { readonly strategy: Strategy }): Generator<RolloutStep> {
  switch (strategy) {
    case "blue-green":
      return blueGreen();
    case "canary":
      return canary(checkedSteps(plan));
    case "rolling":
      return rolling(plan);
  }
}

/** Throws when the target cannot do what the strategy needs. To be asked before anything is touched. */
export function requireCapabilities(
  strategy: Strategy,
  { capabilities, instances }: Pick<Target, "capabilities" | "instances">,
  { maxUnavailable }: RollingSettings,
): void {
  if (strategy === "rolling") requireInstances(instances?.total, maxUnavailable);
  if (strategy !== "blue-green" && !capabilities.weights && !(strategy === "rolling" && instances !== undefined)) {
    throw new ReleaseFault("config", `The strategy "${strategy}" splits traffic, and this target cannot`, {
      hint: 'Use strategy: "blue-green", or a target that splits traffic, like "local".',
    });
  }
  if (!capabilities.addressable) {
    throw new ReleaseFault(
      "config",
      `The strategy "${strategy}" tests the new version by itself, and this target cannot address it`,
      {
        hint: 'Use a target that gives each version an address of its own, like "local".',
      },
    );
  }
}

function requireInstances(total: number | undefined, maxUnavailable: number): void {
  if (maxUnavailable === 0 || (total !== undefined && maxUnavailable < total)) return;
  throw new ReleaseFault(
    "config",
    total === undefined
      ? `rolling.maxUnavailable is ${maxUnavailable}, and this target has no instances that could be missing`
      : `rolling.maxUnavailable is ${maxUnavailable}, and the version runs on ${total} instances: nobody would answer`,
    { hint: "Write maxUnavailable: 0, or more instances in the settings of the target, where it has them." },
  );
}

function checkedSteps<P extends RolloutPlan>(plan: P): P {
  const { steps } = plan;
  const rising = steps.every((percent, index) => percent > (steps[index - 1] ?? 0) && percent <= 100);
  if (rising && steps.at(-1) === 100) return plan;
  throw new ReleaseFault("config", `The canary steps ${steps.join(", ") || "(none)"} do not rise from above 0 to 100`, {
    hint: "Write them in order and end with 100, like steps: [5, 25, 50, 100].",
  });
}
