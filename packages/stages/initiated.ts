import { bumpVersionFiles, updateChangelogFile, versionFilePaths } from "#changelog";
import { ReleaseFault } from "#faults";
import { stepName, type FactBody, type ReleaseRecord } from "#machine";

import { changelogPath, reviewChangelog, reviewedChangelog } from "./plan/changelog-review.ts";
import { keptChangelog } from "./plan/kept-changelog.ts";
import { notesOf, readRange, type ReleaseRange } from "./plan/release-notes.ts";
import { moveTo, resumeCommand, type StageContext, type StageEnd } from "./context.ts";

type BranchPrepared = Extract<FactBody, { type: "branch-prepared" }>;

/** Version, branch, changelog: everything that is deployed later is committed here, before any gate (decision 31). */
export async function initiated(context: StageContext): Promise<StageEnd> {
  const { driver, say } = context;
  const { plan } = driver.record;
  await ensureVersionIsFree(context);
  if (plan.releaseType === "hotfix" && !(await hasFix(context))) return awaitFix(context);

  let prepared: BranchPrepared | undefined;
  await driver.step(
    "prepare-branch",
    async () => {
      prepared = await prepareBranch(context);
      return { sha: prepared.sha };
    },
    { facts: () => (prepared === undefined ? [] : [prepared]) },
  );
  if (context.config.changelog.review && (await reviewChangelog(context)) === "suspended") return "suspended";
  say(`${plan.releaseBranch} is ready: changelog and version files are committed`);
  return moveTo(
    driver,
    plan.releaseType === "hotfix" ? "quality_gates_fast" : "quality_gates",
    "branch and changelog are ready",
  );
}

/** A version number is used up once it is tagged (decision 20). Asked again here, under the reservation of the number. */
async function ensureVersionIsFree({ driver, git, forge }: StageContext): Promise<void> {
  const { plan, done } = driver.record;
  const step = stepName(driver.record, "check-version");
  if (done.has(step)) return;
  const [refs, release] = await Promise.all([git.remoteRefs([`refs/tags/${plan.tag}`]), forge.findRelease(plan.tag)]);
  if (refs.size > 0 || release !== undefined) {
    throw new ReleaseFault("policy", `Version ${plan.releaseVersion} is used up: ${plan.tag} was released before`, {
      hint: "Choose the next version. Example: --version=patch",
    });
  }
  // It only looks, so that no intent has to be recorded before it.
  driver.observe({ type: "step-done", step, result: null });
}

/** The commit that the release commit goes on: the base, or the tip of a hotfix branch that has its fix. */
async function branchTip({ driver, git }: StageContext): Promise<string | undefined> {
  const ref = `refs/heads/${driver.record.plan.releaseBranch}`;
  const tip = (await git.remoteRefs([ref])).get(ref);
  if (tip !== undefined) await git.fetch([`+${ref}:refs/remotes/origin/${driver.record.plan.releaseBranch}`]);
  return tip;
}

async function hasFix(context: StageContext): Promise<boolean> {
  const { git, driver } = context;
  const { plan } = driver.record;
  await driver.step("create-hotfix-branch", async () => {
    if ((await branchTip(context)) !== undefined) return null;
    await pushBranch(context, plan.baseSha, "absent");
    return null;
  });
  const tip = await branchTip(context);
  return tip !== undefined && tip !== plan.baseSha && (await git.isAncestor(plan.baseSha, tip));
}

async function awaitFix({ driver }: StageContext): Promise<"suspended"> {
  const { plan } = driver.record;
  await driver.suspend({
    waitsFor: "fix",
    reason: `${plan.releaseBranch} was created from ${plan.baseBranch}: commit the fix there and push it`,
    command: resumeCommand(driver.record),
  });
  return "suspended";
}

async function prepareBranch(context: StageContext): Promise<BranchPrepared> {
  const { plan } = context.driver.record;
  const tip = plan.releaseType === "hotfix" ? ((await branchTip(context)) ?? plan.baseSha) : plan.baseSha;
  const prepared = await commitRelease(context, await beforeOurCommit(context, tip));
  const expect = plan.releaseType === "hotfix" ? tip : (plan.takesOver ?? "absent");
  if (prepared.sha !== tip) await pushBranch(context, prepared.sha, expect);
  return prepared;
}

