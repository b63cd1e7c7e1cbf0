import { ReleaseFault } from "#faults";
import { gateTargetMs, type Failure, type GateName, type GateTests } from "#machine";
import { hideSecrets, secretsOf } from "#smoke";
import type { Finding, GateContext, GateOutcome, GateSettings, Shard, ShardedGate } from "./context.ts";
import { affectedTests } from "./affected.ts";
import { checkGate } from "./check-gate.ts";
import { dodGate } from "./dod/dod-gate.ts";
import { criticalJourneys, e2eGate } from "./journeys/e2e-gate.ts";
import { allClassed, classed } from "./environment-fault.ts";
import type { FileLines } from "./shards/file-lines.ts";
import { exitFailure, runProject } from "./project-command.ts";
import { securityGate } from "./security/security-gate.ts";
import { inShards, joinShards } from "./shards/shards.ts";
import { smokeGate } from "./smoke-gate.ts";
import { testGate } from "./test-gate.ts";

const gates: { readonly [G in GateName]: (context: GateContext) => Finding | Promise<Finding> } = {
  security: securityGate,
  dod: dodGate,
  unit: unitGate,
  integration: async (context) => testGate("integration", context),
  smoke: smokeGate,
  e2e: async (context) => (await criticalJourneys(context)) ?? inShards("e2e", context, e2eGate),
};

/** All unit tests; of a hotfix those that it affects, where that can be known. */
async function unitGate(context: GateContext): Promise<Finding> {
  const everything = async () => inShards("unit", context, (shard) => testGate("unit", shard));
  if (context.only !== "critical" || context.settings.unit === undefined) return everything();
  const narrowed = await affectedTests(context);
  if ("finding" in narrowed) return narrowed.finding;
  context.onProgress(`everything runs: ${narrowed.everything}`);
  return { ...(await everything()), scope: `everything: ${narrowed.everything}` };
}

/**
 * Runs one gate to its verdict. Passed means proved: whatever is missing, broken, stale or not configured fails with
 * its reason. Rejects only when the context is aborted, or for a defect of ours.
 */
export async function runGate(gate: GateName, context: GateContext): Promise<GateOutcome> {
  return (await measured(gate, context)).outcome;
}

/** What one shard proves: its tests, and its lines for those who judge all of them. */
export interface ShardEnd {
  readonly outcome: GateOutcome;
  readonly lines?: readonly FileLines[];
}

/** Runs one shard of a gate, as `runGate` runs a gate. */
export async function runShard(gate: ShardedGate, context: GateContext & { readonly shard: Shard }): Promise<ShardEnd> {
  return measured(gate, context);
}

/** The verdict over all shards of a gate, which ran side by side. */
export function outcomeOfShards(
  gate: ShardedGate,
  ends: readonly [ShardEnd, ...ShardEnd[]],
  settings: GateSettings,
): GateOutcome {
  const [{ outcome }] = ends;
  const found = ends.map(({ outcome: { failures, metrics, tests }, lines }): Finding => ({
    failures,
    ...(metrics === undefined ? {} : { metrics }),
    ...(tests === undefined ? {} : { tests }),
    ...(lines === undefined ? {} : { lines }),
  }));
  const executionTimeMs = Math.max(...ends.map((end) => end.outcome.executionTimeMs));
  const joined = outcomeOf(gate, joinShards(gate, found, settings), { sha: outcome.sha, executionTimeMs });
  // Nothing excuses a shard whose set-up failed.
  return ends.some((end) => end.outcome.notRun === true) ? { ...joined, notRun: true } : joined;
}

async function measured(gate: GateName, context: GateContext): Promise<ShardEnd> {
  context.signal.throwIfAborted();
  const started = context.clock.now();
  const { lines, ...finding } = shown(await findingOf(gate, context), context);
  context.signal.throwIfAborted();
  const executionTimeMs = Math.round(context.clock.now() - started);
  return {
    outcome: outcomeOf(gate, finding, { sha: context.sha, executionTimeMs }),
    ...(lines === undefined ? {} : { lines }),
  };
}

function outcomeOf(
  gate: GateName,
  { failures, metrics, tests, check, scope }: Finding,
  ran: Pick<GateOutcome, "sha" | "executionTimeMs">,
): GateOutcome {
  return {
    gate,
    status: failures.length === 0 ? "passed" : "failed",
    ...ran,
    targetMs: gateTargetMs[gate],
    ...(metrics === undefined ? {} : { metrics }),
    ...(tests === undefined ? {} : { tests }),
    ...(check === undefined ? {} : { check }),
    ...(scope === undefined ? {} : { scope }),
    failures,
  };
}

/** The finding as it may be recorded: outputs of the project's code may repeat what it was given. */
function shown({ failures, tests, ...rest }: Finding, { development }: GateContext): Finding {
  const secrets = secretsOf(development?.env ?? {});
  const hide = (text: string) => hideSecrets(text, secrets);
  const clean = allClassed(failures).map(({ title, suggestion, detail, test, log, ...failure }) => ({
    ...failure,
    title: hide(title),
    suggestion: hide(suggestion),
    ...(detail === undefined ? {} : { detail: hide(detail) }),
    ...(test === undefined ? {} : { test: hide(test) }),
    ...(log === undefined ? {} : { log: { file: log.file, lines: log.lines.map(hide) } }),
  }));
  return { ...rest, ...(tests === undefined ? {} : { tests: named(tests, hide) }), failures: clean };
}

function named({ slowest, failed, flaky }: GateTests, hide: (text: string) => string): GateTests {
  return {
    slowest: slowest.map(({ name, durationMs }) => ({ name: hide(name), durationMs })),
    failed: failed.map(hide),
    flaky: flaky.map(hide),
  };
}

async function findingOf(gate: GateName, context: GateContext): Promise<Finding> {
  try {
    if (gate !== "dod" && gate !== "smoke") {
      const check = context.settings.checks?.[gate];
      if (check !== undefined) return await checkGate(gate, check, context);
    }
    return await gates[gate](context);
  } catch (thrown) {
    if (!(thrown instanceof ReleaseFault)) throw thrown;
    return { failures: [{ title: thrown.message, suggestion: thrown.hint }] };
  }
}

/** Runs the project's set-up (`npm ci`) once before the gates; the reason when it failed. */
export async function runSetup(context: GateContext): Promise<Failure | undefined> {
  const { setup } = context.settings;
  if (setup === undefined) return undefined;
  const result = await runProject({ command: setup }, context);
  return result.exitCode === 0 ? undefined : classed(exitFailure(setup, result, "every gate needs it"));
}
