import {
  checkpointProblems,
  continueLog,
  type DeniedHour,
  keyName,
  type NoteVerifier,
  parseVerifier,
  staleness,
} from "#audit";
import { asFault, ReleaseFault } from "#faults";
import type { ArchiveFile } from "#journal";
import type { Fact, ReleasePlan } from "#machine";

import type { AuditSigner } from "./audit-signer.ts";
import type { StageContext } from "../context.ts";
import { policyOf } from "../review/production-approval.ts";
import { auditLogPath, checkpointPath } from "./records.ts";

/** What a release that ends leaves in the log, and the head that was signed before it. */
interface LogBefore {
  readonly release: string;
  readonly log: string;
  readonly checkpoint: string | undefined;
  /** Another file of the archive that it is continued in. */
  readonly read: (path: string) => Promise<string | undefined>;
  readonly addition: { readonly facts: readonly Fact[]; readonly denied: readonly DeniedHour[] };
}

type Signing = Pick<StageContext, "config" | "forge" | "git" | "auditSigner" | "say"> & {
  readonly driver: { readonly record: { readonly plan: Pick<ReleasePlan, "targetBranch"> } };
};

/**
 * The log with the release at its end, its signed head, and the signed summary of the release, and of those that ended
 * before it where nothing could sign. A release that ended is archived with or without that:
 * whatever keeps a signature away is told, and the next release to end signs for this one too. A log that is not the
 * one that was signed before is not signed again: that would hide who changed it.
 */
export async function continuedLog(context: Signing, before: LogBefore): Promise<readonly ArchiveFile[]> {
  const { config, forge, say } = context;
  const unsigned = { path: auditLogPath, content: continueLog(before.log, before.addition) };
  if (config.audit.sign === "none") return [unsigned];
  try {
    const signer = await signerFor(context);
    refuseChanged(before, [...signer.versions, ...config.audit.keys.map(parseVerifier)]);
    const content = continueLog(before.log, { ...before.addition, signedBy: keyName(signer) });
    const { signedFiles, unsignedBefore } = await import("./signed-files.ts");
    const releases = new Map([...(await unsignedBefore(before, say)), [before.release, before.addition.facts]]);
    return [{ path: auditLogPath, content }, ...(await signedFiles({ content, releases }, signer, forge))];
  } catch (thrown) {
    const fault = asFault(thrown);
    if (fault.code === "bug") throw thrown;
    say(`The audit log is not signed this time: ${fault.message}\n${fault.hint}`);
    return [unsigned];
  }
}

/**
 * Which Vault is asked, and as whom, says the branch that is released to: whoever writes a source branch must not have what
 * proves us sent to a Vault of theirs.
 */
async function signerFor({ config, git, auditSigner, driver }: Signing): Promise<AuditSigner> {
  if (config.audit.sign !== "vault") return auditSigner(config.audit);
  const { targetBranch } = driver.record.plan;
  await git.fetch([`+refs/heads/${targetBranch}:refs/remotes/origin/${targetBranch}`]);
  const { audit } = await policyOf(git, targetBranch);
  if (audit.sign === "vault") return auditSigner(audit);
  throw new ReleaseFault("config", `audit.sign is vault, and ${targetBranch} does not say so yet`, {
    hint: `The Vault that is asked is the one of ${targetBranch}: it signs from the first release on that brought the setting there.`,
  });
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
