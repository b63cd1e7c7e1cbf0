import { loadAttestation, type NoteSigner, signCheckpoint } from "#audit";
import type { Forge } from "#forge";
import type { ArchiveFile } from "#journal";
import type { Fact } from "#machine";

import { attestationPath, checkpointPath, factsPath } from "./records.ts";

/** A log, and releases of it that nobody vouched for yet. */
interface ToSign {
  readonly content: string;
  readonly releases: ReadonlyMap<string, readonly Fact[]>;
}

/** What a signature leaves in the archive: the signed head of the log, and a signed summary of each of the releases. */
export async function signedFiles(
  { content, releases }: ToSign,
  signer: NoteSigner,
  { webUrl }: Pick<Forge, "webUrl">,
): Promise<readonly ArchiveFile[]> {
  const { attestation } = await loadAttestation();
  const files = [{ path: checkpointPath, content: await signCheckpoint(content, signer) }];
  for (const [release, facts] of releases)
    files.push({ path: attestationPath(release), content: await attestation({ facts, webUrl }, signer) });
  return files;
}

/** A release that ends makes up for so many; for all of them there is `release audit sign`. */
const atOnce = 10;

/** The facts of releases of a log that nobody vouched for yet; those of one that are not as recorded are left to `verify`. */
export async function unsignedBefore(
  { log, read }: { readonly log: string; readonly read: (path: string) => Promise<string | undefined> },
  say: (text: string) => void,
): Promise<ReadonlyMap<string, readonly Fact[]>> {
  const { recordedFacts, unsignedReleases } = await loadAttestation();
  const found = new Map<string, readonly Fact[]>();
  for (const logged of unsignedReleases(Buffer.from(log)).slice(-atOnce)) {
    const file = await read(factsPath(logged.release));
    const facts = file === undefined ? undefined : recordedFacts(logged, Buffer.from(file));
    if (facts === undefined) say(`${logged.release} is not signed: its facts are not those that were recorded.`);
    else found.set(logged.release, facts);
  }
  return found;
}
