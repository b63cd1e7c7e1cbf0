import { anchorOf } from "#audit";
import { asFault } from "#faults";

import type { Ports } from "../context.ts";
import { attestationPath, checkpointPath } from "./records.ts";

/**
 * The signed head of the audit log leaves the repository's own keeping: whole, with the release's signed summary, at the
 * release on the code host; in short at the deployment to production, where nobody can change what was said. There they
 * stay when somebody writes the archive anew. Done twice, it is there once; whatever keeps it away is told.
 */
export async function anchorAudit(ports: Ports, release: string, tag: string): Promise<void> {
  const { journal, forge, say } = ports;
  const [checkpoint, summary] = [checkpointPath, attestationPath(release)];
  const kept = await journal.archiveFiles((path) => path === checkpoint || path === summary);
  const assets = [
    { name: `release-audit-${release}.checkpoint`, content: kept.get(checkpoint) },
    { name: `release-audit-${release}.intoto.json`, content: kept.get(summary) },
  ].flatMap(({ name, content }) => (content === undefined ? [] : [{ name, content: content.toString("utf8") }]));
  if (assets.length === 0) return;
  await orTell(ports, `at the release ${tag}`, async () => {
    for (const warning of await forge.attach(tag, assets)) say(warning);
  });
  const note = anchorOf(kept.get(checkpoint)?.toString("utf8") ?? "");
  if (note === undefined) return;
  await orTell(ports, `at the deployment of ${tag}`, async () => {
    await forge.noteDeployment({ environment: "production", release: tag, note });
  });
}

async function orTell({ say }: Ports, where: string, anchor: () => Promise<void>): Promise<void> {
  try {
    await anchor();
  } catch (thrown) {
    const fault = asFault(thrown);
    if (fault.code === "bug") throw thrown;
    say(`The audit log is not anchored ${where}: ${fault.message}`);
  }
}
