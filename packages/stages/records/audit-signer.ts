import { loadTransit, type NoteSigner, type NoteVerifier, signerFrom } from "#audit";
import type { Config } from "#config";
import { ReleaseFault } from "#faults";
import type { Forge } from "#forge";

import type { StageClock } from "../context.ts";

/** The variable that holds the key of the audit log; it is read once, and nothing of the project is started with it. */
export const auditKeyVariable = "RELEASE_AUDIT_KEY";
/** The variable that holds a token of Vault, as its own command has it; where a Vault signs, nothing of the project is started with it. */
export const vaultTokenVariable = "VAULT_TOKEN";

/** Vouches for the audit log, with a key that is here or by a Vault that keeps it. */
export interface AuditSigner extends NoteSigner {
  /** What it signed with, and signs with now, as far as it knows; the newest last. */
  readonly versions: readonly NoteVerifier[];
}

/** What a signer is made of: whose log, and what surrounds this process. */
export interface SignerPlace {
  readonly webUrl: Forge["webUrl"];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: typeof fetch;
  readonly clock: StageClock;
  readonly signal: AbortSignal;
}

/** Signs in the name of a repository's log: `github.com/org/shop/release-audit`. Throws a fault that says what keeps it from signing. */
export async function auditSignerOf(
  { sign, vault }: Pick<Config["audit"], "sign" | "vault">,
  place: SignerPlace,
): Promise<AuditSigner> {
  const name = `${place.webUrl.replace(/^\w+:\/\//, "")}/release-audit`;
  if (sign !== "vault" || vault === undefined) {
    const signer = signerFrom(name, keyIn(place.env));
    return { ...signer, versions: [signer] };
  }
  const { vaultOf } = await import("./audit-vault.ts");
  const { transitSigner } = await loadTransit();
  return transitSigner(name, vault, vaultOf(vault, place));
}

function keyIn(env: SignerPlace["env"]): string {
  const key = env[auditKeyVariable]?.trim() ?? "";
  if (key !== "") return key;
  throw new ReleaseFault("config", `audit.sign is key, and there is none: ${auditKeyVariable} is not set`, {
    hint: `Put the private key into ${auditKeyVariable}, in the workflow into the secret of that name, or set audit.sign to none.`,
  });
}
