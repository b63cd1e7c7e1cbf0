import { asFault, ReleaseFault } from "#faults";
import { DrivenElsewhereError, EnvironmentBusyError, LostLeaseError, NewsError } from "#journal";
import { isSettled, timing, type State } from "#machine";
import { duration } from "#report";

import { completed } from "./completed.ts";
import { failRelease, moveTo, resumeCommand, type StageContext, type StageEnd } from "./context.ts";
import { failed } from "./failed.ts";
import { initiated } from "./initiated.ts";
import { production } from "./production.ts";
import { qualityGates } from "./quality-gates.ts";
import { obeyRequests } from "./commands/requests.ts";
import { revertHere } from "./rollback/revert-traffic.ts";
import { review } from "./review.ts";
import { rolledBack } from "./rolled-back.ts";
import { staging } from "./staging.ts";
import { stopped } from "./stopped.ts";
import { expire } from "./queue/turn.ts";
import { waitedMs } from "./queue/waited.ts";

/** One stage a state: each reads the record, makes the world agree with it, and adds facts. */
const stages: { readonly [S in State]: (context: StageContext) => Promise<StageEnd> } = {
  initiated,
  quality_gates: qualityGates,
  quality_gates_fast: qualityGates,
  review,
  staging,
  production,
  production_canary: production,
  completed,
  failed,
  rolled_back: rolledBack,
};

export type DriveEnd = "completed" | "failed" | "rolled_back" | "redeployed" | "suspended";

/**
 * Moves a release as far as it goes now: to its end, or until it waits for somebody. May be called again after any death.
 * A process that has only some states to do ends with `left` as soon as the release has recorded a move to another
 * one. `onStage` is told before each stage. Leases are given back when the driver is closed; an environment that was touched stays with the release.
 */
export async function driveWithin(
  context: StageContext,
  within: readonly State[],
  onStage: () => void,
): Promise<DriveEnd | "left"> {
  const { driver } = context;
  if (!within.includes(driver.record.state)) return "left";
  if (driver.record.suspended !== undefined) driver.decide({ type: "resumed", by: context.actor });
  for (;;) {
    onStage();
    const end = await once(context);
    if (end === "suspended" || end === "left") return end;
    if (end === "settled") return settledState(context);
    if (!within.includes(driver.record.state) && (await hasLeft(context, within))) return "left";
  }
}

/** A move counts once it is recorded: a request that came first drops it, and then the state is still ours. */
async function hasLeft(context: StageContext, within: readonly State[]): Promise<boolean> {
  const { driver } = context;
  try {
    await driver.flush();
  } catch (thrown) {
    if (thrown instanceof NewsError) return false;
    throw thrown instanceof LostLeaseError ? succeeded(context.driver.id, thrown) : thrown;
  }
  return !within.includes(driver.record.state);
}

/** News and the loss of the lease may come with every append, with those too that end or suspend the release. */
async function once(context: StageContext): Promise<StageEnd> {
  try {
    return await stageOnce(context);
  } catch (thrown) {
    // The record has changed under us: what was decided on the old one is void, so look and decide again.
    if (thrown instanceof NewsError) return "moved";
    if (thrown instanceof LostLeaseError) throw succeeded(context.driver.id, thrown);
    throw thrown;
  }
}

async function stageOnce(context: StageContext): Promise<StageEnd> {
  const { driver } = context;
  try {
    if (isSettled(driver.record)) return "settled";
    context.signal.throwIfAborted();
    if ((await obeyRequests(context)) === "suspended") return "suspended";
    const over = expire(context);
    if (over !== undefined) return over;
    return await withinTime(context, stages[driver.record.state]);
  } catch (thrown) {
    if (thrown instanceof NewsError || thrown instanceof LostLeaseError) throw thrown;
    if (thrown instanceof EnvironmentBusyError) return waitForEnvironment(context, thrown);
    return settleFault(context, asFault(thrown));
  }
}

/** This process was silent for so long that another one took over: it is over here, and not for the release. */
export function succeeded(id: string, cause: LostLeaseError): ReleaseFault {
  return new DrivenElsewhereError(
    "policy",
    `Another process drives ${id} now: this one stopped and changed nothing more`,
    {
      hint: `See how it goes on: release status ${id}`,
      cause,
    },
  );
}

