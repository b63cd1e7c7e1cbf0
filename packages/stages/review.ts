import { ReleaseFault } from "#faults";
import type { ReviewState } from "#forge";
import { missingGuards } from "#machine";
import { pullRequestBodies } from "#report";

import { offerAutoMerge, withdrawAutoMerge } from "./review/auto-merge.ts";
import { attended, failRelease, moveTo, required, resumeCommand, type StageContext, type StageEnd } from "./context.ts";
import { unproved } from "./review/review-done.ts";
import { openReviewIssue } from "./review/review-issue.ts";
import { isUpdating, mergeApproved, updateBranch, waitForPeople, type Merged } from "./review/review-merge.ts";
import { ownershipOf, reviewersOf, type Ownership } from "./review/review-owners.ts";
import { judgeReview, questionOf } from "./review/review-verdict.ts";
import { unableToSign } from "./review/signing.ts";
import { ensureTag, isSignedTagThere } from "./review/tagging.ts";

/** The pull request: opened with all evidence, approved by people, merged, tagged on exactly what was gated. */
export async function review(context: StageContext): Promise<StageEnd> {
  const { driver } = context;
  if (isUpdating(context)) return updateBranch(context);
  if (driver.record.merge === undefined) {
    const ownership = await ownershipOf(questionOf(context));
    const number = await openPullRequest(context, ownership);
    const end = await approveAndMerge(context, number, ownership).catch(async (thrown: unknown) => {
      // Nobody looks on while the release waits for a service; where the host cannot be reached, the next driver looks first.
      if (thrown instanceof ReleaseFault) await withdrawAutoMerge(context).catch(() => undefined);
      throw thrown;
    });
    if (end !== undefined) return end;
  }
  const merge = sameTreeNow(context, required(driver.record.merge, "the merge"));
  if (merge.gated === "neither") return ungated(context);
  const unfinished = await assertMerged(context);
  if (unfinished !== undefined) return unfinished;
  const sha = tagPosition(context, merge);
  const untagged = driver.record.tag === undefined && !(await isSignedTagThere(context, driver.record.plan.tag));
  if (untagged && (await waitForKey(context, sha)) !== undefined) return "suspended";
  await driver.step("tag", () => tagRelease(context, sha), {
    facts: (tagged) => [{ type: "tagged", tag: driver.record.plan.tag, sha: tagged }],
  });
  const hotfix = driver.record.plan.releaseType === "hotfix";
  if (hotfix) await openReviewIssue(context);
  return moveTo(driver, hotfix ? "production_canary" : "staging", "approved, merged and tagged");
}

/** A merge that holds what no gate saw: a release tests that tree too, a hotfix must not bring it along. */
function ungated({ driver }: StageContext): StageEnd {
  const { plan } = driver.record;
  if (plan.releaseType !== "hotfix") return moveTo(driver, "quality_gates", "the merged tree was never gated");
  return failRelease(driver, {
    failureReason: `${plan.releaseBranch} was squashed or rebased onto a ${plan.targetBranch} that had moved: its gates did not see that tree`,
    actionableFixSuggestions: [
      "Merge a hotfix with a merge commit: then exactly its gated commit is deployed.",
      `${plan.targetBranch} has the fix now: release it from there. Example: release start --version=patch`,
    ],
  });
}

/** Opened once, and brought up to date in each visit: after other gates it has other evidence. */
async function openPullRequest(context: StageContext, ownership: Ownership): Promise<number> {
  const { driver, forge, config, say } = context;
  const { plan } = driver.record;
  const asked = reviewersOf(ownership, config.review.reviewers);
  const opened = await driver.step(
    "open-pull-request",
    async () => {
      const deciders = { rule: config.review.owners, groups: config.review.approvals === 0 ? [] : ownership.groups };
      const [body, ...shorterBodies] = pullRequestBodies(driver.record, deciders);
      const pull = await forge.ensurePullRequest({
        head: plan.releaseBranch,
        headSha: required(driver.record.gatedSha, "the gated commit"),
        base: plan.targetBranch,
        title: `Release ${plan.releaseVersion}`,
        body,
        shorterBodies,
        labels: [
          "release",
          `version:${plan.releaseVersion}`,
          "auto-generated",
          ...(plan.releaseType === "hotfix" ? ["HOTFIX"] : []),
        ],
        reviewers: asked.reviewers,
      });
      for (const message of [...pull.warnings, ...asked.warnings, ...ownership.warnings])
        driver.observe({ type: "warned", message });
      return { number: pull.number, url: pull.url, head: pull.headSha };
    },
    { facts: (pull) => [{ type: "pull-request-opened", ...pull }] },
  );
  say(`pull request ${opened.url} is open`);
  return opened.number;
}

