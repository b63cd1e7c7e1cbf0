import { readSection } from "#changelog";
import type { FactBody } from "#machine";

import { required, resumeCommand, type StageContext } from "../context.ts";

type BranchPrepared = Extract<FactBody, { type: "branch-prepared" }>;

export const changelogPath = "CHANGELOG.md";

/** The text that people left when they had the changelog for review; a regenerated one must not take its place. */
export function reviewedChangelog({ facts }: StageContext["driver"]): string | undefined {
  const reviewed = facts.findLast((fact) => fact.type === "branch-prepared" && fact.reviewed === true);
  return reviewed?.type === "branch-prepared" ? reviewed.changelog : undefined;
}

/**
 * Gives the changelog to people before anything is tested, and goes on with what they committed: that commit is gated and
 * released (decisions 31 and 55). What it may not be is said, and waited for again.
 */
export async function reviewChangelog(context: StageContext): Promise<"suspended" | "reviewed"> {
  const { driver, say } = context;
  if (reviewedChangelog(driver) !== undefined) return "reviewed";
  const { releaseBranch } = driver.record.plan;
  // Only the wait itself shows that people were asked: a death just before it must not pass for their consent.
  const asked = driver.facts.some((fact) => fact.type === "suspended" && fact.waitsFor === "changelog");
  if (!asked) return wait(context, `read ${changelogPath} on ${releaseBranch}, edit and push it there, then go on`);
  const left = await whatPeopleLeft(context);
  if (typeof left === "string") return wait(context, left);
  await driver.step("take-changelog", async () => ({ sha: await Promise.resolve(left.sha) }), { facts: () => [left] });
  say(`${changelogPath} on ${releaseBranch} is taken as people left it`);
  return "reviewed";
}

async function wait({ driver }: StageContext, reason: string): Promise<"suspended"> {
  await driver.suspend({ waitsFor: "changelog", reason, command: resumeCommand(driver.record) });
  return "suspended";
}

/** The head of the release branch as it is to be released, or why it cannot be. */
async function whatPeopleLeft(context: StageContext): Promise<BranchPrepared | string> {
  const { driver, git } = context;
  const { releaseBranch, releaseVersion, baseSha, baseBranch } = driver.record.plan;
  const ref = `refs/heads/${releaseBranch}`;
  const sha = (await git.remoteRefs([ref])).get(ref);
  if (sha === undefined) return `${releaseBranch} is gone: push it again, then go on`;
  await git.fetch([`+${ref}:refs/remotes/origin/${releaseBranch}`]);
  if (!(await git.isAncestor(baseSha, sha))) return `${releaseBranch} does not descend from ${baseBranch} any more`;
  const section = readSection((await git.readFile(sha, changelogPath)) ?? "", releaseVersion);
  if (section === undefined)
    return `${changelogPath} on ${releaseBranch} says nothing about ${releaseVersion}: write a section for it, then go on`;
  const prepared = required(driver.record.branchHead, "the release branch");
  if ((await git.resolve(prepared)) === undefined) await git.fetch([prepared]);
  const files = sha === prepared ? [] : await git.changedFiles(prepared, sha);
  const others = files.filter((path) => path !== changelogPath);
  if (others.length > 0) {
    const message = `${releaseBranch} has more than its changelog changed since it was made: ${others.slice(0, 5).join(", ")}. The gates test it so`;
    driver.observe({ type: "warned", message });
  }
  const ledger = required(driver.record.ledger, "the ledger");
  return { type: "branch-prepared", sha, files, changelog: section, ledger, reviewed: true };
}
