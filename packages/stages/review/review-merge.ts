import { ReleaseFault } from "#faults";
import type { MergeMethod, ReviewState } from "#forge";
import { stepName, type FactBody } from "#machine";

import {
  attended,
  failRelease,
  moveTo,
  required,
  resumeCommand,
  type StageContext,
  type StageEnd,
} from "../context.ts";
import { beforeOurCommit, commitRelease, pushBranch } from "../initiated.ts";
import { expiryOf, questionOf } from "./review-verdict.ts";

export type Merged = Extract<FactBody, { type: "merged" }>;

/**
 * Merges in the way that keeps most of what was gated, or waits for the queue to do it; then `record.merge` is there. An end
 * is returned when it is not merged yet.
 */
export async function mergeApproved(
  context: StageContext,
  number: number,
  state: ReviewState,
): Promise<StageEnd | undefined> {
  if (state.state !== "merged" && state.mergeQueue !== undefined) {
    const end = await passQueue(context, number);
    if (end !== undefined) return end;
  } else if (state.state !== "merged" && !state.mergeMethods.includes("merge") && (await wouldDiffer(context))) {
    const { plan, visits } = context.driver.record;
    if (plan.releaseType === "hotfix") return waitForMergeCommits(context);
    // Once only: where the base never rests, the merged tree is gated instead, which needs no second approval.
    if (visits.filter((visit) => visit.state === "review").length === 1) return updateBranch(context);
  }
  try {
    await recordMerge(context, number, state.mergeMethods[0] ?? "merge");
    return undefined;
  } catch (thrown) {
    // A rule that we could not see, or a change since we looked: people settle it, and nothing has happened yet.
    if (thrown instanceof ReleaseFault && thrown.code === "policy")
      return waitForPeople(context, (await conflictText(context)) ?? thrown.message);
    throw thrown;
  }
}

/** What keeps the branch from being merged, where git knows it: the code host says no more than "not mergeable". */
async function conflictText(context: StageContext): Promise<string | undefined> {
  const { record } = context.driver;
  const trial = await trialMerge(context, await targetHead(context), required(record.gatedSha, "the gated commit"));
  if (trial.state !== "conflict") return undefined;
  const { releaseBranch, targetBranch } = record.plan;
  return `${releaseBranch} conflicts with ${targetBranch} in ${trial.files.slice(0, 5).join(", ")}. Merge ${targetBranch} into ${releaseBranch} (what was rolled back must be reverted there first), resume, and let the gates see it: release retry ${record.id}`;
}

/** What the code host would get of a merge. Nothing is pushed. */
function trialMerge({ git, driver }: StageContext, head: string, gated: string): ReturnType<typeof git.merge> {
  return git.merge({ ours: head, theirs: gated, message: "trial\n", at: driver.record.openedAt });
}

/** A hotfix takes only its fix along, so that the base cannot be merged into it. */
function waitForMergeCommits(context: StageContext): Promise<"suspended"> {
  const { targetBranch } = context.driver.record.plan;
  const reason = `${targetBranch} has moved and takes no merge commits: squashed or rebased, the hotfix would not be what was gated. Allow merge commits`;
  return waitForPeople(context, reason);
}

/** Suspends the release until people did what `reason` says, or the review ends. */
export async function waitForPeople(context: StageContext, reason: string): Promise<"suspended"> {
  const { driver } = context;
  const until = expiryOf(questionOf(context));
  await driver.suspend({ waitsFor: "approval", reason, until, command: resumeCommand(driver.record) });
  return "suspended";
}

async function recordMerge(context: StageContext, number: number, method: MergeMethod): Promise<void> {
  const { driver, forge, say } = context;
  const { releaseVersion, targetBranch } = driver.record.plan;
  const gatedSha = required(driver.record.gatedSha, "the gated commit");
  let merge: Merged | undefined;
  await driver.step(
    "merge",
    async () => {
      const { sha, by } = await forge.ensureMerged(number, gatedSha, { title: `Release ${releaseVersion}`, method });
      merge = { type: "merged", sha, by, gated: await relationToGated(context, sha, gatedSha) };
      return { sha };
    },
    { facts: () => (merge === undefined ? [] : [merge]) },
  );
  say(`merged into ${targetBranch}`);
}

async function relationToGated(context: StageContext, sha: string, gated: string): Promise<Merged["gated"]> {
  const { git } = context;
  await targetHead(context);
  if ((await git.treeOf(sha)) === (await git.treeOf(gated))) return "same-tree";
  return (await git.isAncestor(gated, sha)) ? "ancestor" : "neither";
}

async function targetHead({ git, driver }: StageContext): Promise<string> {
  const { targetBranch } = driver.record.plan;
  const target = `refs/remotes/origin/${targetBranch}`;
  await git.fetch([`+refs/heads/${targetBranch}:${target}`]);
  return required(await git.resolve(target), `the head of ${targetBranch}`);
}

