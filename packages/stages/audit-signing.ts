import { continueLog, type DeniedHour, type NoteSigner, signerFrom } from "#audit";
import { ReleaseFault } from "#faults";
import type { Forge } from "#forge";
import type { ArchiveFile } from "#journal";
import type { Fact } from "#machine";

import type { StageContext } from "./context.ts";
import { auditLogPath } from "./records.ts";

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
export interface LogBefore {
  readonly release: string;
  readonly log: string;
  readonly checkpoint: string | undefined;
  readonly addition: { readonly facts: readonly Fact[]; readonly denied: readonly DeniedHour[] };
}

export type Signing = Pick<StageContext, "config" | "forge" | "auditKey" | "say">;

/**
 * The log with the release at its end, signed where the configuration wants it. A release that ended is archived with
 * or without a signature: whatever keeps it away is told, and the next release to end signs for this one too. A log that
 * is not the one that was signed before is not signed again: that would hide who changed it.
 */
export async function continuedLog(context: Signing, before: LogBefore): Promise<readonly ArchiveFile[]> {
  if (context.config.audit.sign === "none")
    return [{ path: auditLogPath, content: continueLog(before.log, before.addition) }];
  const { signedLog } = await import("./signed-log.ts");
  return signedLog(context, before);
}
