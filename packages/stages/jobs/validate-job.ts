import type { StoredRelease } from "#journal";
import type { ReleasePlan, RequestKind, State } from "#machine";
import { firstLines } from "#report";

import type { StageContext } from "../context.ts";
import { askFor, declareEmergency } from "../commands/commands.ts";
import { readOrThrow } from "../commands/known-release.ts";
import { driveJob, isOver, loadRelease, useDriver, type Driven, type Prepare } from "../driving.ts";
import { protectedForJobs, refuseOrphans, requireDefaultBranch } from "../plan/environments.ts";
import { configAt, type Workplace } from "../open.ts";
import { planRelease } from "../plan/plan.ts";
import type { StartCommand } from "../commands/start-command.ts";
import {
  answerOf,
  approvalRoute,
  isUndecided,
  policyOf,
  recordAnswer,
  type ApprovalRoute,
} from "../review/production-approval.ts";
import { isPublished } from "../records/publication.ts";
import { planRetry, type RetryWords } from "../commands/retry.ts";
import { legsOf, resumeAt, shaOf, type Leg } from "./route.ts";
import { drivenNow } from "../queue/standing.ts";
import { heldBack } from "./woken.ts";

/** What the other jobs of a run go by. */
export interface Route {
  readonly outcome: "go" | "waiting" | "refused";
  readonly release: string;
  readonly type: ReleasePlan["releaseType"];
  readonly resumeAt: State;
  /** Whether people have to be asked before production; the job that deploys checks again. */
  readonly approval: ApprovalRoute;
  readonly legs: readonly Leg[];
  readonly sha: string;
  readonly incident?: ReleasePlan["incident"];
  /** What people have to know before anything else: overridden gates, and findings that may stay. */
  readonly first: readonly string[];
  /** For people. */
  readonly notes: readonly string[];
}

export type ValidateCommand =
  | { readonly kind: "start"; readonly start: StartCommand }
  | { readonly kind: "resume"; readonly id: string; readonly emergency?: string | undefined }
  | { readonly kind: "request"; readonly id: string; readonly ask: RequestKind; readonly reason: string }
  | ({ readonly kind: "retry" } & RetryWords);

/** Opens a release, or finds where a run has to go on with one. The release stands after `initiated` then, or waits. */
export async function validateJob(workplace: Workplace, command: ValidateCommand): Promise<Route> {
  if (command.kind === "start") return begin(workplace, command.start);
  if (command.kind === "retry") return again(workplace, command);
  const loaded = await loadRelease(workplace, command.id);
  await requireDefaultBranch(workplace);
  const stored = await asked(workplace, loaded, command);
  if (command.kind === "request") {
    const busy = await drivenNow(workplace, loaded);
    if (busy !== undefined) return leftToDriver(stored, `${command.ask} of ${stored.id} is recorded; it is ${busy}`);
  }
  const { redeploy } = stored.record.plan;
  if (redeploy !== undefined)
    return refusedRoute(stored, `${stored.id} is gone on with by: release redeploy ${redeploy.environment}`);
  const held = heldBack(workplace, stored);
  if (held !== undefined) return refusedRoute(stored, held);
  if (isOver(stored)) {
    // A death may have come between the archive and the target branch: then the job of that end goes on.
    const isDone = stored.live || (await isPublished(workplace, stored));
    return isDone
      ? refusedRoute(stored, `${stored.id} is over: it is ${stored.record.state}`)
      : routeOf({ id: stored.id, record: stored.record, end: "left" });
  }
  const heard = await hear(workplace, stored);
  const notes = await ready(workplace, heard);
  return noting(
    notes,
    routeOf(heard.record.state === "initiated" ? await driveJob(workplace, stored, { within: ["initiated"] }) : heard),
  );
}

/** Leaves what people want of the release in its record. Sent again by another attempt of the run it is the same request. */
async function asked(
  workplace: Workplace,
  stored: StoredRelease,
  command: Extract<ValidateCommand, { kind: "resume" | "request" }>,
): Promise<StoredRelease> {
  const requestId = `run-${workplace.surroundings.env["GITHUB_RUN_ID"] ?? ""}-${command.kind}`;
  const { id } = stored;
  if (command.kind === "request")
    await askFor(workplace, id, { kind: command.ask, id: requestId, reason: command.reason });
  else if (command.emergency === undefined) return stored;
  else await declareEmergency(workplace, { id, emergency: command.emergency, requestId });
  return readOrThrow(workplace, id);
}

