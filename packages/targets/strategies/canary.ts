import type { RolloutPlan, RolloutStep } from "./steps.ts";

/**
 * "Gradual rollout (5% → 25% → 50% → 100%) with automated rollback on anomalies" (PRD AC4; hotfix 5 → 25 → 100, AC6).
 * Smoke tests at every share before more traffic is given (decision 10); the long watch at 100 % belongs to the stage.
 */
export function* canary({ steps, stepTimeMs }: RolloutPlan): Generator<RolloutStep> {
  yield { do: "prepare" };
  for (const percent of steps) {
    yield { do: "shift", percent };
    yield { do: "smoke", on: percent === 100 ? "everyone" : "candidate", percent };
    if (percent < 100) yield { do: "watch", percent, forMs: stepTimeMs };
  }
  yield { do: "finish" };
}
