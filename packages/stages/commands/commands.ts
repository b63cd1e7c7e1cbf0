import { asFault, ReleaseFault } from "#faults";
import { DrivenElsewhereError, type Driver, type StoredRelease } from "#journal";
import { isTerminal, isValidating, states, type ReleasePlan, type RequestKind } from "#machine";

import { authorise, goingOn } from "../people/authority.ts";
import { useDriver, waitingFor } from "../driving.ts";
import type { DriveEnd } from "../drive.ts";
import { parseEmergency } from "./emergency.ts";
import { readOrThrow } from "./known-release.ts";
import { configAt, fetchAll, type Workplace } from "../open.ts";
import { planRelease, type PlannedRelease } from "../plan/plan.ts";
import type { StartCommand } from "./start-command.ts";
import { finishPublication } from "../records/publication.ts";
import { planRetry, type RetryWords } from "./retry.ts";
import { deployedBefore, requireWayBack } from "./rollback-preconditions.ts";

/** Where a release stands after a command. */
export interface CommandEnd {
  readonly id: string;
  readonly end: DriveEnd;
}

/** Told of the driver as soon as there is one, so that a board can show its record. */
export type OnDriver = (driver: Driver) => void;

/** Starts a release and drives it as far as it goes. */
export async function startRelease(
  workplace: Workplace,
  command: StartCommand,
  onDriver: OnDriver,
): Promise<CommandEnd> {
  const planned = await planRelease(workplace, command);
  for (const note of planned.notes) workplace.surroundings.say(note);
  return open(workplace, planned, planned.plan.tag, 1, onDriver);
}

/** A new attempt at a version that failed before its tag existed (decision 30): own record, same number, every gate again. */
export async function retryRelease(workplace: Workplace, words: RetryWords, onDriver: OnDriver): Promise<CommandEnd> {
  const { id: next, attempt, planned } = await planRetry(workplace, words);
  for (const note of planned.notes) workplace.surroundings.say(note);
  return open(workplace, planned, next, attempt, onDriver);
}

/** Continues a release from its record, whoever drove it before; finishes what a death left. */
export async function resumeRelease(workplace: Workplace, id: string, onDriver: OnDriver): Promise<CommandEnd> {
  const stored = await readOrThrow(workplace, id);
  await authorise(workplace, goingOn(stored, workplace));
  return goOn(workplace, stored, onDriver);
}

/** Goes on with a release as it was read. */
export async function goOn(workplace: Workplace, stored: StoredRelease, onDriver: OnDriver): Promise<CommandEnd> {
  // Another machine may have done all so far: its commits are what goes on here.
  await fetchAll(workplace.git);
  if (!stored.live) return { id: stored.id, end: await finishPublication(workplace, stored) };
  const driver = await workplace.journal.drive(stored.id, {
    onWait: waitingFor(workplace),
  });
  return go(workplace, driver, onDriver);
}

/** Brings back what served before a completed release: a record of its own (decision 33). A release in flight gets a request instead. */
export async function rollBackRelease(
  workplace: Workplace,
  wanted: { readonly from: string; readonly to?: string; readonly reason: string; readonly requestId: string },
  onDriver: OnDriver,
): Promise<CommandEnd | "requested"> {
  requireWayBack(wanted);
  await authorise(workplace, { deeds: ["rollback"], release: wanted.from });
  const bad = await readOrThrow(workplace, wanted.from);
  refuseRedeploy(bad);
  await fetchAll(workplace.git);
  if (bad.live && !isTerminal(bad.record.state)) {
    if (bad.record.touched.has("production")) await deployedBefore(workplace, bad, wanted);
    await askFor(workplace, bad.id, { kind: "rollback", id: wanted.requestId, reason: wanted.reason });
    return "requested";
  }
  if (bad.live && bad.record.state !== "completed") return goOn(workplace, bad, onDriver);
  if (bad.record.state !== "completed")
    throw new ReleaseFault("policy", `Release ${bad.id} is ${bad.record.state}: it does not serve production`, {
      hint: "Name the version that serves. Example: release rollback v2.5.0 --to v2.4.0",
    });
  const begun = await begunRollback(workplace, bad);
  if (begun !== undefined) return goOn(workplace, begun, onDriver);
  const to = await deployedBefore(workplace, bad, wanted);
  const plan = await rollbackPlan(workplace, bad, to, wanted.reason);
  const ended = bad.live ? await endForRollback(workplace, bad, wanted) : undefined;
  if (ended !== undefined && ended.end !== "completed") return ended;
  const next = await nextRollback(workplace, bad.record.plan.tag);
  return typeof next === "string" ? open(workplace, { plan }, next, 1, onDriver) : goOn(workplace, next, onDriver);
}

