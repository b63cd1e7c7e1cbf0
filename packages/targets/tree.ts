import { access, mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

import type { Artifact } from "./port.ts";

/** The tree appears whole or not at all, however often a death interrupts. */
export async function exportOnce(artifact: Artifact, directory: string): Promise<void> {
  if (
    await access(directory).then(
      () => true,
      () => false,
    )
  )
    return;
  const draft = `${directory}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(dirname(directory), { recursive: true });
  await artifact.export(draft);
  await rename(draft, directory);
}
