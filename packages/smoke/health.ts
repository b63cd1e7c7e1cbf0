import type { SmokeCheck } from "#machine";
import type { Checked } from "./check.ts";
import { CheckFailure } from "./check-failure.ts";
import { isCommand } from "./command.ts";
import type { HttpStep, SmokeSpec, Surroundings } from "./contract.ts";
import { newSession } from "./session.ts";
import { runStep } from "./step.ts";

const probes = 3;
const probeTimeoutMs = 2_000;

/** Whether a failure may pass by itself: `transient`; whether the service or its answers are broken: `systemic`. */
export type FailureClass = "transient" | "systemic" | "unknown";

/** How the application was while checks failed, and is now. */
export interface Health {
  /** `GET /health`, where there is one to ask. */
  readonly endpoint: string | undefined;
  readonly good: number;
  readonly timesMs: readonly number[];
  /** Of its check in this run. */
  readonly before: SmokeCheck | undefined;
}

/** Asks the first endpoint of the category `api` a few times more. Takes 2 s at most. */
export async function readHealth(
  spec: SmokeSpec | undefined,
  checks: readonly SmokeCheck[],
  around: Surroundings,
): Promise<Health> {
  const api = spec?.api === undefined || "none" in spec.api ? [] : spec.api;
  const step = api.find((one): one is HttpStep => !isCommand(one) && one.method === "GET" && !one.path.includes("{{"));
  if (step === undefined) return { endpoint: undefined, good: 0, timesMs: [], before: undefined };
  const timeoutMs = Math.min(probeTimeoutMs, around.timeoutMs);
  const asked = await Promise.all(Array.from({ length: probes }, async () => timeOf(step, { ...around, timeoutMs })));
  const timesMs = asked.filter((ms) => ms !== undefined);
  const before = checks.find(({ category, name }) => category === "api" && name === step.name);
  return { endpoint: `GET ${step.path}`, good: timesMs.length, timesMs, before };
}

/** The check with its class and the figures that it rests on. */
export function withClass({ check, failure }: Checked, health: Health): SmokeCheck {
  // Of a service of others the blame says all that is known.
  if (failure === undefined || check.category === "external") return check;
  return { ...check, detail: `${check.detail ?? ""}. Class: ${classOf(check, failure, health)} (${figures(health)})` };
}

function classOf({ category }: SmokeCheck, failure: CheckFailure, { endpoint, good }: Health): FailureClass {
  if (!failure.transient) return "systemic";
  if (endpoint === undefined || category === "database") return "unknown";
  return good === probes ? "transient" : "systemic";
}

function figures({ endpoint, good, timesMs, before }: Health): string {
  if (endpoint === undefined) return "no endpoint to compare with";
  const was = before === undefined ? "" : `, before: ${before.status} in ${before.durationMs} ms`;
  const times = timesMs.length === 0 ? "" : ` in ${Math.min(...timesMs)}–${Math.max(...timesMs)} ms`;
  return `${endpoint} now: ${good} of ${probes} good${times}${was}`;
}

async function timeOf(step: HttpStep, around: Surroundings): Promise<number | undefined> {
  const started = around.clock.now();
  try {
    await runStep(step, newSession(around, "probe"), around);
    return Math.round(around.clock.now() - started);
  } catch (thrown) {
    around.signal.throwIfAborted();
    if (thrown instanceof CheckFailure) return undefined;
    throw thrown;
  }
}
