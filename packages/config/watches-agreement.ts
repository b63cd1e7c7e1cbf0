import { timing, type State } from "#machine";

import { units } from "./duration.ts";
import { when, type Problem } from "./problems.ts";
import type { Written } from "./schema.ts";

/** All watches of an environment must fit into its state, which ends when its time is over (decision 37). */
export function checkWatches({ environments: { staging, production }, hotfix }: Written): readonly Problem[] {
  const steps = watchedSteps(production);
  return [
    ...fits("staging", staging.watch, ["environments", "staging", "watch"]),
    ...fits("production", steps * production.stepTime + production.watch, [
      "environments",
      "production",
      steps > 0 ? "stepTime" : "watch",
    ]),
    ...fits("production_canary", below100(hotfix.steps) * production.stepTime + production.watch, ["hotfix", "steps"]),
  ];
}

function fits(state: State, watchMs: number, path: readonly string[]): readonly Problem[] {
  const { timeoutMs = Infinity } = timing[state];
  return when(watchMs >= timeoutMs, {
    path,
    message: `makes the watches of ${state} ${minutes(watchMs)} long, which is over after ${minutes(timeoutMs)}: let each last shorter, or be fewer`,
  });
}

function minutes(ms: number): string {
  return `${Math.round(ms / units.m)} minutes`;
}

function watchedSteps({ strategy, steps, rolling, settings }: Written["environments"]["production"]): number {
  if (strategy === "blue-green") return 0;
  if (strategy === "canary") return below100(steps);
  const instances = settings["instances"];
  // A target that replaces instances has no more batches than instances.
  const most = typeof instances === "number" ? instances : Infinity;
  return Math.min(Math.ceil(100 / rolling.batch), most) - 1;
}

function below100(steps: readonly number[]): number {
  return steps.filter((percent) => percent < 100).length;
}
