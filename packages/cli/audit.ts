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
import { auditKeyOf, auditLogPath, auditSignerOf, checkpointPath, type Workplace } from "#stages";

/** What the audit log is asked. */
export type AuditWanted =
  /** Is it whole? Public keys and checkpoints (files) come on top of those of the repository. */
  | { readonly ask: "verify"; readonly keys: readonly string[]; readonly checkpoints: readonly string[] }
  /** What happened in a period, as evidence for an auditor? */
  | ({ readonly ask: "export" } & EvidenceWanted)
  /** Which public key belongs to the private one of the environment? */
  | { readonly ask: "key" };

/** Answers to standard output; the code tells whether the log is as it was recorded. */
export async function audit(workplace: Workplace, wanted: AuditWanted, print: (text: string) => void): Promise<number> {
  if (wanted.ask === "key") {
    print(`${verifierText(auditSignerOf(workplace.forge, auditKeyOf(workplace.surroundings.env)))}\n`);
    return exitCode.ok;
  }
  const { journal } = workplace;
  const files = await journal.archiveFiles((file) => file === auditLogPath || archived.test(file));
  const log = files.get(auditLogPath) ?? Buffer.alloc(0);
  const denied = await journal.denied();
  const facts = factsByRelease(files);
  const { auditEvidence, evidenceText, verifyAuditLog } = await loadVerifier();
  if (wanted.ask === "export") {
    const signed = await signaturesOf(workplace, log, { keys: [], checkpoints: [] });
    const problems = [...verifyAuditLog({ log, facts, denied }), ...signed.problems];
    print(evidenceText(auditEvidence({ log, facts, problems }, wanted), wanted.format));
    return problems.length === 0 ? exitCode.ok : exitCode.failed;
  }
  const signatures = await signaturesOf(workplace, log, wanted);
  const problems = [...verifyAuditLog({ log, facts, denied }), ...signatures.problems];
  const releases = facts.size === 1 ? "1 release" : `${facts.size} releases`;
  print(
    problems.length === 0
      ? `The audit log is whole: ${releases}, every fact as it was recorded.\n${signatures.told}\n`
      : `${problems.join("\n")}\n${whatToDo}\n`,
  );
  const logged = new Set(loggedHours(log.toString("utf8")).map(hourOf));
  print(denied.map((one) => deniedLine(one, logged.has(hourOf(one)))).join(""));
  return problems.length === 0 ? exitCode.ok : exitCode.failed;
}

const archived = /^releases\/(?<id>.+)\.jsonl$/;

function factsByRelease(files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> {
  return new Map(
    [...files].flatMap(([file, bytes]) => {
      const id = archived.exec(file)?.groups?.["id"];
      return id === undefined ? [] : [[id, bytes] as const];
    }),
  );
}

const whatToDo =
  "Who changed what: git log -p origin/release-journal -- docs/audit releases   Put the last version that was whole back, and keep the other for those who look into it (docs/audit.md).";

/** What the checkpoints say, and how far they reach. */
async function signaturesOf(
  { journal, local, surroundings }: Workplace,
  log: Buffer,
  { keys, checkpoints }: Pick<Extract<AuditWanted, { ask: "verify" }>, "keys" | "checkpoints">,
): Promise<{ readonly problems: readonly string[]; readonly told: string }> {
  const verifiers = [...keys, ...local.config.audit.keys].map(parseVerifier);
  const kept = await journal.readArchiveFile(checkpointPath);
  const own = kept === undefined ? undefined : { from: checkpointPath, checkpoint: kept };
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
