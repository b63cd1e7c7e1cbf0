import path from "node:path";

import { runGate, runSetup, type GateContext, type GateOutcome } from "#gates";
import { gateTargetMs, type GateName, type ReleasePlan } from "#machine";
import { duration, gateNumbers } from "#report";
import { keyLines } from "#scrub";

import type { Ports } from "../context.ts";
import { filesOfFix } from "./fix-files.ts";
import { withProgress } from "./gate-progress.ts";
import type { Past } from "./past.ts";
import { securityPolicyOf } from "./security-policy.ts";
import { productionValues } from "../rollout/smoke-place.ts";

/** What the gates of a release see, whoever runs them. */
export function gateContext(
  { config, git, forge, clock, fetch, env, say, scrub, signal, workDirectory }: Ports,
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
    artifacts: { ...artifactsOf(workDirectory), scrub },
    checkRuns: (commit) => forge.checkRuns(commit),
    securityPolicy: () => securityPolicyOf(git, plan.targetBranch),
    openAlerts: (kind) =>
      kind === "dependabot" ? forge.dependabotAlerts() : forge.codeScanningAlerts(plan.releaseBranch, sha),
    production: productionValues(config.environments.production),
    parallel: plan.parallelGates === true,
    ...(plan.releaseType === "hotfix"
      ? { only: "critical" as const, changed: () => filesOfFix({ git }, plan, sha) }
      : {}),
  };
}

/** Beside the work of the release, which may be deleted: what people look at after a failure. */
export function artifactsOf(workDirectory: string): { readonly directory: string; readonly name: string } {
  const release = path.basename(workDirectory);
  return {
    directory: path.resolve(workDirectory, "..", "..", "evidence", release),
    name: `.release-command/evidence/${release}`,
  };
}

/**
 * Runs a gate to its verdict, told to people line by line, in a group of its own where the log has groups; the outcome
 * holds no secret, and its failures are classed by what is known of the past.
 */
export async function tellGate(
  ports: Pick<Ports, "say" | "scrub" | "clock" | "group">,
  gate: GateName,
  { context, past }: { readonly context: GateContext; readonly past: Past },
  run: typeof runGate = runGate,
): Promise<GateOutcome> {
  const { say, scrub, clock, group = alone } = ports;
  say(`gate ${gate} begins`);
  const safe = keyLines();
  const onProgress = (raw: string) => {
    const line = safe(raw);
    if (line.trim() !== "") say(`${gate}: ${line}`);
  };
  const ended = await group(`gate ${gate}`, () =>
    withProgress({ say: onProgress, clock, targetMs: gateTargetMs[gate] }, (heard) =>
      run(gate, { ...context, onProgress: heard }),
    ),
  );
  const outcome = scrub.value(await past.knows(ended));
  tellOutcome(say, outcome);
  return outcome;
}

const alone: NonNullable<Ports["group"]> = (_, work) => work();

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
