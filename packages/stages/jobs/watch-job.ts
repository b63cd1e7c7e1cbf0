import { asFault, type ReleaseFault } from "#faults";
import type { StoredRelease } from "#journal";
import type { State } from "#machine";

import { fetchAll, type Workplace } from "../open.ts";
import { standingOf } from "../queue/standing.ts";
import { tidyTargets } from "../rollout/tidy.ts";
import { wakeEvent } from "./woken.ts";

/** What was seen of a release, and what became of it. */
export interface Sighting {
  readonly id: string;
  readonly state: State;
  /** `may-go-on`: it was not this look that woke it. */
  readonly did: "woke" | "may-go-on" | "left" | "fault";
  readonly reason: string;
  readonly fault?: ReleaseFault;
}

/** How a release that may go on is set going. Throws where that fails. */
export type Wake = (release: StoredRelease) => Promise<void>;

/**
 * One look at every live release, those that customers are on first. Those that may go on are woken, each by one of
 * however many look at once: the record says who was first. One that cannot be looked at keeps nobody from the others.
 */
export async function watchJob(workplace: Workplace, wake?: Wake): Promise<readonly Sighting[]> {
  await fetchAll(workplace.git);
  const releases = await workplace.journal.live();
  const sightings: Sighting[] = [];
  for (const release of releases.toSorted((a, b) => Number(urgent(b)) - Number(urgent(a))))
    sightings.push(await lookAt(workplace, release, wake));
  await tidyTargets(workplace, releases);
  return sightings;
}

function urgent({ record: { touched, restored } }: StoredRelease): boolean {
  return touched.has("production") && !restored.has("production");
}

/** One look at one release; wakes it when it may go on. */
export async function lookAt(workplace: Workplace, release: StoredRelease, wake: Wake | undefined): Promise<Sighting> {
  const { id, record } = release;
  const seen = { id, state: record.state };
  try {
    const { may, reason } = await standingOf(workplace, release);
    if (may === "wait") return { ...seen, did: "left", reason };
    if (wake === undefined) return { ...seen, did: "may-go-on", reason };
    const first = await workplace.journal.noteWake(id, { seen: record.lastSeq, reason });
    if (!first) return { ...seen, did: "left", reason: `somebody else goes on with it just now (${reason})` };
    await wake(release);
    return { ...seen, did: "woke", reason };
  } catch (thrown) {
    const fault = asFault(thrown);
    return { ...seen, did: "fault", reason: fault.message, fault };
  }
}

/** Wakes by the event that the caller's file listens for: the run that follows drives the release, or the re-deploy. */
export function wakeByEvent({ forge }: Workplace): Wake {
  return async ({ id, record: { plan } }) => {
    // Another workflow goes on with it, in the environment that has its credentials.
    const redeploy = plan.redeploy === undefined ? {} : { redeploy: plan.redeploy.environment };
    await forge.sendEvent(wakeEvent, { release: id, ...redeploy });
  };
}
