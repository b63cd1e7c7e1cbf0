import { ReleaseFault } from "#faults";
import type { FactBody } from "#machine";

import { required, resumeCommand, type StageContext } from "../context.ts";

type Backported = Omit<Extract<FactBody, { type: "backported" }>, "type">;

/**
 * Brings a completed hotfix to the branch where development goes on (decision 58): as a merge commit, or where it conflicts
 * or the branch is protected, as a pull request that nobody waits for. Safe to repeat: our merge is found by its trailer.
 */
export async function backport(context: StageContext): Promise<void> {
  const done = await context.driver.step("backport", () => bringTo(context, developmentBranch(context)), {
    facts: (result) => [{ type: "backported", ...result }],
  });
  context.say(`backport to ${done.into}: ${done.reason}${done.url === undefined ? "" : ` (${done.url})`}`);
}

const developmentBranch = ({ config }: StageContext) => config.branches.source ?? "develop";

/** Somebody may push at the same moment, again and again; a person is faster than this many tries only with a machine. */
const tries = 5;

async function bringTo(context: StageContext, into: string): Promise<Backported> {
  const { git, driver } = context;
  const { targetBranch, tag } = driver.record.plan;
  const released = required(driver.record.merge, "the merge").sha;
  // The time at which it completed, and no later one: who goes on after a death makes the very same commit.
  const at = required(driver.record.visits.at(-1), "the state").since;
  if (into === targetBranch) return { into, via: "not-applicable", reason: `${tag} was released from it` };
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const head = await headOf(context, into);
    if (head === undefined) return { into, via: "not-applicable", reason: `there is no branch ${into}` };
    // Where two clones meet a death, this one has never seen the target branch.
    if ((await git.resolve(released)) === undefined) await headOf(context, targetBranch);
    if (await git.isAncestor(released, head)) return present(context, { into, head, released });
    const message = `Merge ${tag} into ${into}\n\n${trailer(tag)}\n`;
    const merged = await git.merge({ ours: head, theirs: released, message, at });
    if (merged.state === "conflict") return propose(context, into, `it conflicts in ${listed(merged.files)}`);
    const outcome = await git.push([{ ref: `refs/heads/${into}`, to: merged.sha, expect: head }]);
    if (outcome.state === "applied") return mergedAs(into, merged.sha);
    if (outcome.state === "refused" && outcome.denied) return propose(context, into, `${into} takes no push`);
    // Moved meanwhile, or the answer was lost: what is there now decides.
  }
  throw new ReleaseFault("remote", `${tag} could not be brought to ${into}: it moved at each of ${tries} tries`, {
    hint: `Continue with: ${resumeCommand(driver.record)}`,
  });
}

const trailer = (tag: string) => `Release-Command: backport ${tag}`;

const mergedAs = (into: string, sha: string): Backported => ({
  into,
  via: "merge",
  reason: `merged as ${sha.slice(0, 7)}`,
  sha,
});

const listed = (files: readonly string[]) =>
  `${files.slice(0, 5).join(", ")}${files.length > 5 ? ` and ${files.length - 5} more` : ""}`;

async function headOf({ git }: StageContext, branch: string): Promise<string | undefined> {
  const ref = `refs/heads/${branch}`;
  const remote = `refs/remotes/origin/${branch}`;
  if ((await git.remoteRefs([ref])).get(ref) === undefined) return undefined;
  await git.fetch([`+${ref}:${remote}`]);
  return git.resolve(remote);
}

/** The branch has the hotfix: by our own merge before a death, or because somebody else was first. */
async function present(
  { git, driver }: StageContext,
  { into, head, released }: { readonly into: string; readonly head: string; readonly released: string },
): Promise<Backported> {
  const { tag } = driver.record.plan;
  const chunks: Buffer[] = [];
  for await (const chunk of git.log(["--merges", "--format=%H%x01%B%x00", `${released}..${head}`])) chunks.push(chunk);
  const merges = Buffer.concat(chunks).toString("utf8").split("\0");
  const ours = merges.find((merge) => merge.split("\n").includes(trailer(tag)));
  if (ours !== undefined) return mergedAs(into, ours.trim().slice(0, 40));
  return { into, via: "not-applicable", reason: `${into} has it already` };
}

/** What was released, offered as it is: whoever resolves a conflict does so on this branch. */
async function propose(context: StageContext, into: string, why: string): Promise<Backported> {
  const { git, forge, driver, config } = context;
  const { tag, releaseVersion } = driver.record.plan;
  const released = required(driver.record.merge, "the merge").sha;
  const branch = `backport/${tag}`;
  const ref = `refs/heads/${branch}`;
  const outcome = await git.push([{ ref, to: released, expect: "absent" }]);
  // After a death it may be there, with what people did on it since.
  const there = outcome.state === "applied" ? released : (await git.remoteRefs([ref])).get(ref);
  if (there === undefined) {
    if (outcome.state === "refused") return byHand(context, into, `${why}, and ${branch} could not be pushed`);
    throw new ReleaseFault("remote", `Could not push ${branch}: ${outcome.state === "unknown" ? outcome.reason : ""}`, {
      hint: `Continue with: ${resumeCommand(driver.record)}`,
    });
  }
  try {
    const pull = await forge.ensurePullRequest({
      head: branch,
      headSha: there,
      base: into,
      title: `Backport ${releaseVersion} to ${into}`,
      body: `Hotfix ${tag} is in production, and ${into} lacks it: ${why}. Merge this with a merge commit. No release waits for it.`,
      labels: ["release", "auto-generated"],
      reviewers: config.review.reviewers,
    });
    return { into, via: "pull-request", reason: `${why}; pull request ${pull.number} is ${pull.state}`, url: pull.url };
  } catch (thrown) {
    // The hotfix is in production: what a rule or a missing right forbids here must not keep the release open for ever.
    if (!(thrown instanceof ReleaseFault) || (thrown.code !== "policy" && thrown.code !== "permission")) throw thrown;
    return byHand(context, into, `${why}, and no pull request could be opened (${thrown.message})`);
  }
}

function byHand({ driver }: StageContext, into: string, why: string): Backported {
  const { tag } = driver.record.plan;
  driver.observe({ type: "warned", message: `${tag} has to be brought to ${into} by hand: ${why}` });
  return { into, via: "by-hand", reason: `${why}. Do: git switch ${into} && git merge ${tag} && git push` };
}
