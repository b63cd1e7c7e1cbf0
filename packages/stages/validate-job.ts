import type { GateName, ReleasePlan, State } from "#machine";

import { driveJob, isOver, loadRelease, requireBoth, useDriver, type Driven } from "./driving.ts";
import type { Workplace } from "./open.ts";
import { isPublished } from "./publication.ts";
import { planRelease, type StartCommand } from "./plan.ts";
import { resumeAt, shaOf, wholeLeg } from "./route.ts";

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
  // A death may have come between the archive and the target branch: then the job of that end goes on.
  const isDone = isOver(stored) && (stored.live || (await isPublished(workplace, stored)));
  if (!isDone) return routeOf({ id, record, end: "left" });
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