/** Who merges what nobody has approved takes the word for it. */
function approversOf({ approvedBy, mergedBy }: ReviewState): readonly string[] {
  return approvedBy.length === 0 && mergedBy !== undefined ? [mergedBy] : approvedBy;
}

/** Waits a while for people; then the release is suspended, without a runner, a lock or a clock. */
async function approveAndMerge(
  context: StageContext,
  number: number,
  ownership: Ownership,
): Promise<StageEnd | undefined> {
  const { driver, forge, config, clock, say } = context;
  const giveUpAt = clock.now() + config.review.wait;
  for (;;) {
    const state = await forge.reviewState(number);
    const verdict = await judgeReview(questionOf(context), state, ownership);
    if (verdict.kind !== "wait" || !verdict.onlyRequiredChecks) await withdrawAutoMerge(context);
    if (verdict.kind === "refused")
      return failRelease(driver, {
        cause: verdict.cause,
        failureReason: verdict.reason,
        actionableFixSuggestions: [verdict.fix],
      });
    const missing = verdict.kind === "wait" ? verdict.reason : await unproved(context, state);
    if (missing === undefined) {
      const known = driver.record.approval?.sha === state.headSha;
      if (!known) driver.observe({ type: "approved", by: approversOf(state), sha: state.headSha });
      if (state.state !== "merged" && (await waitForKey(context, state.headSha)) !== undefined) return "suspended";
      return mergeApproved(context, number, state);
    }
    say(`waiting: ${missing}`);
    if (clock.now() >= giveUpAt) {
      await withdrawAutoMerge(context);
      return waitForPeople(context, missing);
    }
    if (verdict.kind === "wait" && verdict.onlyRequiredChecks) await offerAutoMerge(context, number, state);
    await attended(context, (signal) => clock.sleep(config.review.pollEvery, signal));
  }
}

/**
 * What is merged already and not proved does not go to staging. A person may have merged it, or a tree was gated after its
 * merge: then nothing was asserted for it yet.
 */
async function assertMerged(context: StageContext): Promise<StageEnd | undefined> {
  const { driver, forge } = context;
  if (missingGuards(driver.record, "staging")?.includes("definitionOfDoneAsserted") !== true) return undefined;
  const { number } = required(driver.record.pullRequest, "the pull request");
  const missing = await unproved(context, await forge.reviewState(number));
  if (missing === undefined) return undefined;
  context.say(`waiting: ${missing}`);
  return waitForPeople(context, missing);
}

/** After gates on the merged tree itself, that tree is the gated one. */
function sameTreeNow({ driver }: StageContext, known: Merged): Merged {
  if (known.gated !== "neither" || known.sha !== driver.record.gatedSha) return known;
  const now: Merged = { type: "merged", sha: known.sha, by: known.by, gated: "same-tree" };
  driver.observe({ type: "approved", by: [known.by], sha: known.sha }, now);
  return now;
}

/** Decision 31: on the merge when its tree is the gated tree, else on the gated head itself. */
function tagPosition({ driver }: StageContext, merge: Merged): string {
  return merge.gated === "same-tree" ? merge.sha : required(driver.record.gatedSha, "the gated commit");
}

async function tagRelease(context: StageContext, sha: string): Promise<string> {
  const { tag, releaseVersion } = context.driver.record.plan;
  await ensureTag(context, {
    name: tag,
    sha,
    message: `Release ${releaseVersion}`,
    at: context.driver.record.openedAt,
  });
  context.say(`tagged ${tag}`);
  return sha;
}

/** Before the merge, and once more before the tag: a key that was lost since must not cost the release. */
async function waitForKey(context: StageContext, sha: string): Promise<"suspended" | undefined> {
  const { driver } = context;
  const fault = await unableToSign(context, sha);
  if (fault === undefined) return undefined;
  const reason = `${fault.message}. ${fault.hint}`;
  await driver.suspend({ waitsFor: "decision", reason, command: resumeCommand(driver.record) });
  return "suspended";
}
