import { isTerminal, type GateName, type ReleasePlan, type State } from "#machine";

import { finishPublication } from "./commands.ts";
import { driveJob, isOver, loadRelease, requireBoth, useDriver, type Driven, type Prepare } from "./driving.ts";
import { failAtGate } from "./quality-gates.ts";
import { moveTo, required, resumeCommand, type StageContext } from "./context.ts";
import type { Workplace } from "./open.ts";
import { planRelease, type StartCommand } from "./plan.ts";
import { resumeAt, shaOf, wholeLeg } from "./route.ts";
import { gateFacts, verifiedOutcomes, type DeliveredEvidence } from "./verify-evidence.ts";

/** What the other jobs of a run go by. */
export interface Route {
  readonly outcome: "go" | "waiting" | "refused";
  readonly release: string;
  readonly type: ReleasePlan["releaseType"];
  readonly resumeAt: State;
  /** Whether people have to be asked before production. No run may skip that: an approval counts in its own run only. */
  readonly approval: "ask";
  readonly legs: readonly (GateName | typeof wholeLeg)[];
  readonly sha: string;
  /** For people. */
  readonly notes: readonly string[];
}

export type ValidateCommand =
  | { readonly kind: "start"; readonly start: StartCommand }
  | { readonly kind: "resume"; readonly id: string };

/** Opens a release, or finds where a run has to go on with one. The release stands after `initiated` then, or waits. */
export async function validateJob(workplace: Workplace, command: ValidateCommand): Promise<Route> {
  if (command.kind === "start") return begin(workplace, command.start);
  const stored = await loadRelease(workplace, command.id);
  if (stored.live && stored.record.state === "initiated")
    return routeOf(await driveJob(workplace, stored, { within: ["initiated"] }));
  const { id, record } = stored;
  if (!isOver(stored)) return routeOf({ id, record, end: "left" });
  const notes = [`${id} is over: it is ${record.state}`];
  return { ...routeOf({ id, record, end: "left" }), outcome: "refused", notes };
}

async function begin(workplace: Workplace, start: StartCommand): Promise<Route> {
  const { plan, notes } = await planRelease(workplace, start);
  if (start.dryRun === true) return dryRoute(plan, notes);
  await requireBoth(workplace);
  const driver = await workplace.journal.start(plan.tag, plan, 1);
  const route = routeOf(await useDriver(workplace, driver, { within: ["initiated"] }));
  return { ...route, notes: [...notes, ...route.notes] };
}

function routeOf({ id, end, record }: Driven): Route {
  const { suspended, plan } = record;
  const waits = end === "suspended" && suspended !== undefined;
  return {
    outcome: waits ? "waiting" : "go",
    release: id,
    type: plan.releaseType,
    resumeAt: resumeAt(record),
    approval: "ask",
    legs: [wholeLeg],
    sha: shaOf(record),
    notes: waits ? [`it waits: ${suspended.reason}`] : [],
  };
}

/** What would happen: nothing was changed, and no job follows. */
function dryRoute(plan: ReleasePlan, notes: readonly string[]): Route {
  return {
    outcome: "waiting",
    release: plan.tag,
    type: plan.releaseType,
    resumeAt: "initiated",
    approval: "ask",
    legs: [wholeLeg],
    sha: plan.baseSha,
    notes: [
      "dry run: nothing was changed",
      ...notes,
      `gates: ${plan.gates.join(", ")}`,
      `production ${plan.productionStrategy}: ${plan.steps.join(", ")} %`,
    ],
  };
}

/** Where a job left the release. */
export interface JobEnd<Outcome extends string> {
  readonly id: string;
  readonly outcome: Outcome;
  readonly notes: readonly string[];
}

export interface ReviewCommand {
  readonly id: string;
  readonly evidence: readonly DeliveredEvidence[];
  /** `needs.<gates>.result`: whatever legs say, they count only when their jobs ended well. */
  readonly gatesResult: string;
}

/**
 * Records what the legs proved, then the pull request: opened, approved, merged, tagged. Runs no code of the project: when
 * the merged tree was never gated, the release waits for another run. Throws `EvidenceRefusedError`, and records nothing then.
 */
export async function reviewJob(
  workplace: Workplace,
  command: ReviewCommand,
): Promise<JobEnd<"go" | "waiting" | "failed">> {
  const stored = await loadRelease(workplace, command.id);
  if (isOver(stored)) return ended({ id: stored.id, end: "left", record: stored.record }, "review");
  const driven = await driveJob(workplace, stored, {
    within: ["review"],
    prepare: (context) => recordGates(context, command),
  });
  if (driven.record.state === "quality_gates" && driven.end === "left") return gateAgain(workplace, driven);
  return ended(driven, "review");
}

/** The state of the gates ends with their evidence. In a resumed run that begins at the review there is nothing to record. */
async function recordGates(context: StageContext, { evidence, gatesResult }: ReviewCommand): ReturnType<Prepare> {
  const { driver } = context;
  const { state, plan } = driver.record;
  if (state !== "quality_gates" && state !== "quality_gates_fast") return "ready";
  const sha = required(driver.record.gatedSha, "the gated commit");
  const outcomes = verifiedOutcomes({ release: driver.id, sha, plan }, evidence);
  const failed = outcomes.find(({ status }) => status === "failed");
  if (failed === undefined && gatesResult !== "success") return interrupted(context, `the gates ended ${gatesResult}`);
  if (driver.record.suspended !== undefined) driver.decide({ type: "resumed", by: context.actor });
  const unknown = outcomes.filter(({ gate }) => driver.record.gates.get(gate)?.sha !== sha);
  driver.observe(...gateFacts(unknown));
  if (failed === undefined) moveTo(driver, "review", "all quality gates passed");
  else failAtGate(driver, failed);
  await driver.flush();
  return "ready";
}

