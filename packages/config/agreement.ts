import { checkAudit } from "./audit-agreement.ts";
import { checkFastTrack } from "./fast-track.ts";
import { checkGates } from "./gates-agreement.ts";
import { checkWatches } from "./watches-agreement.ts";
import { checkMetrics } from "./metrics-agreement.ts";
import { checkMonitors } from "./monitor-agreement.ts";
import { checkNotify } from "./notify-agreement.ts";
import { when, type Problem } from "./problems.ts";
import type { Written } from "./schema.ts";
import { checkSmoke } from "./smoke-agreement.ts";
import { didYouMean } from "./words.ts";

/** What no single setting can get wrong: names of adapters, and settings that contradict each other. */
export function checkAgreement(
  config: Written,
  known: { readonly targets: readonly string[]; readonly monitors: readonly string[] },
): readonly Problem[] {
  const { production } = config.environments;
  return [
    ...(["staging", "production"] as const).flatMap((name) => [
      ...checkName(["environments", name, "target"], config.environments[name].target, known.targets),
      ...checkName(["environments", name, "monitor"], config.environments[name].monitor, known.monitors),
      ...checkWatch(["environments", name], config.environments[name]),
    ]),
    ...checkSteps(["environments", "production", "steps"], production.steps),
    ...checkSteps(["hotfix", "steps"], config.hotfix.steps),
    ...when(production.rollbackErrorRatio < production.maxErrorRatio, {
      path: ["environments", "production", "rollbackErrorRatio"],
      message: `must be at least maxErrorRatio (${production.maxErrorRatio}), got ${production.rollbackErrorRatio}`,
    }),
    ...checkMonitors(config, known.targets),
    ...checkWatches(config),
    ...when(config.changelog.preset !== undefined && config.changelog.types !== undefined, {
      path: ["changelog", "types"],
      message: "and preset both say which sections there are: keep one of them",
    }),
    ...checkSmoke(config),
    ...checkGates(config),
    ...checkFastTrack(config),
    ...checkJournal(config),
    ...checkNotify(config.notify),
    ...checkMetrics(config.metrics),
    ...checkAudit(config.audit),
  ];
}

function checkName(path: readonly string[], name: string, known: readonly string[]): readonly Problem[] {
  return when(!known.includes(name), {
    path,
    message: `must be one of ${known.join(", ")}, got "${name}"${didYouMean(name, known)}`,
  });
}

function checkWatch(path: readonly string[], bounds: { readonly watch: number; readonly healthEvery: number }) {
  return when(bounds.healthEvery <= 0 || (bounds.watch > 0 && bounds.healthEvery > bounds.watch), {
    path: [...path, "healthEvery"],
    message: "must be longer than 0 and not longer than watch: else health is never looked at",
  });
}

function checkSteps(path: readonly string[], steps: readonly number[]): readonly Problem[] {
  const ascending = steps.every((step, index) => step > (steps[index - 1] ?? 0));
  return when(!ascending || steps.at(-1) !== 100, {
    path,
    message: `must ascend from above 0 and end in 100, like [5, 25, 50, 100]; got [${steps.join(", ")}]`,
  });
}

function checkJournal({ journal, branches }: Written): readonly Problem[] {
  const taken = [branches.source, branches.target].includes(journal.branch);
  const { renew, ttl } = journal.lease;
  return [
    ...when(taken, { path: ["journal", "branch"], message: "must be a branch that nothing else uses" }),
    // A driver whose lease is older than half its time begins no effect.
    ...when(renew <= 0 || renew > ttl / 2, {
      path: ["journal", "lease", "renew"],
      message: "must be longer than 0 and at most half of ttl: else the driver stops trusting its own lease",
    }),
  ];
}