/** Whether a squash would give another tree than the one that was gated. */
export async function wouldDiffer(context: StageContext): Promise<boolean> {
  const { git, driver } = context;
  const gated = required(driver.record.gatedSha, "the gated commit");
  const head = await targetHead(context);
  if (await git.isAncestor(head, gated)) return false;
  const trial = await trialMerge(context, head, gated);
  return trial.state === "conflict" || (await git.treeOf(trial.sha)) !== (await git.treeOf(gated));
}

const baseStep = "base-to-merge";

/** Whether this visit has begun to merge the base into the branch: then the head that the host shows may be new already. */
export function isUpdating({ driver }: StageContext): boolean {
  return driver.record.done.has(stepName(driver.record, baseStep));
}

/**
 * The release once more on a base that moved: what it had before our commit merged with the base, notes and versions
 * again on top, then the gates (decision 31). The base is recorded first, so that a repeated try makes the same commits.
 */
export async function updateBranch(context: StageContext): Promise<StageEnd> {
  const { driver, git, say } = context;
  const { plan, openedAt } = driver.record;
  const gated = required(driver.record.gatedSha, "the gated commit");
  const { base } = await driver.step(baseStep, async () => ({ base: await targetHead(context) }));
  // The branch may have left it already, and another machine has no other name for it.
  if ((await git.resolve(gated)) === undefined) await git.fetch([gated]);
  if ((await git.resolve(base)) === undefined) await git.fetch([base]);
  const ours = await beforeOurCommit(context, gated);
  const message = `Merge ${plan.targetBranch} into ${plan.releaseBranch}\n`;
  const merge = (await git.isAncestor(ours, base))
    ? { state: "merged" as const, sha: base }
    : await git.merge({ ours, theirs: base, message, at: openedAt });
  if (merge.state === "conflict") {
    return failRelease(driver, {
      failureReason: `${plan.targetBranch} moved and conflicts with ${plan.releaseBranch} in ${merge.files.join(", ")}`,
      actionableFixSuggestions: [
        `Merge ${plan.targetBranch} into ${plan.baseBranch} and start again with: release retry ${driver.id}`,
      ],
    });
  }
  let prepared: Awaited<ReturnType<typeof commitRelease>> | undefined;
  await driver.step(
    "merge-base",
    async () => {
      prepared = await commitRelease(context, merge.sha);
      if (prepared.sha !== gated) await pushBranch(context, prepared.sha, gated);
      return { sha: prepared.sha };
    },
    { facts: () => (prepared === undefined ? [] : [prepared]) },
  );
  say(`${plan.targetBranch} has moved: ${plan.releaseBranch} has it now, and is gated again`);
  return moveTo(driver, "quality_gates", `${plan.targetBranch} moved and takes no merge commits`);
}

/** Has the queue of the base merge it. Waits a while, then the release is suspended; whoever continues finds its place. */
async function passQueue(context: StageContext, number: number): Promise<StageEnd | undefined> {
  const { driver, forge, config, clock, say } = context;
  const gatedSha = required(driver.record.gatedSha, "the gated commit");
  const giveUpAt = clock.now() + config.review.wait;
  let wasQueued = false;
  for (;;) {
    const { state, mergeQueue } = await forge.reviewState(number);
    if (state !== "open") return undefined;
    const place = mergeQueue?.state ?? "not-queued";
    if (place === "unmergeable" || (place === "not-queued" && wasQueued))
      return waitForPeople(
        context,
        "the merge queue did not take the pull request: see its checks, and queue it again",
      );
    if (place === "not-queued") {
      const refused = await enqueue(context, number, gatedSha);
      if (refused !== undefined) return waitForPeople(context, refused);
    }
    wasQueued = true;
    say(
      `waiting: the pull request is in the merge queue${mergeQueue?.position === undefined ? "" : `, at position ${mergeQueue.position}`}`,
    );
    if (clock.now() >= giveUpAt) return waitForPeople(context, "the pull request waits in the merge queue");
    await attended(context, (signal) => clock.sleep(config.review.pollEvery, signal));
  }
}

/** A step for each time that it is queued: the queue may throw it out, and people may want it in again. */
async function enqueue(context: StageContext, number: number, head: string): Promise<string | undefined> {
  const { driver, forge } = context;
  const times = [...driver.record.done.keys()].filter((name) =>
    name.startsWith(stepName(driver.record, "queue-")),
  ).length;
  try {
    await driver.step(`queue-${times + 1}`, async () => {
      await forge.ensureQueued(number, head);
      return null;
    });
    return undefined;
  } catch (thrown) {
    if (thrown instanceof ReleaseFault && thrown.code === "policy") return thrown.message;
    throw thrown;
  }
}
