import { verify } from "node:crypto";

import { z } from "zod";

import { ReleaseFault } from "#faults";

import { type NoteSigner, type NoteVerifier, publicKeyOf } from "./note.ts";
import { openVault, type Vault, type VaultOptions } from "./vault.ts";

/** A key in the transit engine of a Vault. */
export interface TransitKey {
  /** Where the engine is mounted, `transit`. */
  readonly mount: string;
  readonly key: string;
}

/** Signs with the newest version of a key that stays where it is. */
export interface TransitSigner extends NoteSigner {
  /** Every version that is still there, oldest first, the one that signs last. */
  readonly versions: readonly NoteVerifier[];
}

/**
 * A signer over an Ed25519 key of a Vault. Version and public key are asked for once, so that a rotation in between
 * changes nothing; a signature that is not of that version does not leave here. Throws a fault that says what is wrong.
 */
export async function transitSigner(
  name: string,
  { mount, key }: TransitKey,
  options: VaultOptions,
): Promise<TransitSigner> {
  const vault = await openVault(options);
  const described = await vault.ask({ path: `${mount}/keys/${key}`, right: "read", data: keySchema });
  const where = `The key ${mount}/${key} of ${new URL(options.address).host}`;
  if (described.type !== "ed25519" || described.derived === true) throw unusable(where, described);
  const versions = Object.entries(described.keys)
    .toSorted(([one], [other]) => Number(one) - Number(other))
    .map(([version, { public_key: raw }]) => ({ version: Number(version), verifier: verifierOf(name, raw, where) }));
  const newest = versions.at(-1);
  if (newest === undefined || newest.version !== described.latest_version) throw unusable(where, described);
  return {
    ...newest.verifier,
    versions: versions.map(({ verifier }) => verifier),
    sign: async (bytes) => {
      const signature = await signedBy(vault, { mount, key }, { version: newest.version, bytes });
      if (signature !== undefined && verify(null, bytes, newest.verifier.key, signature)) return signature;
      throw new ReleaseFault("remote", `${where} answers with a signature that is not its own`, {
        hint: "Something between here and there changes answers, or the key was put in the place of another: look at its versions there.",
      });
    },
  };
}

/** `undefined`: the answer is no signature of this version. */
async function signedBy(
  vault: Vault,
  { mount, key }: TransitKey,
  { version, bytes }: { readonly version: number; readonly bytes: Buffer },
): Promise<Buffer | undefined> {
  const { signature } = await vault.ask({
    path: `${mount}/sign/${key}`,
    right: "update",
    body: { input: bytes.toString("base64"), key_version: version },
    data: signatureSchema,
  });
  const [, of, encoded] = /^vault:v(\d+):([A-Za-z0-9+/]{86}==)$/.exec(signature) ?? [];
  return of === String(version) && encoded !== undefined ? Buffer.from(encoded, "base64") : undefined;
}

const keySchema = z.object({
  type: z.string(),
  derived: z.boolean().optional(),
  latest_version: z.number(),
  // Keys of some other types have times here instead.
  keys: z.record(z.string(), z.object({ public_key: z.string() }).catch({ public_key: "" })),
});

const signatureSchema = z.object({ signature: z.string() });

function verifierOf(name: string, encoded: string, where: string): NoteVerifier {
  const key = publicKeyOf(Buffer.from(encoded, "base64"));
  if (key !== undefined) return { name, key };
  throw new ReleaseFault("remote", `${where} has a public key that is not one of Ed25519`, { hint: makeOne });
}

function unusable(where: string, { type, derived }: z.output<typeof keySchema>): ReleaseFault {
  const what = type !== "ed25519" ? `is ${type}, and not ed25519` : derived === true ? "is derived" : "has no version";
  return new ReleaseFault("config", `${where} ${what}`, { hint: makeOne });
}

const makeOne =
  "Make one with: vault write -f transit/keys/release-audit type=ed25519   and name it in audit.vault.key.";
