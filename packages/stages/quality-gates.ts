import path from "node:path";

import { runGate, runSetup, type GateContext, type GateOutcome } from "#gates";
import type { FactBody, GateName, ReleasePlan } from "#machine";
import { duration, gateNumbers } from "#report";

import { attended, failRelease, moveTo, required, type Ports, type StageContext, type StageEnd } from "./context.ts";
import { gatherEvidence } from "./evidence.ts";

type GateFinished = Extract<FactBody, { type: "gate-finished" }>;

/** The gates in order, each in a clean checkout of the commit that will be deployed; the first that fails ends it. */
export async function qualityGates(context: StageContext): Promise<StageEnd> {
  const { driver } = context;
  const sha = required(driver.record.gatedSha, "the commit to test");
  const place = { sha, directory: path.join(context.workDirectory, "gates") };
  const gates = gateContext(context, driver.record.plan, place);
  let ready = false;
  for (const gate of driver.record.plan.gates) {
    if (driver.record.gates.get(gate)?.status === "passed") continue;
    const broken = ready ? undefined : await prepareCheckout(context, gates);
    if (broken !== undefined) return broken;
    ready = true;
    const finished = await passGate(context, gate, gates);
    if (finished.status === "failed") return gateFailed(context, finished);
  }
  return moveTo(driver, "review", "all quality gates passed");
}

/** A clean work tree with the project's set-up done. Not a step: on another machine it has to be made again. */
async function prepareCheckout(context: StageContext, gates: GateContext): Promise<StageEnd | undefined> {
  await context.git.ensureWorktree(gates.sha, gates.directory);
  if (gates.settings.setup !== undefined) context.say(`setting up: ${gates.settings.setup}`);
  const failure = await attended(context, (signal) => runSetup({ ...gates, signal }));
  if (failure === undefined) return undefined;
  return failRelease(context.driver, { failureReason: failure.title, actionableFixSuggestions: [failure.suggestion] });
}

/** What the gates of a release see, whoever runs them. */
export function gateContext(
  { config, clock, fetch, env, say, signal }: Ports,
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
    ...(plan.releaseType === "hotfix" ? { only: "critical" as const } : {}),
  };
}

async function passGate(context: StageContext, gate: GateName, gates: GateContext): Promise<GateFinished> {
  const { driver, scrub, say } = context;
  const evidence = gate === "dod" ? { evidence: await gatherEvidence(driver, context) } : {};
  say(`gate ${gate} begins`);
  let finished: GateFinished | undefined;
  await driver.step(
    `gate-${gate}`,
    () =>
      attended(context, async (signal) => {
        const onProgress = (line: string) => {
          if (line.trim() !== "") say(`${gate}: ${line}`);
        };
        const outcome = await runGate(gate, { ...gates, ...evidence, signal, onProgress });
        finished = { type: "gate-finished", ...scrub.value(outcome) };
        return { status: outcome.status };
      }),
    { facts: () => (finished === undefined ? [] : [finished]) },
  );
  const result = required(driver.record.gates.get(gate), `the result of gate ${gate}`);
  say(`gate ${gate} ${result.status}: ${gateNumbers(result.metrics)} in ${duration(result.executionTimeMs)}`);
  return result;
}

async function gateFailed({ driver, git, workDirectory }: StageContext, finished: GateFinished): Promise<StageEnd> {
  await git.removeWorktree(path.join(workDirectory, "gates"));
  return failAtGate(driver, finished);
}

/** The release fails for what one gate found. */
export function failAtGate(driver: StageContext["driver"], finished: GateOutcome): "moved" {
  const titles = finished.failures.map(({ title }) => title);
  return failRelease(driver, {
    failedGate: finished.gate,
    failureReason: `Gate ${finished.gate} failed: ${titles.slice(0, 3).join("; ")}${titles.length > 3 ? ` and ${titles.length - 3} more` : ""}`,
    actionableFixSuggestions: finished.failures.map(({ suggestion }) => suggestion),
  });
}
