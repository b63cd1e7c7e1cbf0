import {
  checkpointProblems,
  keyName,
  loadAttestation,
  loadVerifier,
  parseVerifier,
  sizeOf,
  staleness,
  type Witness,
} from "#audit";
import { ReleaseFault } from "#faults";
import type { ArchiveFile, ArchiveNow, Denied } from "#journal";
import type { Fact } from "#machine";

import { type AuditSigner, auditSignerOf } from "./audit-signer.ts";
import { readOrThrow } from "../commands/known-release.ts";
import { fetchAll, type Workplace } from "../open.ts";
import { publish } from "./publication.ts";
import { attestationPath, auditedIn, auditLogPath, checkpointPath, isAudited } from "./records.ts";
import { signedFiles } from "./signed-files.ts";

/** What was signed: by which key, how many entries of the log, and which releases for the first time. */
export interface SignedNow {
  readonly by: string;
  readonly entries: number;
  readonly releases: readonly string[];
}

/**
 * Signs what releases left unsigned that ended where nothing could sign. A log that is not whole is not signed: that would
 * hide who changed it. Safe to repeat, and beside a release that ends: one commit, made anew when somebody was faster.
 */
export async function signAuditLog(workplace: Workplace): Promise<SignedNow> {
  const { forge, journal, local, surroundings } = workplace;
  const { audit } = local.config;
  if (audit.sign === "none")
    throw new ReleaseFault("config", "audit.sign is none: nothing signs the audit log", {
      hint: "Say in audit.sign what does (docs/audit.md).",
    });
  const signer = await auditSignerOf(audit, { ...surroundings, webUrl: forge.webUrl });
  const denied = await journal.denied();
  let now: SignedNow = { by: keyName(signer), entries: 0, releases: [] };
  await journal.amend("the audit log", async (archive) => {
    const kept = await keptIn(archive);
    refuseBroken(await problemsOf(kept, denied, [...signer.versions, ...audit.keys.map(parseVerifier)]));
    const { size, files, releases } = await filesFor(kept, archive, { signer, webUrl: forge.webUrl });
    now = { ...now, entries: size, releases };
    return files;
  });
  await anchored(workplace, now.releases);
  return now;
}

interface Kept {
  readonly log: Buffer;
  readonly own: Witness | undefined;
  readonly facts: ReadonlyMap<string, Buffer>;
  readonly people: ReadonlyMap<string, Buffer>;
}

async function keptIn({ paths, readBytes }: ArchiveNow): Promise<Kept> {
  const files = await readBytes([...paths].filter(isAudited));
  const checkpoint = files.get(checkpointPath)?.toString("utf8");
  return {
    log: files.get(auditLogPath) ?? Buffer.alloc(0),
    own: checkpoint === undefined ? undefined : { from: checkpointPath, checkpoint },
    ...auditedIn(files),
  };
}

async function problemsOf(
  { log, own, facts, people }: Kept,
  denied: readonly Denied[],
  verifiers: Parameters<typeof checkpointProblems>[2],
): Promise<readonly string[]> {
  const { verifyAuditLog } = await loadVerifier();
  return [
    ...verifyAuditLog({ log, facts, people, denied }),
    ...staleness(log, own),
    ...(own === undefined ? [] : checkpointProblems(log, [own], verifiers)),
  ];
}

function refuseBroken(problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new ReleaseFault("policy", `The audit log is not signed as it is: ${problems.join("; ")}`, {
    hint: "Look with: release audit verify   and put what was recorded back. After a change of keys the old one stays in audit.keys.",
  });
}

async function filesFor(
  { log, own, facts }: Kept,
  { paths }: ArchiveNow,
  { signer, webUrl }: { readonly signer: AuditSigner; readonly webUrl: string },
): Promise<{ readonly size: number; readonly files: readonly ArchiveFile[]; readonly releases: readonly string[] }> {
  const content = log.toString("utf8");
  const size = content.split("\n").length - 1;
  const releases = new Map<string, readonly Fact[]>();
  const { loggedReleases, recordedFacts } = await loadAttestation();
  for (const logged of loggedReleases(log)) {
    const file = facts.get(logged.release);
    const recorded = file === undefined ? undefined : recordedFacts(logged, file);
    if (recorded !== undefined && !paths.has(attestationPath(logged.release))) releases.set(logged.release, recorded);
  }
  const isSigned = size === 0 || (own !== undefined && sizeOf(own.checkpoint) === size);
  const files = isSigned && releases.size === 0 ? [] : await signedFiles({ content, releases }, signer, { webUrl });
  return { size, files, releases: [...releases.keys()] };
}

/** Copies to where those are that a release leaves when it is archived. */
async function anchored(workplace: Workplace, releases: readonly string[]): Promise<void> {
  if (releases.length > 0) await fetchAll(workplace.git);
  for (const id of releases) {
    const { record } = await readOrThrow(workplace, id);
    if (record.settled?.outcome !== "failed") await publish(workplace, id, record.plan);
  }
}
