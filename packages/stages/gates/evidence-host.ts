import { readCommits, logArguments } from "#changelog";
import { asFault } from "#faults";
import type { DodEvidence, Unknown } from "#gates";
import type { ReleasePlan } from "#machine";

import type { Ports } from "../context.ts";

/** Commits of the range that the host is asked about, newest first: one request for 25. */
const maxCommits = 250;

/** What the code host tells, or why it does not: a host that is down or refuses proves nothing, and stops no gate. */
async function orUnknown<T>(ask: () => Promise<T>): Promise<T | Unknown> {
  try {
    return await ask();
  } catch (thrown) {
    const fault = asFault(thrown);
    if (fault.code === "bug") throw thrown;
    return { unknown: fault.message };
  }
}

/** How the commits of the range came into it: along the first parents, so that a merge stands for what it brought. */
export async function askChanges(
  { git, forge }: Pick<Ports, "git" | "forge">,
  { previousTag, baseSha }: Pick<ReleasePlan, "previousTag" | "baseSha">,
): Promise<DodEvidence["changes"]> {
  return orUnknown(async () => {
    const range = previousTag === undefined ? baseSha : `${previousTag}..${baseSha}`;
    const shas: string[] = [];
    for await (const commits of readCommits(git.log(logArguments(range, { firstParent: true }))))
      shas.push(...commits.map(({ sha }) => sha));
    const { pullRequests, direct } = await forge.changesOf(shas.slice(0, maxCommits));
    return {
      pullRequests: pullRequests.map(({ number, ...change }) => ({ name: `#${number}`, ...change })),
      direct: direct.map((sha) => sha.slice(0, 7)),
      notAsked: Math.max(0, shas.length - maxCommits),
    };
  });
}

/** The checks of exactly this commit but those of the workflow that releases it. */
export async function askCi(
  { forge, env }: Pick<Ports, "forge" | "env">,
  sha: string,
): Promise<DodEvidence["ciChecks"]> {
  // owner/name/.github/workflows/FILE@ref
  const ownWorkflow = /^[^/]+\/[^/]+\/(.+)@/.exec(env["GITHUB_WORKFLOW_REF"] ?? "")?.[1];
  return orUnknown(() => forge.ciChecks(sha, ownWorkflow === undefined ? {} : { ownWorkflow }));
}

export async function askBlockers({
  forge,
  config,
}: Pick<Ports, "forge" | "config">): Promise<DodEvidence["blockers"]> {
  return orUnknown(async () => {
    const issues = await forge.openIssues(config.gates.dod.blockingLabels);
    return issues.map(({ number, title, url }) => ({ name: `#${number} ${title}`, url }));
  });
}
