import { readFile } from "node:fs/promises";
import path from "node:path";

import { checkpointProblems, parseVerifier, verifierText, verifyAuditLog, type Witness } from "#audit";
import { exitCode, ReleaseFault } from "#faults";
import type { Denied } from "#journal";
import { auditKeyOf, auditLogPath, auditSignerOf, checkpointPath, type Workplace } from "#stages";

/** What the audit log is asked. */
export type AuditWanted =
  /** Is it whole? Public keys and checkpoints (files) come on top of those of the repository. */
  | { readonly ask: "verify"; readonly keys: readonly string[]; readonly checkpoints: readonly string[] }
  /** Which public key belongs to the private one of the environment? */
  | { readonly ask: "key" };

/** Answers to standard output; the code tells whether the log is as it was recorded. */
export async function audit(workplace: Workplace, wanted: AuditWanted, print: (text: string) => void): Promise<number> {
  if (wanted.ask === "key") {
    print(`${verifierText(auditSignerOf(workplace.forge, auditKeyOf(workplace.surroundings.env)))}\n`);
    return exitCode.ok;
  }
  const { journal } = workplace;
  const log = (await journal.readArchiveFile(auditLogPath)) ?? "";
  const archived = await journal.archived();
  const signatures = await signaturesOf(workplace, log, wanted);
  const problems = [
    ...verifyAuditLog(log, new Map(archived.map(({ id, facts }) => [id, facts]))),
    ...signatures.problems,
  ];
  const releases = archived.length === 1 ? "1 release" : `${archived.length} releases`;
  print(
    problems.length === 0
      ? `The audit log is whole: ${releases}, every fact as it was recorded.\n${signatures.told}\n`
      : `${problems.join("\n")}\n`,
  );
  print((await journal.denied()).map(deniedLine).join(""));
  return problems.length === 0 ? exitCode.ok : exitCode.failed;
}

/** What the checkpoints say, and how far they reach. */
async function signaturesOf(
  { journal, local, surroundings }: Workplace,
  log: string,
  { keys, checkpoints }: Extract<AuditWanted, { ask: "verify" }>,
): Promise<{ readonly problems: readonly string[]; readonly told: string }> {
  const verifiers = [...keys, ...local.config.audit.keys].map(parseVerifier);
  const kept = await journal.readArchiveFile(checkpointPath);
  const witnesses: readonly Witness[] = [
    ...(kept === undefined ? [] : [{ from: checkpointPath, checkpoint: kept }]),
    ...(await Promise.all(checkpoints.map((file) => witnessIn(file, surroundings.cwd)))),
  ];
  if (witnesses.length === 0) {
    const missing = verifiers.length > 0 && log !== "";
    return {
      problems: missing ? [`${checkpointPath}: is missing, though there is a key for it`] : [],
      told: "It is not signed (docs/audit.md).",
    };
  }
  if (verifiers.length === 0) {
    const told = "It is signed, and no public key is known here: give it by --key, or write it into audit.keys.";
    return { problems: checkpoints.length === 0 ? [] : [told], told };
  }
  const told = `Signed: ${witnesses.map(({ from, checkpoint }) => `${from} vouches for ${checkpoint.split("\n")[1]} entries`).join(", ")}.`;
  return { problems: checkpointProblems(log, witnesses, verifiers), told };
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

function deniedLine({ person, hour, count, asked, why }: Denied): string {
  return `Denied: ${person}, ${hour}:00 UTC, ${count} times (${Object.keys(asked).join(", ")}): ${why}\n`;
}
