import path from "node:path";

import { runSetup, type GateContext, type GateOutcome } from "#gates";
import { standingOf, type FactBody, type GateName } from "#machine";

import { attended, failRelease, moveTo, required, type StageContext, type StageEnd } from "./context.ts";
import { gatherEvidence } from "./gates/evidence.ts";
import { showGates } from "./gates/gates-view.ts";
import { gateContext, tellGate, tellOutcome } from "./gates/one-gate.ts";
import { passReason } from "./gates/overrides.ts";
import { pastOf, type Past } from "./gates/past.ts";
import { missingGates } from "./jobs/route.ts";
import { sideBySide } from "./gates/side-by-side.ts";

type GateFinished = Extract<FactBody, { type: "gate-finished" }>;

/** The gates, each in a clean checkout of the commit that will be deployed; side by side where the plan says so. */
export async function qualityGates(context: StageContext): Promise<StageEnd> {
  const sha = required(context.driver.record.gatedSha, "the commit to test");
  const { parallelGates } = context.driver.record.plan;
  return parallelGates === true ? allGates(context, sha) : gatesInOrder(context, sha);
}

/** All finish and are recorded, each as it ends: a death loses only those that still ran. The first red one in their order counts. */
async function allGates(context: StageContext, sha: string): Promise<StageEnd> {
  const { driver } = context;
  const past = pastOf(context, driver);
  await driver.step("gates", () =>
    attended(context, async (signal) => {
      await sideBySide({ ...context, signal }, driver, {
        sha,
        gates: missingGates(driver.record),
        past,
        finished: async (outcome) => {
          driver.observe({ type: "gate-finished", ...outcome });
          await driver.flush();
        },
      });
      return null;
    }),
  );
  await comparePast(context, past);
  const { plan, gates } = driver.record;
  const red = plan.gates.flatMap((gate) => gates.get(gate) ?? []).find((one) => standingOf(plan, one) === "failed");
  await showGates(context);
  return red === undefined ? allPassed(context) : failAtGate(driver, red);
}

/** One after another; the first that fails ends it. */
async function gatesInOrder(context: StageContext, sha: string): Promise<StageEnd> {
  const { driver } = context;
  const place = { sha, directory: path.join(context.workDirectory, "gates") };
  const gates = gateContext(context, driver.record.plan, place);
  const past = pastOf(context, driver);
  let ready = false;
  for (const gate of driver.record.plan.gates) {
    const known = driver.record.gates.get(gate);
    if (known !== undefined && standingOf(driver.record.plan, known) !== "failed") continue;
    const broken = ready ? undefined : await prepareCheckout(context, gates);
    if (broken !== undefined) return broken;
    ready = true;
    const finished = await passGate(context, gate, { context: gates, past });
    if (standingOf(driver.record.plan, finished) !== "failed") continue;
    await comparePast(context, past);
    await showGates(context);
    return gateFailed(context, finished);
  }
  await comparePast(context, past);
  await showGates(context);
  return allPassed(context);
}

function allPassed({ driver }: StageContext): StageEnd {
  return moveTo(driver, "review", passReason(driver.record));
}

/** A clean work tree with the project's set-up done. Not a step: on another machine it has to be made again. */
async function prepareCheckout(context: StageContext, gates: GateContext): Promise<StageEnd | undefined> {
  await context.git.ensureWorktree(gates.sha, gates.directory);
  if (gates.settings.setup !== undefined) context.say(`setting up: ${gates.settings.setup}`);
  const failure = await attended(context, (signal) => runSetup({ ...gates, signal }));
  if (failure === undefined) return undefined;
  return failRelease(context.driver, { failureReason: failure.title, actionableFixSuggestions: [failure.suggestion] });
}

/** Recorded with the move that follows; a death before it loses nothing, because the next driver compares again. */
export async function comparePast({ driver }: StageContext, past: Past): Promise<void> {
  const comparison = await past.compare(driver);
  if (comparison !== undefined) driver.observe({ type: "compared", ...comparison });
}

async function passGate(
  context: StageContext,
  gate: GateName,
  { context: gates, past }: { readonly context: GateContext; readonly past: Past },
): Promise<GateFinished> {
  const { driver, say } = context;
  const evidence = gate === "dod" ? { evidence: await gatherEvidence(driver, context) } : {};
  let finished: GateFinished | undefined;
  await driver.step(
    `gate-${gate}`,
    () =>
      attended(context, async (signal) => {
        const outcome = await tellGate(context, gate, { context: { ...gates, ...evidence, signal }, past });
        finished = { type: "gate-finished", ...outcome };
        return { status: finished.status };
      }),
    { facts: () => (finished === undefined ? [] : [finished]) },
  );
  const result = required(driver.record.gates.get(gate), `the result of gate ${gate}`);
  if (finished === undefined) tellOutcome(say, result);
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
