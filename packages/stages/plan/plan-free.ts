import { ReleaseFault } from "#faults";
import type { Git } from "#git";
import type { StoredRelease } from "#journal";

import { adoptedHead } from "./adopt.ts";
import type { Workplace } from "../open.ts";
import { refuseRecorded } from "./plan-history.ts";
import type { StartCommand } from "../commands/start-command.ts";

type Tags = Awaited<ReturnType<Git["tags"]>>;

/** A version number is used up once it is tagged (decision 20). */
export function refuseUsedUp(version: string, tags: Tags): void {
  if (!tags.some(({ name }) => name === `v${version}`)) return;
  throw new ReleaseFault("policy", `Version ${version} is used up: tag v${version} exists`, {
    hint: "A version is never released twice. Example: --version=patch",
  });
}

/** Nobody released or is releasing this version. Throws a `policy` fault. */
export async function requireFreeVersion(
  { forge }: Workplace,
  version: string,
  known: { readonly tags: Tags; readonly records: readonly StoredRelease[] },
): Promise<void> {
  refuseUsedUp(version, known.tags);
  refuseRecorded(version, known.records);
  refuseOpen(known.records, version);
  const published = await forge.findRelease(`v${version}`);
  if (published === undefined) return;
  const what = published.draft ? "a draft of a GitHub release" : "a GitHub release";
  throw new ReleaseFault("policy", `Version ${version} is taken: ${what} of v${version} exists, ${published.url}`, {
    hint: `${published.draft ? "Delete the draft or" : "Nothing of ours made it:"} choose another version. Example: --version=patch`,
  });
}

function refuseOpen(records: readonly StoredRelease[], version: string): void {
  const live = records.find((one) => one.live && one.record.plan.releaseVersion === version);
  if (live === undefined) return;
  throw new ReleaseFault(
    "policy",
    `Release ${live.id} is open since ${live.record.openedAt}, started by ${live.record.plan.initiatedBy}`,
    {
      hint: `Continue it with: release resume ${live.id}   or end it with: release abort ${live.id} --reason="…"`,
    },
  );
}

/** The branch is new, or one that this release takes over: its head is returned then. */
export async function requireFreeBranch(
  workplace: Workplace,
  { type, from = "the base", adopt = false, retryOf }: StartCommand,
  {
    releaseBranch,
    baseSha,
    heads,
  }: { readonly releaseBranch: string; readonly baseSha: string; readonly heads: ReadonlyMap<string, string> },
): Promise<string | undefined> {
  const { git, journal } = workplace;
  const tip = await git.resolve(`refs/remotes/origin/${releaseBranch}`);
  const there = heads.has(`refs/heads/${releaseBranch}`);
  if (there && retryOf !== undefined && tip === retryOf.branchHead) return tip;
  const branch = { branch: releaseBranch, tip: there ? tip : undefined, base: from, baseSha };
  if (adopt) return adoptedHead(workplace, branch);
  if (!there) return undefined;
  // What a red gate of a hotfix asks for is one more commit on its branch.
  if (type === "hotfix" && retryOf !== undefined) return adoptedHead(workplace, branch);
  // Of two starts at one instant the later one may meet the branch first: it belongs to a release then.
  refuseOpen(await journal.live(), releaseBranch.slice(releaseBranch.indexOf("/") + 1));
  const takeOver = type === "hotfix" ? ", take it over with its fix (--adopt)" : "";
  throw new ReleaseFault("policy", `Release branch ${releaseBranch} already exists`, {
    hint: `Delete it (git push origin --delete ${releaseBranch})${takeOver} or choose another version. Example: --version=patch`,
  });
}
