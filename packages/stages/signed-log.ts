import {
  checkpointProblems,
  continueLog,
  keyName,
  loadAttestation,
  type NoteVerifier,
  parseVerifier,
  signCheckpoint,
  staleness,
} from "#audit";
import { asFault, ReleaseFault } from "#faults";
import type { ArchiveFile } from "#journal";

import { auditSignerOf, type LogBefore, type Signing } from "./audit-signing.ts";
import type { Ports } from "./context.ts";
import { attestationPath, auditLogPath, checkpointPath } from "./records.ts";

/** The log with the release at its end, its signed head, and the signed summary of the release; only the first where it cannot be signed. */
export async function signedLog(context: Signing, before: LogBefore): Promise<readonly ArchiveFile[]> {
  const { config, forge, auditKey, say } = context;
  try {
    const signer = auditSignerOf(forge, auditKey);
    refuseChanged(before, [signer, ...config.audit.keys.map(parseVerifier)]);
    const { attestation } = await loadAttestation();
    const content = continueLog(before.log, { ...before.addition, signedBy: keyName(signer) });
    return [
      { path: auditLogPath, content },
      { path: checkpointPath, content: await signCheckpoint(content, signer) },
      {
        path: attestationPath(before.release),
        content: await attestation({ facts: before.addition.facts, webUrl: forge.webUrl }, signer),
      },
    ];
  } catch (thrown) {
    const fault = asFault(thrown);
    if (fault.code === "bug") throw thrown;
    say(`The audit log is not signed this time: ${fault.message}`);
    return [{ path: auditLogPath, content: continueLog(before.log, before.addition) }];
  }
}

function refuseChanged({ log, checkpoint }: LogBefore, verifiers: readonly NoteVerifier[]): void {
  const own = checkpoint === undefined ? undefined : { from: checkpointPath, checkpoint };
  const bytes = Buffer.from(log);
  const problems = [
    ...staleness(bytes, own),
    ...(own === undefined ? [] : checkpointProblems(bytes, [own], verifiers)),
  ];
  if (problems.length === 0) return;
  throw new ReleaseFault("policy", problems.join("; "), {
    hint: "Look with: release audit verify   and put what was signed back. After a change of keys the old one stays in audit.keys.",
  });
}

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