/** Nobody is to blame: the release stays where it is, and another run goes on. */
export async function interrupted({ driver }: StageContext, reason: string): Promise<"suspended"> {
  if (driver.record.suspended === undefined)
    await driver.suspend({ waitsFor: "interrupted", reason, command: resumeCommand(driver.record) });
  return "suspended";
}

async function gateAgain(workplace: Workplace, { id }: Driven): Promise<JobEnd<"waiting">> {
  const reason = "the merged tree was never gated: its gates run in another run";
  await driveJob(workplace, await loadRelease(workplace, id), {
    within: [],
    prepare: (context) => interrupted(context, reason),
  });
  return { id, outcome: "waiting", notes: [reason] };
}

/** Staging: the tagged commit is deployed, tested and watched; a bad one leaves staging as it was. */
export async function deployToStaging(workplace: Workplace, id: string): Promise<JobEnd<"go" | "waiting" | "failed">> {
  const stored = await loadRelease(workplace, id);
  if (isOver(stored)) return ended({ id: stored.id, end: "left", record: stored.record }, "staging");
  return ended(await driveJob(workplace, stored, { within: tagged(stored.record.tag, "staging") }), "staging");
}

/** A review that died after its tag has nothing left to do but to say so. */
function tagged(tag: unknown, ...own: readonly State[]): readonly State[] {
  return tag === undefined ? own : ["review", ...own];
}

function ended({ id, end, record }: Driven, job: State): JobEnd<"go" | "waiting" | "failed"> {
  const notes = record.suspended === undefined ? [] : [`it waits: ${record.suspended.reason}`];
  if (end === "suspended" || record.state === job) return { id, outcome: "waiting", notes };
  if (record.state !== "failed") return { id, outcome: "go", notes };
  return { id, outcome: "failed", notes: [record.failure?.failureReason ?? "it failed before"] };
}

export type ProductionOutcome = "verified" | "touched" | "untouched" | "waiting";

/** Production: share by share under watch. A verdict takes all traffic back here, in the process that saw it. */
export async function deployToProduction(workplace: Workplace, id: string): Promise<JobEnd<ProductionOutcome>> {
  const stored = await loadRelease(workplace, id);
  const { record } = stored;
  if (isOver(stored)) return productionEnd({ id: stored.id, end: "left", record });
  const hotfix = record.plan.releaseType === "hotfix";
  const own = hotfix ? tagged(record.tag, "production_canary") : ["production" as const];
  return productionEnd(await driveJob(workplace, stored, { within: own }));
}

function productionEnd({ id, end, record }: Driven): JobEnd<ProductionOutcome> {
  if (record.state === "completed") return { id, outcome: "verified", notes: ["production verified"] };
  if (end === "suspended")
    return { id, outcome: "waiting", notes: [`it waits: ${record.suspended?.reason ?? "see its record"}`] };
  const reason = record.verdict?.reason ?? record.failure?.failureReason ?? `it is ${record.state}`;
  return { id, outcome: record.touched.has("production") ? "touched" : "untouched", notes: [reason] };
}

export type EndState = "completed" | "failed";

/** The duties after an end: release page, report, records. Does nothing for a release that did not end so. */
export async function reportJob(
  workplace: Workplace,
  { id, state }: { readonly id: string; readonly state: EndState },
): Promise<JobEnd<EndState | "waiting" | "untouched">> {
  const stored = await loadRelease(workplace, id);
  const { record } = stored;
  if (!stored.live && record.state === state) {
    await finishPublication(workplace, stored);
    return { id: stored.id, outcome: state, notes: [] };
  }
  if (record.state === state) {
    await driveJob(workplace, stored, { within: [state] });
    return { id: stored.id, outcome: state, notes: [] };
  }
  if (state === "failed" && diedBeforeProduction(stored.record.state)) return suspendDead(workplace, stored.id);
  return { id: stored.id, outcome: "untouched", notes: [`${stored.id} is ${record.state}: nothing to do`] };
}

function diedBeforeProduction(state: State): boolean {
  return !isTerminal(state) && state !== "production" && state !== "production_canary";
}

/** No verdict: a dead runner is not a bad release. It stays where it is until another run goes on, or until it died there three times. */
async function suspendDead(workplace: Workplace, id: string): Promise<JobEnd<EndState | "waiting">> {
  const stored = await loadRelease(workplace, id);
  const { record } = stored;
  if (record.suspended !== undefined)
    return { id, outcome: "waiting", notes: [`it waits: ${record.suspended.reason}`] };
  const reason = `a job of this run ended without a verdict while the release was in ${record.state}`;
  const driven = await driveJob(workplace, stored, {
    within: ["failed"],
    prepare: (context) => diedAgain(context, reason),
  });
  return driven.record.state === "failed"
    ? { id, outcome: "failed", notes: [driven.record.failure?.failureReason ?? reason] }
    : { id, outcome: "waiting", notes: [reason] };
}

const deathsAllowed = 2;

async function diedAgain(context: StageContext, reason: string): ReturnType<Prepare> {
  const { driver } = context;
  const since = driver.facts.findLastIndex(({ type }) => type === "moved");
  const deaths = driver.facts
    .slice(since + 1)
    .filter((fact) => fact.type === "suspended" && fact.waitsFor === "interrupted").length;
  if (deaths < deathsAllowed) return interrupted(context, reason);
  const { state } = driver.record;
  driver.decide({
    type: "failure-captured",
    failedState: state,
    failureReason: `Its jobs died in ${state} ${deaths + 1} times`,
    actionableFixSuggestions: [
      "Look at the last lines of those jobs: runners that run out of memory or time say so there.",
    ],
  });
  moveTo(driver, "failed", reason);
  await driver.flush();
  return "ready";
}
