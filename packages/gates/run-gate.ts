import { ReleaseFault } from "#faults";
import { gateTargetMs, type Failure, type GateName, type GateTests } from "#machine";
import { hideSecrets, secretsOf } from "#smoke";
import type { Finding, GateContext, GateOutcome } from "./context.ts";
import { checkGate } from "./check-gate.ts";
import { dodGate } from "./dod-gate.ts";
import { e2eGate } from "./e2e-gate.ts";
import { allClassed, classed } from "./environment-fault.ts";
import { exitFailure, runProject } from "./project-command.ts";
import { securityGate } from "./security-gate.ts";
import { smokeGate } from "./smoke-gate.ts";
import { testGate } from "./test-gate.ts";

const gates: { readonly [G in GateName]: (context: GateContext) => Finding | Promise<Finding> } = {
  security: securityGate,
  dod: dodGate,
  unit: async (context) => testGate("unit", context),
  integration: async (context) => testGate("integration", context),
  smoke: smokeGate,
  e2e: e2eGate,
};

/**
 * Runs one gate to its verdict. Passed means proved: whatever is missing, broken, stale or not configured fails with
 * its reason. Rejects only when the context is aborted, or for a defect of ours.
 */
export async function runGate(gate: GateName, context: GateContext): Promise<GateOutcome> {
  context.signal.throwIfAborted();
  const started = context.clock.now();
  const { failures, metrics, tests, check } = shown(await findingOf(gate, context), context);
  context.signal.throwIfAborted();
  return {
    gate,
    status: failures.length === 0 ? "passed" : "failed",
    sha: context.sha,
    executionTimeMs: Math.round(context.clock.now() - started),
    targetMs: gateTargetMs[gate],
    ...(metrics === undefined ? {} : { metrics }),
    ...(tests === undefined ? {} : { tests }),
    ...(check === undefined ? {} : { check }),
    failures,
  };
}

/** The finding as it may be recorded: outputs of the project's code may repeat what it was given. */
function shown({ failures, tests, ...measured }: Finding, { development }: GateContext): Finding {
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
  return { ...measured, ...(tests === undefined ? {} : { tests: named(tests, hide) }), failures: clean };
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
