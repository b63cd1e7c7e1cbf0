import {
  checkpointProblems,
  continueLog,
  type DeniedHour,
  keyName,
  loadAttestation,
  type NoteSigner,
  type NoteVerifier,
  parseVerifier,
  signCheckpoint,
  signerFrom,
  staleness,
} from "#audit";
import { asFault, ReleaseFault } from "#faults";
import type { Forge } from "#forge";
import type { ArchiveFile } from "#journal";
import type { Fact } from "#machine";

import type { StageContext } from "./context.ts";
import { attestationPath, auditLogPath, checkpointPath } from "./records.ts";

/** The variable that holds the key of the audit log; it is read once, and nothing of the project is started with it. */
export const auditKeyVariable = "RELEASE_AUDIT_KEY";

/** The key of the environment, if there is one. */
export function auditKeyOf(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const key = env[auditKeyVariable]?.trim() ?? "";
  return key === "" ? undefined : key;
}

/** Signs in the name of a repository's log: `github.com/org/shop/release-audit`. Throws a `config` fault without a usable key. */
export function auditSignerOf({ webUrl }: Pick<Forge, "webUrl">, key: string | undefined): NoteSigner {
  if (key !== undefined) return signerFrom(`${webUrl.replace(/^\w+:\/\//, "")}/release-audit`, key);
  throw new ReleaseFault("config", `audit.sign is key, and there is none: ${auditKeyVariable} is not set`, {
    hint: `Put the private key into ${auditKeyVariable}, in the workflow into the secret of that name, or set audit.sign to none.`,
  });
}

/** What a release that ends leaves in the log, and the head that was signed before it. */
interface LogBefore {
  readonly release: string;
  readonly log: string;
  readonly checkpoint: string | undefined;
  readonly addition: { readonly facts: readonly Fact[]; readonly denied: readonly DeniedHour[] };
}

type Signing = Pick<StageContext, "config" | "forge" | "auditKey" | "say">;

/**
 * The log with the release at its end, its signed head, and the signed summary of the release. A release that ended is archived with or without that:
 * whatever keeps a signature away is told, and the next release to end signs for this one too. A log that is not the
 * one that was signed before is not signed again: that would hide who changed it.
 */
export async function continuedLog(context: Signing, before: LogBefore): Promise<readonly ArchiveFile[]> {
  const { config, forge, auditKey, say } = context;
  const unsigned = { path: auditLogPath, content: continueLog(before.log, before.addition) };
  if (config.audit.sign === "none") return [unsigned];
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
    return [unsigned];
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