/** Whoever drives it obeys within seconds: nothing is left to this run. */
function leftToDriver({ id, record }: StoredRelease, note: string): Route {
  return { ...routeOf({ id, record, end: "left" }), outcome: "waiting", notes: [note] };
}

function refusedRoute({ id, record }: StoredRelease, note: string): Route {
  return { ...routeOf({ id, record, end: "left" }), outcome: "refused", notes: [note] };
}

async function begin(workplace: Workplace, start: StartCommand): Promise<Route> {
  const { plan, notes } = await planRelease(workplace, start, protectedForJobs);
  if (start.dryRun === true) return dryRoute(plan, notes);
  return open(workplace, { id: plan.tag, plan, attempt: 1, notes });
}

/** A new attempt at a version that failed: its record begins here like that of a start. */
async function again(workplace: Workplace, words: RetryWords): Promise<Route> {
  const { id: next, attempt, planned } = await planRetry(workplace, words);
  return open(workplace, { id: next, plan: planned.plan, attempt, notes: planned.notes });
}

async function open(
  workplace: Workplace,
  { id, plan, attempt, notes }: Pick<Route, "notes"> & Pick<Driven, "id"> & { plan: ReleasePlan; attempt: number },
): Promise<Route> {
  await requireDefaultBranch(workplace);
  await refuseOrphans(workplace, plan);
  const driver = await workplace.journal.start(id, plan, attempt);
  return noting(notes, routeOf(await useDriver(workplace, driver, { within: ["initiated"] })));
}

/** What people said in earlier runs is recorded here, whatever became of the job that waited for it. */
async function hear(workplace: Workplace, stored: StoredRelease): Promise<Driven> {
  const { id, record, facts } = stored;
  const asIs: Driven = { id, record, end: "left" };
  if (!isUndecided(record)) return asIs;
  const { config } = await configAt(workplace.git, record.plan.baseSha);
  const answer = await answerOf({ forge: workplace.forge, clock: workplace.surroundings.clock, config, record, facts });
  const known = answer.kind === "approved" && record.productionApproval?.runId === answer.runId;
  const waits =
    record.suspended !== undefined && (record.state === "production" || record.state === "production_canary");
  if ((answer.kind === "open" || known) && !waits) return asIs;
  return driveJob(workplace, stored, { within: [], prepare: goOn });
}

/** The jobs before production find nothing to do there, so nobody else would note that the release goes on. */
async function goOn(context: StageContext): ReturnType<Prepare> {
  const { driver, actor } = context;
  const said = await recordAnswer(context);
  if (said !== "refused" && driver.record.suspended !== undefined) driver.decide({ type: "resumed", by: actor });
  await driver.flush();
  return "ready";
}

/** The environments are looked at while nothing of the release needs them yet: a rollback is never refused. */
async function ready(workplace: Workplace, { record }: Driven): Promise<readonly string[]> {
  const { state, plan } = record;
  if (!early.includes(state) && !isUndecided(record)) return [];
  return protectedForJobs(workplace, await policyOf(workplace.git, plan.targetBranch), plan);
}

const early: readonly State[] = ["initiated", "quality_gates", "quality_gates_fast", "review", "staging"];

const noting = (notes: readonly string[], route: Route): Route => ({ ...route, notes: [...notes, ...route.notes] });

function routeOf({ id, end, record }: Driven): Route {
  const { suspended, plan } = record;
  const waits = end === "suspended" && suspended !== undefined;
  return {
    outcome: waits ? "waiting" : "go",
    release: id,
    type: plan.releaseType,
    resumeAt: resumeAt(record),
    approval: approvalRoute(record),
    legs: legsOf(record),
    sha: shaOf(record),
    ...(plan.incident === undefined ? {} : { incident: plan.incident }),
    first: firstLines(record),
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
    approval: plan.incident?.autoApproved === true ? "auto" : "ask",
    legs: legsOf({ plan, gates: new Map() }),
    sha: plan.baseSha,
    ...(plan.incident === undefined ? {} : { incident: plan.incident }),
    first: firstLines({ plan, gates: new Map() }),
    notes: [
      "dry run: nothing was changed",
      ...notes,
      `gates: ${plan.gates.join(", ")}`,
      `production ${plan.productionStrategy}: ${plan.steps.join(", ")} %`,
    ],
  };
}
