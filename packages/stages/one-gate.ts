import { runGate, runSetup, type GateContext, type GateOutcome } from "#gates";
import { gateTargetMs, type GateName, type ReleasePlan } from "#machine";
import { duration, gateNumbers } from "#report";

import type { Ports } from "./context.ts";
import { filesOfFix } from "./fix-files.ts";
import { productionValues } from "./smoke-place.ts";

/** What the gates of a release see, whoever runs them. */
export function gateContext(
  { config, git, forge, clock, fetch, env, say, signal }: Ports,
  plan: ReleasePlan,
  { sha, directory }: { readonly sha: string; readonly directory: string },
): GateContext {
  return {
    settings: config.gates,
    smoke: config.smoke,
    development: config.environments.development,
    directory,
    sha,
    env,
    clock,
    fetch,
    signal,
    onProgress: say,
    checkRuns: (commit) => forge.checkRuns(commit),
    production: productionValues(config.environments.production),
    parallel: plan.parallelGates === true,
    ...(plan.releaseType === "hotfix"
      ? { only: "critical" as const, changed: () => filesOfFix({ git }, plan, sha) }
      : {}),
  };
}

/** Runs a gate to its verdict, told to people line by line; the outcome holds no secret. */
export async function tellGate(
  { say, scrub }: Pick<Ports, "say" | "scrub">,
  gate: GateName,
  context: GateContext,
  run: typeof runGate = runGate,
): Promise<GateOutcome> {
  say(`gate ${gate} begins`);
  const onProgress = (line: string) => {
    if (line.trim() !== "") say(`${gate}: ${line}`);
  };
  const outcome = scrub.value(await run(gate, { ...context, onProgress }));
  tellOutcome(say, outcome);
  return outcome;
}

/** One line for people. */
export function tellOutcome(
  say: Ports["say"],
  { gate, status, metrics, check, scope, executionTimeMs }: Omit<GateOutcome, "failures" | "sha" | "targetMs">,
): void {
  say(`gate ${gate} ${status}: ${gateNumbers(metrics, check)} in ${duration(executionTimeMs)}`);
  if (scope !== undefined) say(`gate ${gate}: ${scope}`);
}

/** Does the project's set-up in a checkout. Without it the gate cannot run: it fails for it, then. */
export async function brokenSetup(context: GateContext, gate: GateName): Promise<GateOutcome | undefined> {
  if (context.settings.setup !== undefined) context.onProgress(`${gate}: setting up: ${context.settings.setup}`);
  const failure = await runSetup(context);
  if (failure === undefined) return undefined;
  return {
    gate,
    status: "failed",
    sha: context.sha,
    executionTimeMs: 0,
    targetMs: gateTargetMs[gate],
    failures: [failure],
    notRun: true,
  };
}
