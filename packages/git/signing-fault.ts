import { ReleaseFault } from "#faults";
import type { Signer } from "./port.ts";

/** Why a key did not sign, from what the program said. */
export function signingFault(signer: Signer, said: string): ReleaseFault {
  if (/cannot run ssh-keygen|ssh-keygen: .*not found/i.test(said)) return noProgram("ssh-keygen", said);
  if (/incorrect passphrase|bad passphrase|no passphrase/i.test(said)) {
    const what = signer.passphrase === undefined ? "has a passphrase, and none is given" : "has another passphrase";
    return new ReleaseFault("config", `The tag cannot be signed: the key ${what}`, {
      hint: "Set RELEASE_SIGNING_PASSPHRASE beside RELEASE_SIGNING_KEY, in the workflow the input signing-passphrase.",
    });
  }
  if (/invalid format|error in libcrypto|is not a|no private key|couldn't load/i.test(said))
    return notAKey(signer, said);
  return new ReleaseFault("config", `The tag cannot be signed: ${lines(said)}`, {
    hint: "Try the key by hand: git tag --sign",
  });
}

const examples = { ssh: 'ssh-keygen -t ed25519 -f key -N ""', gpg: "gpg --armor --export-secret-keys KEY" };

/** The text is no private key of its kind. */
export function notAKey({ format }: Signer, said: string): ReleaseFault {
  return new ReleaseFault("config", `RELEASE_SIGNING_KEY holds no private ${format} key: ${lines(said)}`, {
    hint: `Give it the text of the private key, all of its lines. Example: ${examples[format]}`,
  });
}

/** The program that signs is not installed. */
export function noProgram(program: string, cause: unknown): ReleaseFault {
  return new ReleaseFault("config", `Tags cannot be signed: there is no ${program} on this machine`, {
    hint: `Install ${program === "gpg" ? "GnuPG" : "OpenSSH"}, or set tag.sign to none.`,
    cause,
  });
}

/** The paths of files that are gone when it is read help nobody. */
function lines(said: string): string {
  return said
    .replaceAll(/\S*release-signing-\S*/g, "the key")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 3)
    .join("; ");
}