/** States whose work must end in time; waits for people and the duties after an end have other bounds. */
const timed: readonly State[] = [
  "initiated",
  "quality_gates",
  "quality_gates_fast",
  "staging",
  "production",
  "production_canary",
];

/** Runs a stage under the time-out of its state, counted from when this driver took it up. */
async function withinTime(
  context: StageContext,
  stage: (context: StageContext) => Promise<StageEnd>,
): Promise<StageEnd> {
  const { driver, clock, signal } = context;
  const { state, visits } = driver.record;
  const { timeoutMs } = timing[state];
  if (timeoutMs === undefined || !timed.includes(state)) return stage(context);
  const since =
    driver.facts.findLast(({ type }) => type === "resumed" || type === "moved" || type === "lease-taken")?.at ??
    visits.at(-1)?.since;
  const sinceMs = Date.parse(since ?? driver.record.openedAt);
  /** Waits for people are not counted (decision 37). */
  const leftMs = () => timeoutMs - (clock.now() - sinceMs - waitedMs(driver.facts, sinceMs, clock.now()));
  const over = new AbortController();
  const late = new ReleaseFault("policy", `${state} took longer than ${duration(timeoutMs)}`, {
    hint: `See where the time went: release report ${driver.id}`,
  });
  const ended = new AbortController();
  const outlast = async () => {
    for (let ms = leftMs(); ms > 0; ms = leftMs()) await clock.sleep(Math.max(ms, 1000), ended.signal);
    over.abort(late);
  };
  void outlast().catch(() => undefined);
  try {
    return await stage({ ...context, signal: AbortSignal.any([signal, over.signal]) });
  } catch (thrown) {
    if (over.signal.aborted && !(thrown instanceof NewsError)) throw late;
    throw thrown;
  } finally {
    ended.abort();
  }
}

/** Suspends a release whose environment another one has. */
export async function waitForEnvironment(
  { driver }: Pick<StageContext, "driver">,
  busy: EnvironmentBusyError,
): Promise<"suspended"> {
  const first = busy.orphaned ? `release resume ${busy.release}` : resumeCommand(driver.record);
  const { environment } = busy;
  await driver.suspend({ waitsFor: "environment", environment, reason: `${busy.message}.`, command: first });
  return "suspended";
}

/** A fault before production ends the release or suspends it; in production it is a reason to go back. */
async function settleFault(context: StageContext, fault: ReleaseFault): Promise<StageEnd> {
  const { driver, signal } = context;
  const { record } = driver;
  if (signal.aborted) throw await stopped(context, fault);
  if (fault.code === "bug") {
    // A process that was stopped for long finds its connections dead; what matters then is that it was succeeded.
    await driver.poll().catch((thrown: unknown) => {
      if (thrown instanceof LostLeaseError) throw thrown;
    });
    throw fault;
  }
  if (record.state === "production" || record.state === "production_canary") {
    if (record.verdict !== undefined) return moveTo(driver, "rolled_back", record.verdict.reason);
    if (!record.touched.has("production")) return waitForService(context, fault);
    const trigger = fault.code === "policy" ? "deployment-timeout" : "deployment-failure";
    driver.decide({ type: "verdict", trigger, reason: fault.message, evidence: [fault.hint] });
    await revertHere(context);
    return moveTo(driver, "rolled_back", fault.message);
  }
  if (fault.code === "remote") return waitForService(context, fault);
  if (record.state === "completed" || record.state === "failed" || record.state === "rolled_back") throw fault;
  return failRelease(driver, { failureReason: fault.message, actionableFixSuggestions: [fault.hint] });
}

async function waitForService({ driver }: StageContext, fault: ReleaseFault): Promise<"suspended"> {
  const reason = `${fault.message}. ${fault.hint}`;
  await driver.suspend({ waitsFor: "service", reason, command: resumeCommand(driver.record) });
  return "suspended";
}

function settledState({ driver }: StageContext): DriveEnd {
  const outcome = driver.record.settled?.outcome;
  if (outcome === undefined) throw new Error(`${driver.id} ended without an outcome`);
  return outcome;
}
