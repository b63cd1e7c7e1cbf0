import { type NoteSigner, signCheckpoint, signerFrom } from "#audit";
import { asFault, ReleaseFault } from "#faults";
import type { Forge } from "#forge";
import type { ArchiveFile } from "#journal";

import type { StageContext } from "./context.ts";
import { checkpointPath } from "./records.ts";

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

/**
 * The signed head of a log that was just continued. A release that ended is archived with or without it: whatever keeps
 * a signature away is told, and the next release to end signs for this one too.
 */
export async function checkpointOf(
  { config, forge, auditKey, say }: Pick<StageContext, "config" | "forge" | "auditKey" | "say">,
  log: string,
): Promise<readonly ArchiveFile[]> {
  if (config.audit.sign === "none") return [];
  try {
    return [{ path: checkpointPath, content: await signCheckpoint(log, auditSignerOf(forge, auditKey)) }];
  } catch (thrown) {
    const fault = asFault(thrown);
    if (fault.code === "bug") throw thrown;
    say(`The audit log is not signed this time: ${fault.message}`);
    return [];
  }
}
