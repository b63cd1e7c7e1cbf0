import type { Config } from "#config";
import { ReleaseFault } from "#faults";
import type { Git, Signer } from "#git";

/** The variables that hold the key; they are read once, and nothing of the project is started with them. */
export const signingVariables = { key: "RELEASE_SIGNING_KEY", passphrase: "RELEASE_SIGNING_PASSPHRASE" } as const;

export type SigningKey = Omit<Signer, "format">;

/** The key of the environment, if there is one. */
export function signingKeyOf(env: Readonly<Record<string, string | undefined>>): SigningKey | undefined {
  const key = env[signingVariables.key]?.trim() ?? "";
  const passphrase = env[signingVariables.passphrase] ?? "";
  if (key === "") return undefined;
  return { key, ...(passphrase === "" ? {} : { passphrase }) };
}

interface Signing {
  readonly config: Pick<Config, "tag">;
  readonly signingKey: SigningKey | undefined;
}

/** Who signs the tags of a release; `undefined`: nobody is to. Throws a `config` fault where the key is missing. */
export function signerOf({ config: { tag }, signingKey }: Signing): Signer | undefined {
  if (tag.sign === "none") return undefined;
  if (signingKey !== undefined) return { format: tag.sign, ...signingKey };
  throw new ReleaseFault("config", `tag.sign is ${tag.sign}, and there is no key: ${signingVariables.key} is not set`, {
    hint: `Put the private key into ${signingVariables.key}, in the workflow into the input signing-key, or set tag.sign to none.`,
  });
}

/** Why the tag of a release could not be signed; `undefined` when it could. Signs a trial, and leaves nothing behind. */
export async function unableToSign(
  { git, ...signing }: Signing & { readonly git: Pick<Git, "trySigning"> },
  sha: string,
): Promise<ReleaseFault | undefined> {
  try {
    const signer = signerOf(signing);
    if (signer !== undefined) await git.trySigning(sha, signer);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof ReleaseFault && thrown.code === "config") return thrown;
    throw thrown;
  }
}
