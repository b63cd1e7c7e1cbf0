import type { RolloutStep } from "./steps.ts";

/** "Instant traffic switch with quick rollback" (PRD AC4): proved while idle, then all traffic at once. */
export function* blueGreen(): Generator<RolloutStep> {
  yield { do: "prepare" };
  yield { do: "smoke", on: "candidate", percent: 0 };
  yield { do: "shift", percent: 100 };
  yield { do: "smoke", on: "everyone", percent: 100 };
  yield { do: "finish" };
}
