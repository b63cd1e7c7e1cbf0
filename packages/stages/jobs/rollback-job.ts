import { ReleaseFault } from "#faults";
import type { StoredRelease } from "#journal";

import { rollBackRelease } from "../commands/commands.ts";
import { moveTo, type StageContext } from "../context.ts";
import { driveJob, isOver, loadRelease, type Driven, type Prepare } from "../driving.ts";
import { unlessElsewhere, toldBy, type JobEnd } from "./job-end.ts";
import { readOrThrow } from "../commands/known-release.ts";
import { fetchAll, type Workplace } from "../open.ts";
import { finishPublication } from "../records/publication.ts";
import { pendingVerdict } from "../rollout/question.ts";
import { requireWayBack } from "../commands/rollback-preconditions.ts";
import { restoreStaging } from "../rollback/restore-staging.ts";

export type RollbackOutcome = "rolled_back" | "verified" | "untouched" | "waiting" | "requested";

/**
 * The net under a production job that is not there any more: what it touched without an end goes back. A rollback of its
 * own that died is finished. Does nothing when the record is settled, when production was not touched, or when it was
 * verified and nobody asked it back.
 */
export async function rollbackNet(workplace: Workplace, id: string): Promise<JobEnd<RollbackOutcome>> {
  const stored = await loadRelease(workplace, id, "rollback");
  const { record } = stored;
  if (record.state === "completed") return unfinishedRollback(workplace, stored);
  if (isOver(stored) && !stored.live) await finishPublication(workplace, stored);
  if (isOver(stored))
    return { id: stored.id, outcome: record.state === "rolled_back" ? "rolled_back" : "untouched", notes: [] };
  const inProduction = record.state === "production" || record.state === "production_canary";
  if (record.state !== "rolled_back" && !(inProduction && (record.touched.has("production") || record.verdict)))
    return { id: stored.id, outcome: "untouched", notes: ["production was not touched"] };
  return unlessElsewhere(stored.id, async () =>
    outcomeOf(await driveJob(workplace, stored, { within: ["rolled_back"], prepare: latch })),
  );
}

/** A completed release goes back by a record of its own (decision 33): one that lost its driver is gone on with. */
async function unfinishedRollback(
  workplace: Workplace,
  { id, record }: StoredRelease,
): Promise<JobEnd<RollbackOutcome>> {
  const live = await workplace.journal.live();
  const rollback = live.find((one) => one.record.plan.rollback?.from === record.plan.tag);
  if (rollback === undefined) return { id, outcome: "verified", notes: ["production was verified"] };
  return unlessElsewhere(rollback.id, async () =>
    outcomeOf(await driveJob(workplace, rollback, { within: ["rolled_back"] })),
  );
}

/** The deployment ended without a verdict, so nobody watches what it left: that is one. */
async function latch(context: StageContext): ReturnType<Prepare> {
  const { driver } = context;
  const { state, verdict } = driver.record;
  if (state === "rolled_back") return "ready";
  if (driver.record.suspended !== undefined) driver.decide({ type: "resumed", by: context.actor });
  const asked = pendingVerdict(driver.record);
  const reason = verdict?.reason ?? asked?.reason ?? "The job that deployed ended without a verdict";
  if (verdict === undefined)
    driver.decide({
      type: "verdict",
      trigger: asked?.trigger ?? "deployment-failure",
      reason,
      evidence: [...(asked?.evidence ?? []), `traffic: ${shareOf(context)}`],
    });
  moveTo(driver, "rolled_back", reason);
  await driver.flush();
  return "ready";
}

function shareOf({ driver }: StageContext): string {
  return `${driver.record.deployments.get("production")?.percent ?? 0} % on ${driver.record.plan.tag}`;
}

function outcomeOf(driven: Driven): JobEnd<RollbackOutcome> {
  const { id, end, record } = driven;
  const told = toldBy(driven);
  if (record.escalation !== undefined)
    return {
      id,
      outcome: "rolled_back",
      notes: [`ESCALATION: ${record.escalation.reason}`, ...record.escalation.manualSteps],
      ...told,
    };
  return { id, outcome: end === "rolled_back" ? "rolled_back" : "waiting", notes: [], ...told };
}

export interface ManualRollback {
  readonly id: string;
  readonly to?: string;
  readonly reason: string;
  /** Sending the same one again changes nothing. */
  readonly requestId: string;
}

/**
 * A person wants the version before. A completed release gets a rollback of its own; one in flight gets a request, which
 * its driver obeys, or this process when nobody drives it.
 */
export async function rollbackManual(workplace: Workplace, wanted: ManualRollback): Promise<JobEnd<RollbackOutcome>> {
  requireWayBack({ from: wanted.id, ...(wanted.to === undefined ? {} : { to: wanted.to }) });
  const before = await loadRelease(workplace, wanted.id, "rollback");
  const { id: from, to, reason, requestId } = wanted;
  const end = await rollBackRelease(
    workplace,
    { from, reason, requestId, ...(to === undefined ? {} : { to }) },
    () => {},
  );
  if (end === "requested") return obeyed(workplace, before.id);
  return { id: end.id, outcome: end.end === "rolled_back" ? "rolled_back" : "waiting", notes: [] };
}

async function obeyed(workplace: Workplace, id: string): Promise<JobEnd<RollbackOutcome>> {
  return unlessDriven(workplace, id, async () => {
    const within = ["production", "production_canary", "rolled_back"] as const;
    // Whoever drove it meanwhile may have pushed what goes on here.
    await fetchAll(workplace.git);
    const driven = await driveJob(workplace, { id }, { within });
    if (driven.end === "rolled_back" || driven.end === "suspended") return outcomeOf(driven);
    return { id, outcome: "untouched", notes: [`it is ${driven.record.state}`] };
  });
}

/** Somebody alive who drives the release reads the request within seconds, and needs nobody beside them. */
async function unlessDriven(
  workplace: Workplace,
  id: string,
  drive: () => Promise<JobEnd<RollbackOutcome>>,
): Promise<JobEnd<RollbackOutcome>> {
  try {
    return await drive();
  } catch (thrown) {
    if (!(thrown instanceof ReleaseFault) || thrown.code !== "policy") throw thrown;
    const { record } = await readOrThrow(workplace, id);
    const done = record.state === "rolled_back";
    return { id, outcome: done ? "rolled_back" : "requested", notes: [thrown.message] };
  }
}

/** Puts staging back when its job died. What becomes of the release is noted by the job `failed`, which counts its deaths. */
export async function rollbackStaging(workplace: Workplace, id: string): Promise<JobEnd<RollbackOutcome>> {
  const stored = await loadRelease(workplace, id);
  const { record } = stored;
  const mine = record.state === "staging" || record.state === "failed";
  if (isOver(stored) || !mine || !record.touched.has("staging"))
    return { id: stored.id, outcome: "untouched", notes: ["staging is as this release found it"] };
  return unlessElsewhere(stored.id, async () => {
    await driveJob(workplace, stored, { within: [], prepare: putBack });
    return { id: stored.id, outcome: "rolled_back", notes: [] };
  });
}

async function putBack(context: StageContext): ReturnType<Prepare> {
  const { driver } = context;
  await restoreStaging(context);
  await driver.flush();
  return "ready";
}