function refuseRedeploy({ id, record: { plan } }: StoredRelease): void {
  if (plan.redeploy === undefined) return;
  throw new ReleaseFault("input", `${id} deployed ${plan.tag} again: there is nothing to bring back`, {
    hint: `Roll back the release itself. Example: release rollback ${plan.tag}`,
  });
}

/** A rollback of this release that was asked for before and is not over: it is gone on with, and none begins beside it. */
async function begunRollback({ journal }: Workplace, { record }: StoredRelease): Promise<StoredRelease | undefined> {
  return (await journal.live()).find((one) => one.record.plan.rollback?.from === record.plan.tag);
}

/** One record at a time says who serves: that of the release is settled first. Whoever drives it hears of it within seconds. */
async function endForRollback(
  workplace: Workplace,
  { id, record }: StoredRelease,
  { requestId, reason }: { readonly requestId: string; readonly reason: string },
): Promise<CommandEnd> {
  if (isValidating(record))
    await workplace.journal.request(id, { kind: "rollback", id: requestId, by: workplace.actor, reason });
  try {
    return await goOn(workplace, await readOrThrow(workplace, id), () => undefined);
  } catch (thrown) {
    if (!(thrown instanceof DrivenElsewhereError)) throw thrown;
    throw new ReleaseFault("policy", `${id} is ended before its rollback by the process that drives it`, {
      hint: `In a few seconds, once more: release rollback ${id}`,
      cause: thrown,
    });
  }
}

async function rollbackPlan(
  workplace: Workplace,
  bad: StoredRelease,
  to: string,
  reason: string,
): Promise<ReleasePlan> {
  const { git, actor } = workplace;
  const loaded = await configAt(git, bad.record.tag?.sha ?? bad.record.plan.baseSha);
  const { reviewedDigest: _, overrides: _gates, ...planned } = bad.record.plan;
  return {
    ...planned,
    baseSha: bad.record.tag?.sha ?? bad.record.plan.baseSha,
    releaseType: "rollback",
    gates: [],
    initiatedBy: actor,
    configDigest: loaded.digest,
    rollback: { from: bad.record.plan.tag, to, reason },
  };
}

/** The first id that is free, or the rollback that somebody else began since we looked: there is one at a time. */
async function nextRollback({ journal }: Workplace, tag: string): Promise<string | StoredRelease> {
  for (let attempt = 1; ; attempt += 1) {
    const id = attempt === 1 ? `${tag}-rollback` : `${tag}-rollback_${attempt}`;
    const known = await journal.read(id);
    if (known === undefined) return id;
    if (known.live) return known;
  }
}

/** Leaves a request for whoever drives the release; they obey within seconds. */
export async function askFor(
  workplace: Workplace,
  id: string,
  request: { readonly kind: RequestKind; readonly id: string; readonly reason: string },
): Promise<StoredRelease> {
  await authorise(workplace, { deeds: [request.kind], release: id });
  const stored = await readOrThrow(workplace, id);
  if (!stored.live)
    throw new ReleaseFault("policy", `Release ${id} is over: it is ${stored.record.state}`, {
      hint: `See: release report ${id}`,
    });
  await workplace.journal.request(stored.id, { ...request, by: workplace.actor });
  return stored;
}

/** Lets a release that waits pass windows and freezes, for an emergency approver; whoever goes on with it finds that. */
export async function declareEmergency(
  workplace: Workplace,
  said: { readonly id: string; readonly emergency?: string | undefined; readonly requestId: string },
): Promise<void> {
  if (said.emergency === undefined) return;
  const reason = parseEmergency(said.emergency);
  await askFor(workplace, said.id, { kind: "emergency", id: said.requestId, reason });
}

/** Opens the record of what was planned and drives it. */
export async function open(
  workplace: Workplace,
  planned: Pick<PlannedRelease, "plan">,
  id: string,
  attempt: number,
  onDriver: OnDriver,
): Promise<CommandEnd> {
  const driver = await workplace.journal.start(id, planned.plan, attempt).catch(async (thrown: unknown) => {
    throw await beaten(workplace, id, asFault(thrown));
  });
  return go(workplace, driver, onDriver);
}

/** Of two starts at one instant the later one is told who was first, whatever the journal could see of them just then. */
async function beaten({ journal }: Workplace, id: string, fault: ReleaseFault): Promise<ReleaseFault> {
  const first = fault.code === "policy" ? await journal.read(id) : undefined;
  if (first?.live !== true) return fault;
  return new ReleaseFault("policy", `Release ${id} is open already: ${first.record.plan.initiatedBy} drives it`, {
    hint: `Continue it with: release resume ${id}   or end it with: release abort ${id} --reason="…"`,
    cause: fault,
  });
}

async function go(workplace: Workplace, driver: Driver, onDriver: OnDriver): Promise<CommandEnd> {
  onDriver(driver);
  const { id, end } = await useDriver(workplace, driver, { within: states });
  if (end === "left") throw new Error(`${id} left the table`);
  return { id, end };
}
