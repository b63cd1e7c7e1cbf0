import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { run } from "#process";
import type { Signer } from "./port.ts";
import { noProgram, notAKey } from "./signing-fault.ts";

const timeoutMs = 30_000;

/** A key where git finds it. */
export interface PreparedKey {
  /** As `user.signingKey` has it. */
  readonly id: string;
  readonly env: Readonly<Record<string, string>>;
  /** What the program says that git asked, where git keeps it for itself. */
  readonly complaint: () => Promise<string>;
  /** Ends what was started for it. */
  readonly close: () => Promise<void>;
}

/** A file that ssh-keygen reads; the passphrase stays in the environment. */
export async function sshKey(directory: string, { key, passphrase = "" }: Signer): Promise<PreparedKey> {
  const file = path.join(directory, "key");
  // ssh-keygen wants a line end after the last line, which secrets lose.
  await writeFile(file, `${key.trim()}\n`, { mode: 0o600 });
  const ask = path.join(directory, "ask");
  await writeFile(ask, '#!/bin/sh\nprintf "%s\\n" "$RELEASE_SIGNING_PASSPHRASE"\n', { mode: 0o700 });
  const asked = { SSH_ASKPASS: ask, SSH_ASKPASS_REQUIRE: "force", RELEASE_SIGNING_PASSPHRASE: passphrase };
  return { id: file, env: { ...asked, SSH_AUTH_SOCK: "" }, complaint: async () => "", close: async () => undefined };
}

/** A home of its own for gpg, with this key in it. */
export async function gpgKey(directory: string, signer: Signer): Promise<PreparedKey> {
  const home = path.join(directory, "gnupg");
  await mkdir(home, { mode: 0o700 });
  const secret = path.join(home, "passphrase");
  await writeFile(secret, `${signer.passphrase ?? ""}\n`, { mode: 0o600 });
  const settings = ["batch", "no-tty", "pinentry-mode loopback", `passphrase-file ${secret}`, "trust-model always"];
  await writeFile(path.join(home, "gpg.conf"), `${settings.join("\n")}\n`, { mode: 0o600 });
  const env = { GNUPGHOME: home, LC_ALL: "C" };
  const gpg = async (args: readonly string[], input: string) =>
    run(["gpg", ...args], { env, input, timeoutMs }).catch((cause: unknown) => {
      throw noProgram("gpg", cause);
    });
  const imported = await gpg(["--quiet", "--import"], `${signer.key.trim()}\n`);
  const listed = await gpg(["--list-secret-keys", "--with-colons"], "");
  const id = /^fpr:{9}([0-9A-F]+):/m.exec(listed.stdout)?.[1];
  if (id === undefined) {
    await endAgent(home);
    throw notAKey(signer, imported.stderr);
  }
  return {
    id,
    env,
    complaint: async () => (await gpg(["--local-user", id, "--detach-sign", "--output", "-"], "trial")).stderr,
    close: () => endAgent(home),
  };
}

/** Ends the agent that gpg started for a home of ours; it would outlive us. */
async function endAgent(home: string): Promise<void> {
  await run(["gpgconf", "--homedir", home, "--kill", "all"], { timeoutMs }).catch(() => undefined);
}
