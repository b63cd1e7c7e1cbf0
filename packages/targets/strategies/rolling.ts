import type { RolloutPlan, RolloutStep } from "./steps.ts";

/** "Sequential instance updates with health validation" (PRD AC4): half, proved, then the other half. */
export function* rolling({ stepTimeMs }: Pick<RolloutPlan, "stepTimeMs">): Generator<RolloutStep> {
  yield { do: "prepare" };
  yield { do: "shift", percent: 50 };
  yield { do: "smoke", on: "candidate", percent: 50 };
  yield { do: "watch", percent: 50, forMs: stepTimeMs };
  yield { do: "shift", percent: 100 };
  yield { do: "smoke", on: "everyone", percent: 100 };
  yield { do: "finish" };
}
