import { asFault } from "#faults";

import type { Ports } from "./context.ts";
import { attestationPath, checkpointPath } from "./records.ts";

/**
 * A copy of the signed head of the audit log, and of the release's signed summary, at the release on the code host:
 * there they stay when somebody writes the archive anew. A view for people: whatever keeps them away is told.
 */
export async function anchorAudit({ journal, forge, say }: Ports, release: string, tag: string): Promise<void> {
  const [checkpoint, summary] = [checkpointPath, attestationPath(release)];
  const kept = await journal.archiveFiles((path) => path === checkpoint || path === summary);
  const assets = [
    { name: `release-audit-${release}.checkpoint`, content: kept.get(checkpoint) },
    { name: `release-audit-${release}.intoto.json`, content: kept.get(summary) },
  ].flatMap(({ name, content }) => (content === undefined ? [] : [{ name, content: content.toString("utf8") }]));
  if (assets.length === 0) return;
  try {
    for (const warning of await forge.attach(tag, assets)) say(warning);
  } catch (thrown) {
    const fault = asFault(thrown);
    if (fault.code === "bug") throw thrown;
    say(`The audit log is not anchored at the release ${tag}: ${fault.message}`);
  }
}