/** Changelog and version files committed on `parent`; nothing is pushed. Asked again, it is the very same commit. */
export async function commitRelease(context: StageContext, parent: string): Promise<BranchPrepared> {
  const { driver, git } = context;
  const { plan, openedAt } = driver.record;
  const range = await readRange(git, { previousTag: plan.previousTag, until: parent, preset: plan.changelogPreset });
  const date = openedAt.slice(0, 10);
  const options = { version: plan.releaseVersion, date, repositoryUrl: context.forge.webUrl };
  const built = notesOf(range, options, {
    settings: context.config.changelog,
    preset: plan.changelogPreset,
  });
  const changelog =
    reviewedChangelog(driver) ??
    plan.changelogOverride ??
    (await keptChangelog(context, parent, { markdown: built.markdown, options })) ??
    built.markdown;
  for (const warning of built.warnings) driver.observe({ type: "warned", message: warning });
  const files = await changedFiles(context, parent, changelog);
  const sha = await git.commitFiles({
    parents: [parent],
    files,
    message: releaseCommit(plan.releaseVersion),
    at: openedAt,
  });
  const { commits, inNotes, hidden, unconventional } = built.ledger;
  return {
    type: "branch-prepared",
    sha,
    files: [...files.keys()],
    changelog,
    ledger: { commits, inNotes, hidden, unconventional, committedAt: commitTimes(range.commits) },
  };
}

/** So many times of commits are kept: enough for a median and a 90th percentile, in a fact that stays small. */
const timesAtMost = 1_000;

/** When the commits were made, in seconds since 1970, oldest first; of more than are kept, an even sample. */
export function commitTimes(commits: ReleaseRange["commits"]): readonly number[] {
  const times = commits.map(({ commit }) => commit.committedAt).toSorted((a, b) => a - b);
  if (times.length <= timesAtMost) return times;
  const step = (times.length - 1) / (timesAtMost - 1);
  return Array.from({ length: timesAtMost }, (_, index) => times[Math.round(index * step)] ?? 0);
}

const releaseCommit = (version: string) => `chore(release): ${version}`;

/** After a death the tip may be our own commit already: then its parent is what it was made on. */
export async function beforeOurCommit(
  { driver, git }: Pick<StageContext, "git"> & { readonly driver: { readonly record: Pick<ReleaseRecord, "plan"> } },
  tip: string,
): Promise<string> {
  const parent = await git.resolve(`${tip}^`);
  if (parent === undefined || tip === driver.record.plan.baseSha) return tip;
  const subject = await firstLine(git.log(["-1", "--format=%s", tip]));
  return subject === releaseCommit(driver.record.plan.releaseVersion) ? parent : tip;
}

async function firstLine(output: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of output) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8").split("\n")[0]?.trim() ?? "";
}

async function changedFiles(
  { driver, git, config }: StageContext,
  parent: string,
  changelog: string,
): Promise<Map<string, string>> {
  const { releaseVersion } = driver.record.plan;
  const versionFiles = config.versionFiles ?? versionFilePaths;
  const present = await git.readFiles(parent, [...versionFiles, changelogPath]);
  const versioned = new Map([...present].filter(([path]) => versionFiles.includes(path)));
  const files = new Map(bumpVersionFiles(versioned, releaseVersion));
  const existing = present.get(changelogPath);
  return files.set(changelogPath, updateChangelogFile(existing, changelog, { version: releaseVersion }));
}

/** Creates or moves the release branch. Repeating it after a death finds the very same commit there. */
export async function pushBranch({ driver, git }: StageContext, sha: string, expect: string): Promise<void> {
  const { releaseBranch } = driver.record.plan;
  const ref = `refs/heads/${releaseBranch}`;
  const outcome = await git.push([{ ref, to: sha, expect }]);
  if (outcome.state === "applied") return;
  const now = (await git.remoteRefs([ref])).get(ref);
  if (now === sha) return;
  if (now !== undefined && outcome.state === "refused" && !outcome.denied) {
    throw new ReleaseFault("policy", `Release branch ${releaseBranch} already exists`, {
      hint: `Delete it (git push origin --delete ${releaseBranch}) or choose another version.`,
    });
  }
  throw new ReleaseFault(
    outcome.state === "unknown" ? "remote" : "permission",
    `Could not push ${releaseBranch}: ${outcome.reason}`,
    {
      hint: "Check that the token may write contents and that no rule protects release branches.",
    },
  );
}
