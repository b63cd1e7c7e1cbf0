import { readFile } from "node:fs/promises";
import path from "node:path";

import {
  checkpointProblems,
  type EvidenceWanted,
  hourOf,
  loadVerifier,
  loggedHours,
  parseVerifier,
  sizeOf,
  staleness,
  verifierText,
  type Witness,
} from "#audit";
import { exitCode, ReleaseFault } from "#faults";
import type { Denied } from "#journal";
import {
  auditedIn,
  auditLogPath,
  auditSignerOf,
  checkpointPath,
  isAudited,
  loadAuditSign,
  type Workplace,
} from "#stages";

/** What the audit log is asked. */
export type AuditWanted =
  /** Is it whole? Public keys and checkpoints (files) come on top of those of the repository; `anchors`: the code host is asked, too. */
  | {
      readonly ask: "verify";
      readonly keys: readonly string[];
      readonly checkpoints: readonly string[];
      readonly anchors: boolean;
    }
  /** What happened in a period, as evidence for an auditor? */
  | ({ readonly ask: "export" } & EvidenceWanted)
  /** Which public keys belong to the private one of the environment, or to that in a Vault? */
  | { readonly ask: "key" }
  /** Sign what is not signed yet. */
  | { readonly ask: "sign" }
  /** Take a person out of the records of a release that ended. */
  | { readonly ask: "erase"; readonly id: string; readonly person: string; readonly reason: string };

/** Answers to standard output; the code tells whether the log is as it was recorded. */
export async function audit(workplace: Workplace, wanted: AuditWanted, print: (text: string) => void): Promise<number> {
  if (wanted.ask === "key") {
    const { forge, local, surroundings } = workplace;
    const { versions } = await auditSignerOf(local.config.audit, { ...surroundings, webUrl: forge.webUrl });
    print(versions.map((version) => `${verifierText(version)}\n`).join(""));
    return exitCode.ok;
  }
  if (wanted.ask === "sign") {
    const { signAuditLog } = await loadAuditSign();
    const { by, entries, releases } = await signAuditLog(workplace);
    const first = releases.length === 0 ? "nothing was missing" : `for the first time ${releases.join(", ")}`;
    print(`The audit log is signed by ${by}: ${entries} entries, ${first}.\n`);
    return exitCode.ok;
  }
  if (wanted.ask === "erase") return (await import("./audit-erase.ts")).erase(workplace, wanted, print);
  const { journal } = workplace;
  const files = await journal.archiveFiles(isAudited);
  const log = files.get(auditLogPath) ?? Buffer.alloc(0);
  const denied = await journal.denied();
  const { facts, people } = auditedIn(files);
  const { auditEvidence, evidenceText, verifyAuditLog } = await loadVerifier();
  const given = wanted.ask === "verify" ? wanted : { keys: [], checkpoints: [] };
  const signatures = await signaturesOf(workplace, { log, signed: files.get(checkpointPath)?.toString("utf8") }, given);
  const isAnchored = wanted.ask === "verify" && wanted.anchors;
  const anchored = isAnchored ? await (await import("./audit-anchors.ts")).anchorsAt(workplace, log) : undefined;
  const problems = [
    ...verifyAuditLog({ log, facts, people, denied }),
    ...signatures.problems,
    ...(anchored?.problems ?? []),
  ];
  const code = problems.length === 0 ? exitCode.ok : exitCode.failed;
  if (wanted.ask === "export") {
    print(evidenceText(auditEvidence({ log, facts, people, problems }, wanted), wanted.format));
    return code;
  }
  const releases = facts.size === 1 ? "1 release" : `${facts.size} releases`;
  print(
    problems.length === 0
      ? `The audit log is whole: ${releases}, every fact as it was recorded.\n${signatures.told}\n${anchored === undefined ? "" : `${anchored.told}\n`}`
      : `${problems.join("\n")}\n${whatToDo}\n`,
  );
  const logged = new Set(loggedHours(log.toString("utf8")).map(hourOf));
  print(denied.map((one) => deniedLine(one, logged.has(hourOf(one)))).join(""));
  return code;
}

const whatToDo =
  "Who changed what: git log -p origin/release-journal -- docs/audit releases   Put the last version that was whole back, and keep the other for those who look into it (docs/audit.md).";

/** What the checkpoints say, and how far they reach. */
async function signaturesOf(
  { local, surroundings }: Workplace,
  { log, signed }: { readonly log: Buffer; readonly signed: string | undefined },
  { keys, checkpoints }: Pick<Extract<AuditWanted, { ask: "verify" }>, "keys" | "checkpoints">,
): Promise<{ readonly problems: readonly string[]; readonly told: string }> {
  const verifiers = [...keys, ...local.config.audit.keys].map(parseVerifier);
  const own = signed === undefined ? undefined : { from: checkpointPath, checkpoint: signed };
  const witnesses: readonly Witness[] = [
    ...(own === undefined ? [] : [own]),
    ...(await Promise.all(checkpoints.map((file) => witnessIn(file, surroundings.cwd)))),
  ];
  const stale = staleness(log, own);
  if (witnesses.length === 0) {
    const missing = verifiers.length > 0 && log.length > 0 && stale.length === 0;
    return {
      problems: missing ? [`${checkpointPath}: is missing, though there is a key for it`] : stale,
      told: "It is not signed (docs/audit.md).",
    };
  }
  if (verifiers.length === 0) {
    const told = "It is signed, and no public key is known here: give it by --key, or write it into audit.keys.";
    return { problems: checkpoints.length === 0 ? stale : [...stale, told], told };
  }
  const told = `Signed: ${witnesses.map(({ from, checkpoint }) => `${from} vouches for ${sizeOf(checkpoint) ?? "no"} entries`).join(", ")}.`;
  return { problems: [...stale, ...checkpointProblems(log, witnesses, verifiers)], told };
}

async function witnessIn(file: string, cwd: string): Promise<Witness> {
  try {
    return { from: file, checkpoint: await readFile(path.resolve(cwd, file), "utf8") };
  } catch (cause) {
    throw new ReleaseFault("input", `The checkpoint ${file} cannot be read`, {
      hint: "Example: git show origin/release-journal:docs/audit/checkpoint > checkpoint   then --checkpoint=checkpoint",
      cause,
    });
  }
}

function deniedLine({ person, hour, count, asked, why }: Denied, isLogged: boolean): string {
  const where = isLogged ? "" : " (comes into the log with the next release that ends)";
  return `Denied: ${person}, ${hour}:00 UTC, ${count} times (${Object.keys(asked).join(", ")}): ${why}${where}\n`;
}
