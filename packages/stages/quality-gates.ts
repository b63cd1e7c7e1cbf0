import path from "node:path";

import { runGate, type GateEvidence } from "#gates";
import type { FactBody, GateName } from "#machine";
import { runShell } from "#process";

import { attended, failRelease, moveTo, required, type StageContext, type StageEnd } from "./context.ts";
import { gatherEvidence } from "./evidence.ts";

type GateFinished = Extract<FactBody, { type: "gate-finished" }>;

/** The gates in order, each in a clean checkout of the commit that will be deployed; the first that fails ends it. */
export async function qualityGates(context: StageContext): Promise<StageEnd> {
  const { driver } = context;
  const sha = required(driver.record.gatedSha, "the commit to test");
  const directory = path.join(context.workDirectory, "gates");
  let ready = false;
  for (const gate of driver.record.plan.gates) {
    if (driver.record.gates.get(gate)?.status === "passed") continue;
    if (!ready) await prepareCheckout(context, sha, directory);
    ready = true;
    const finished = await passGate(context, gate, sha, directory);
    if (finished.status === "failed") return gateFailed(context, finished);
  }
  return moveTo(driver, "review", "all quality gates passed");
}

/** A clean work tree with the project's set-up done. Not a step: on another machine it has to be made again. */
async function prepareCheckout(context: StageContext, sha: string, directory: string): Promise<void> {
  const { setup } = context.config.gates;
  await context.git.ensureWorktree(sha, directory);
  if (setup === undefined) return;
  context.say(`setting up: ${setup}`);
  await attended(context, (signal) => runShell(setup, { cwd: directory, signal, timeoutMs: 600_000 }));
}

async function passGate(context: StageContext, gate: GateName, sha: string, directory: string): Promise<GateFinished> {
  const { driver, config, clock, fetch, env, say } = context;
  const evidence: GateEvidence | undefined = gate === "dod" ? await gatherEvidence(context) : undefined;
  say(`gate ${gate} begins`);
  let finished: GateFinished | undefined;
  await driver.step(
    `gate-${gate}`,
    () =>
      attended(context, async (signal) => {
        const outcome = await runGate(gate, {
          gates: config.gates,
          ...(config.smoke === undefined ? {} : { smoke: config.smoke }),
          ...(config.environments.development === undefined ? {} : { development: config.environments.development }),
          ...(evidence === undefined ? {} : { evidence }),
          directory,
          sha,
          clock,
          fetch,
          env,
          signal,
          onProgress: (line) => say(`${gate}: ${line}`),
        });
        finished = { type: "gate-finished", ...outcome };
        return { status: outcome.status };
      }),
    { facts: () => (finished === undefined ? [] : [finished]) },
  );
  return required(driver.record.gates.get(gate), `the result of gate ${gate}`);
}

async function gateFailed({ driver, git, workDirectory }: StageContext, finished: GateFinished): Promise<StageEnd> {
  await git.removeWorktree(path.join(workDirectory, "gates"));
  const titles = finished.failures.map(({ title }) => title);
  return failRelease(driver, {
    failedGate: finished.gate,
    failureReason: `Gate ${finished.gate} failed: ${titles.slice(0, 3).join("; ")}${titles.length > 3 ? ` and ${titles.length - 3} more` : ""}`,
    actionableFixSuggestions: finished.failures.map(({ suggestion }) => suggestion),
  });
}
