import type { RollingSettings, RolloutPlan, RolloutStep } from "./steps.ts";

/**
 * "Sequential instance updates with health validation", smoke tests "after 50% of instances updated" (PRD AC4): batch by
 * batch, each healthy before it gets traffic and watched before the next. Where a target knows no instances, batches are
 * shares of its traffic.
 */
export function* rolling({
  rolling: settings,
  instances,
  stepTimeMs,
}: Pick<RolloutPlan, "rolling" | "instances" | "stepTimeMs">): Generator<RolloutStep> {
  const [first, ...rest] = instances === undefined ? shares(settings) : batches(settings, instances);
  if (first === undefined) return;
  yield first.batch === undefined ? { do: "prepare" } : { do: "prepare", count: first.batch.count };
  // All at once: then nothing else proves it before everybody meets it.
  if (first.percent === 100) yield { do: "smoke", on: "candidate", percent: 0 };
  let isProved = false;
  for (const { percent, batch } of [first, ...rest]) {
    yield batch === undefined ? { do: "shift", percent } : { do: "shift", percent, batch };
    if (percent === 100) break;
    if (percent >= 50 && !isProved) yield { do: "smoke", on: "candidate", percent };
    isProved ||= percent >= 50;
    yield { do: "watch", percent, forMs: stepTimeMs };
  }
  yield { do: "smoke", on: "everyone", percent: 100 };
  yield { do: "finish" };
}

type Share = Pick<Extract<RolloutStep, { do: "shift" }>, "percent" | "batch">;

function shares({ batch }: RollingSettings): readonly Share[] {
  return Array.from({ length: Math.ceil(100 / batch) }, (_, index) => ({
    percent: Math.min(100, (index + 1) * batch),
  }));
}

function batches({ batch, maxUnavailable }: RollingSettings, total: number): readonly Share[] {
  const size = Math.max(1, Math.round((total * batch) / 100));
  return Array.from({ length: Math.ceil(total / size) }, (_, index) => {
    const count = Math.min(total, (index + 1) * size);
    const percent = count === total ? 100 : Math.min(99, Math.max(1, Math.round((count / total) * 100)));
    return { percent, batch: { count, maxUnavailable } };
  });
}
