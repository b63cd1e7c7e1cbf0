import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import type { Command, Identity } from "./command.ts";
import { signature } from "./loose.ts";
import type { Git } from "./port.ts";
import { signingFault } from "./signing-fault.ts";
import { gpgKey, sshKey, type PreparedKey } from "./signing-key.ts";

type Tag = Parameters<Git["signedTag"]>[0];

export interface SigningPlace {
  /** The object store that the tag is written to. */
  readonly objects: string;
  readonly algorithm: "sha1" | "sha256";
  readonly author: Identity;
}

const timeoutMs = 30_000;

/** What people have in their files does not decide with which program or key we sign. */
const ownConfiguration = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };

/**
 * An annotated tag object, signed by stock git. It is made in a repository of its own that borrows our object store: no
 * ref is made here, no configuration of the machine is read, and the key lies in a folder that only we may read and that
 * is gone in the end. With `trial` the object goes too.
 */
export async function signTag(
  git: Command,
  place: SigningPlace,
  { name, sha, message, at, signer }: Tag,
  trial: boolean,
): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), "release-signing-"));
  let key: PreparedKey | undefined;
  try {
    await chmod(directory, 0o700);
    key = await (signer.format === "ssh" ? sshKey : gpgKey)(directory, signer);
    const repository = path.join(directory, "repository");
    await git.text("make room for a signature", [
      "init",
      "--quiet",
      "--bare",
      `--object-format=${place.algorithm}`,
      repository,
    ]);
    const borrowed = trial
      ? { GIT_ALTERNATE_OBJECT_DIRECTORIES: place.objects }
      : { GIT_OBJECT_DIRECTORY: place.objects };
    const env = { ...ownConfiguration, ...key.env, ...borrowed, GIT_DIR: repository };
    const by = signature(place.author, at);
    const dated = { ...env, GIT_COMMITTER_DATE: `@${by.slice(by.lastIndexOf(">") + 2)}` };
    const format = signer.format === "ssh" ? "ssh" : "openpgp";
    const options = ["-c", `gpg.format=${format}`, "-c", `user.signingKey=${key.id}`];
    const result = await git.try([...options, "tag", "--sign", `--message=${message}`, name, sha], {
      env: dated,
      timeoutMs,
    });
    const text = result.exitCode === 0 ? await git.text("read the signed tag", ["cat-file", "tag", name], { env }) : "";
    // Git before 2.41 makes a tag without a signature where ssh-keygen fails, and calls that a success.
    if (!/^-----BEGIN /m.test(text)) throw signingFault(signer, (await key.complaint()) || result.stderr);
    return await git.text("read the signed tag", ["rev-parse", "--verify", `refs/tags/${name}`], { env });
  } finally {
    await key?.close();
    await rm(directory, { recursive: true, force: true });
  }
}
