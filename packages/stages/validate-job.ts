import type { StoredRelease } from "#journal";
import type { GateName, ReleasePlan, State } from "#machine";

import { driveJob, isOver, loadRelease, requireBoth, useDriver, type Driven } from "./driving.ts";
import type { Workplace } from "./open.ts";
import { planRetry } from "./retry.ts";
import { planRelease, type StartCommand } from "./plan.ts";
import { resumeAt, shaOf, wholeLeg } from "./route.ts";
import { heldBack } from "./woken.ts";

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
  | { readonly kind: "resume" | "retry"; readonly id: string };

/** Opens a release, or finds where a run has to go on with one. The release stands after `initiated` then, or waits. */
export async function validateJob(workplace: Workplace, command: ValidateCommand): Promise<Route> {
  if (command.kind === "start") return begin(workplace, command.start);
  if (command.kind === "retry") return again(workplace, command.id);
  const stored = await loadRelease(workplace, command.id);
  const held = heldBack(workplace, stored);
  if (held !== undefined) return refusedRoute(stored, held);
  if (stored.live && stored.record.state === "initiated")
    return routeOf(await driveJob(workplace, stored, { within: ["initiated"] }));
  const { id, record } = stored;
  if (!isOver(stored)) return routeOf({ id, record, end: "left" });
  return refusedRoute(stored, `${id} is over: it is ${record.state}`);
}

function refusedRoute({ id, record }: StoredRelease, note: string): Route {
  return { ...routeOf({ id, record, end: "left" }), outcome: "refused", notes: [note] };
}

async function begin(workplace: Workplace, start: StartCommand): Promise<Route> {
  const { plan, notes } = await planRelease(workplace, start);
  if (start.dryRun === true) return dryRoute(plan, notes);
  return open(workplace, { id: plan.tag, plan, attempt: 1, notes });
}

/** A new attempt at a version that failed: its record begins here like that of a start. */
async function again(workplace: Workplace, id: string): Promise<Route> {
  const { id: next, attempt, planned } = await planRetry(workplace, id);
  return open(workplace, { id: next, plan: planned.plan, attempt, notes: planned.notes });
}

async function open(
  workplace: Workplace,
  { id, plan, attempt, notes }: Pick<Route, "notes"> & Pick<Driven, "id"> & { plan: ReleasePlan; attempt: number },
): Promise<Route> {
  await requireBoth(workplace);
  const driver = await workplace.journal.start(id, plan, attempt);
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
