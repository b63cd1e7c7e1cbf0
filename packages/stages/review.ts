import type { Config } from "#config";
import { ReleaseFault } from "#faults";
import type { ReviewState } from "#forge";
import type { FactBody, ReleaseRecord } from "#machine";
import { pullRequestBody } from "#report";

import { attended, failRelease, moveTo, required, resumeCommand, type StageContext, type StageEnd } from "./context.ts";
import { openReviewIssue } from "./review-issue.ts";

/** The pull request: opened with all evidence, approved by people, merged, tagged on exactly what was gated. */
export async function review(context: StageContext): Promise<StageEnd> {
  const { driver } = context;
  const number = await openPullRequest(context);
  if (driver.record.merge === undefined) {
    const end = await awaitApproval(context, number);
    if (end !== undefined) return end;
  }
  const merge = await merged(context, number);
  if (merge.gated === "neither") return ungated(context);
  await driver.step("tag", () => ensureTag(context, tagPosition(context, merge)), {
    facts: (sha) => [{ type: "tagged", tag: driver.record.plan.tag, sha }],
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

async function openPullRequest(context: StageContext): Promise<number> {
  const { driver, forge, config, say } = context;
  const known = driver.record.pullRequest;
  if (known !== undefined) return known.number;
  const { plan } = driver.record;
  const opened = await driver.step(
    "open-pull-request",
    async () => {
      const pull = await forge.ensurePullRequest({
        head: plan.releaseBranch,
        headSha: required(driver.record.gatedSha, "the gated commit"),
        base: plan.targetBranch,
        title: `Release ${plan.releaseVersion}`,
        body: pullRequestBody(driver.record),
        labels: [
          "release",
          `version:${plan.releaseVersion}`,
          "auto-generated",
          ...(plan.releaseType === "hotfix" ? ["HOTFIX"] : []),
        ],
        reviewers: config.review.reviewers,
      });
      for (const warning of pull.warnings) driver.observe({ type: "warned", message: warning });
      return { number: pull.number, url: pull.url, head: pull.headSha };
    },
    { facts: (pull) => [{ type: "pull-request-opened", ...pull }] },
  );
  say(`pull request ${opened.url} is open`);
  return opened.number;
}

/** Waits a while for people; then the release is suspended, without a runner, a lock or a clock. */
async function awaitApproval(context: StageContext, number: number): Promise<StageEnd | undefined> {
  const { driver, forge, config, clock, say } = context;
  const giveUpAt = clock.now() + config.review.wait;
  for (;;) {
    const state = await forge.reviewState(number);
    const verdict = judgeReview({ record: driver.record, config, nowMs: clock.now() }, state);
    if (verdict.kind === "refused")
      return failRelease(driver, { failureReason: verdict.reason, actionableFixSuggestions: [verdict.fix] });
    if (verdict.kind === "go") {
      const known = driver.record.approval?.sha === state.headSha;
      if (!known) driver.observe({ type: "approved", by: [...state.approvedBy], sha: state.headSha });
      return undefined;
    }
    say(`waiting: ${verdict.reason}`);
    if (clock.now() >= giveUpAt) {
      await driver.suspend({
        waitsFor: "approval",
        reason: verdict.reason,
        until: new Date(expiryOf(driver.record, config)).toISOString(),
        command: resumeCommand(driver.record),
      });
      return "suspended";
    }
    await attended(context, (signal) => clock.sleep(config.review.pollEvery, signal));
  }
}

/** When nobody may approve any more, in ms since the epoch. */
function expiryOf({ visits, openedAt }: ReleaseRecord, { review: { expires } }: Config): number {
  const since = visits.findLast(({ state }) => state === "review")?.since ?? openedAt;
  return Date.parse(since) + expires;
}

export type ReviewVerdict =
  | { readonly kind: "go" }
  | { readonly kind: "wait"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string; readonly fix: string };

/** Decision 39: approvals on the gated head, every check green, no thread open. Merged by a person counts as their approval. */
export function judgeReview(
  { record, config, nowMs }: { readonly record: ReleaseRecord; readonly config: Config; readonly nowMs: number },
  state: ReviewState,
): ReviewVerdict {
  if (state.state === "merged") return { kind: "go" };
  if (state.state === "closed") {
    return {
      kind: "refused",
      reason: "The pull request was closed without a merge",
      fix: `Start again with: release retry ${record.id}`,
    };
  }
  if (nowMs > expiryOf(record, config)) {
    return {
      kind: "refused",
      reason: "Nobody approved the pull request in time",
      fix: `Start again with: release retry ${record.id}`,
    };
  }
  if (state.headSha !== record.gatedSha) {
    return {
      kind: "refused",
      reason: `The release branch moved to ${state.headSha.slice(0, 7)} after its gates passed on ${record.gatedSha?.slice(0, 7)}`,
      fix: "Commits to a release branch are not gated. Put them on the source branch and retry the release.",
    };
  }
  // Decision 19 takes our own question away, never a rule that the branch itself has.
  const wanted = record.plan.incident?.autoApproved === true ? 0 : config.review.approvals;
  const needed = Math.max(wanted, state.requiredApprovals);
  const missing = [
    ...(state.approvedBy.length < needed ? [`${needed - state.approvedBy.length} more approval(s)`] : []),
    ...state.changesRequestedBy.map((login) => `${login}, who requested changes`),
    ...state.checksNotGreen.map((check) => `check ${check.name} (${check.state})`),
    ...(state.unresolvedThreads > 0 ? [`${state.unresolvedThreads} unresolved review thread(s)`] : []),
  ];
  return missing.length === 0
    ? { kind: "go" }
    : { kind: "wait", reason: `the pull request needs ${missing.join(", ")}` };
}

type Merged = Extract<FactBody, { type: "merged" }>;

async function merged(context: StageContext, number: number): Promise<Merged> {
  const { driver, forge, say } = context;
  const known = driver.record.merge;
  const gatedSha = required(driver.record.gatedSha, "the gated commit");
  if (known !== undefined) return sameTreeNow(context, known, gatedSha);
  let merge: Merged | undefined;
  await driver.step(
    "merge",
    async () => {
      const { sha, by } = await forge.ensureMerged(number, gatedSha, `Release ${driver.record.plan.releaseVersion}`);
      merge = { type: "merged", sha, by, gated: await relationToGated(context, sha, gatedSha) };
      return { sha };
    },
    { facts: () => (merge === undefined ? [] : [merge]) },
  );
  say(`merged into ${driver.record.plan.targetBranch}`);
  return required(driver.record.merge, "the merge");
}

/** After gates on the merged tree itself, that tree is the gated one. */
function sameTreeNow({ driver }: StageContext, known: Merged, gatedSha: string): Merged {
  if (known.gated !== "neither" || known.sha !== gatedSha) return known;
  const now: Merged = { type: "merged", sha: known.sha, by: known.by, gated: "same-tree" };
  driver.observe({ type: "approved", by: [known.by], sha: known.sha }, now);
  return now;
}

async function relationToGated({ git, driver }: StageContext, sha: string, gated: string): Promise<Merged["gated"]> {
  const { targetBranch } = driver.record.plan;
  await git.fetch([`+refs/heads/${targetBranch}:refs/remotes/origin/${targetBranch}`]);
  if ((await git.treeOf(sha)) === (await git.treeOf(gated))) return "same-tree";
  return (await git.isAncestor(gated, sha)) ? "ancestor" : "neither";
}

/** Decision 31: on the merge when its tree is the gated tree, else on the gated head itself. */
function tagPosition({ driver }: StageContext, merge: Merged): string {
  return merge.gated === "same-tree" ? merge.sha : required(driver.record.gatedSha, "the gated commit");
}

async function ensureTag({ driver, git, say }: StageContext, sha: string): Promise<string> {
  const { tag, releaseVersion } = driver.record.plan;
  const ref = `refs/tags/${tag}`;
  const object = await git.tagObject({
    name: tag,
    sha,
    message: `Release ${releaseVersion}`,
    at: driver.record.openedAt,
  });
  const outcome = await git.push([{ ref, to: object, expect: "absent" }]);
  const there = outcome.state === "applied" ? object : (await git.remoteRefs([ref])).get(ref);
  if (there === object) {
    await git.fetch([`+${ref}:${ref}`]);
    say(`tagged ${tag}`);
    return sha;
  }
  if (there === undefined) {
    throw new ReleaseFault(
      outcome.state === "unknown" ? "remote" : "policy",
      `Could not push tag ${tag}: ${outcome.state === "applied" ? "" : outcome.reason}`,
      {
        hint: "Allow the release identity to create v* tags, then: release resume.",
      },
    );
  }
  throw new ReleaseFault("policy", `Tag ${tag} exists and points elsewhere`, {
    hint: "A released version number is used up. Retry with the next version. Example: --version=patch",
  });
}
