import { ReleaseFault } from "#faults";
import type { StoredRelease } from "#journal";

import type { Workplace } from "../open.ts";

/** A release by its id, with or without the `v`. */
export async function readOrThrow({ journal }: Workplace, id: string): Promise<StoredRelease> {
  const stored = await journal.read(id.startsWith("v") ? id : `v${id}`);
  if (stored !== undefined) return stored;
  const known = [...(await journal.live()), ...(await journal.archived())].map((release) => release.id);
  throw new ReleaseFault("input", `There is no release ${id}`, {
    hint:
      known.length === 0
        ? "No release was started yet. Example: release start --version=auto"
        : `Known: ${known.slice(-8).join(", ")}`,
  });
}

/**
 * The release that a run of the code host opened, by its record; `undefined` when it opened none, or none that goes on.
 * For the job after one that died before it could name its release.
 */
export async function openedByRun({ journal }: Workplace, runId: string): Promise<string | undefined> {
  return (await journal.live()).find(({ facts }) => facts[0]?.run.id === runId)?.id;
}
