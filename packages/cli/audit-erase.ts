import { exitCode } from "#faults";
import { loadErase, peoplePath, reportPath, type Workplace } from "#stages";

import type { AuditWanted } from "./audit.ts";

type EraseWanted = Extract<AuditWanted, { ask: "erase" }>;
type Erased = Awaited<ReturnType<Awaited<ReturnType<typeof loadErase>>["erasePerson"]>>;

/** Erases, says so, brings the new report to the target branch, and names what is left for people to do. */
export async function erase(workplace: Workplace, wanted: EraseWanted, print: (text: string) => void): Promise<number> {
  const { erasePerson, publishErased } = await loadErase();
  const done = await erasePerson(workplace, wanted);
  print(`${done.when === "now" ? erasedNow(done, wanted) : erasedBefore(done, wanted)}\n`);
  await publishErased(workplace, done.stored);
  print([leftOver, ...placesLeft(workplace, done, wanted)].map((line) => `${line}\n`).join(""));
  return exitCode.ok;
}

function erasedNow({ stored: { id } }: Erased, { person }: EraseWanted): string {
  return `${person} is erased from the records of ${id}: ${peoplePath(id)} and ${reportPath(id)} are written anew, and the audit log says so.`;
}

/** A token tells nobody's name, so who was erased before cannot be told from who was never there. */
function erasedBefore({ stored: { id }, erasures }: Erased, { person }: EraseWanted): string {
  const before = erasures.map(({ at, by, reason }) => `  erased ${at} by ${by}: ${reason}`);
  return [`${person} is not in the records of ${id}, and somebody was erased from them:`, ...before].join("\n");
}

const leftOver = "What this cannot reach (docs/audit.md, Erase a person):";

const inGit = (ref: string, ...paths: readonly string[]) => `git log --oneline origin/${ref} -- ${paths.join(" ")}`;

function placesLeft({ local, forge }: Workplace, { stored, sentences, others }: Erased, { person }: EraseWanted) {
  const { id, record } = stored;
  const { targetBranch, tag } = record.plan;
  const { store, branch, directory } = local.config.journal;
  const pages = [record.pullRequest?.url, ...record.published.map(({ url }) => url)].filter((url) => url !== undefined);
  return [
    ...(sentences.length === 0
      ? []
      : [
          `- text that names ${person} in other ways, in ${sentences.length === 1 ? "fact" : "facts"} ${sentences.join(", ")}: it is part of the digest`,
        ]),
    ...(store === "directory"
      ? [`- older states of ${directory}`]
      : [
          `- older commits of ${branch}: ${inGit(branch, peoplePath(id), reportPath(id))}`,
          `- older commits of ${targetBranch}: ${inGit(targetBranch, reportPath(id))}`,
          `- the code host: ${[`${forge.webUrl}/releases/tag/${tag}`, ...pages].join(" ")}`,
        ]),
    "- root causes and denied attempts: git ls-remote origin 'refs/release-command/*'",
    "- a dashboard that is published: release dashboard publish",
    ...(others.length === 0 ? [] : [`- other releases with ${person}, each by this command: ${others.join(", ")}`]),
  ];
}
