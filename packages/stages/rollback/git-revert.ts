import { markRolledBack } from "#changelog";
import { ReleaseFault } from "#faults";
import type { FactBody } from "#machine";

import { broughtBy } from "./brought.ts";
import { required, type StageContext } from "../context.ts";
import { incidentUrl } from "./incident-issue.ts";
import { reportPath } from "../records/records.ts";
import { ensureTag, TagTakenError } from "../review/tagging.ts";

type GitReverted = Omit<Extract<FactBody, { type: "git-reverted" }>, "type">;

/**
 * Takes the release out of the target branch: a revert commit, CHANGELOG marked, tag `vX.Y.Z-rollback`. Where the branch
 * may not be pushed to, a pull request that nobody waits for (decision 35). Safe to repeat: our commit is found by its trailer.
 */
export async function revertInGit(context: StageContext, previous: string | undefined): Promise<GitReverted> {
  const { driver, git } = context;
  const { plan } = driver.record;
  const version = plan.rollback?.from ?? plan.tag;
  const revertTag = `${version}-rollback`;
  const released = await mergeOf(context);
  if (released === undefined) return { revertCommit: plan.baseSha, revertTag, via: "nothing-to-revert" };
  const target = `refs/remotes/origin/${plan.targetBranch}`;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    await git.fetch([`+refs/heads/${plan.targetBranch}:${target}`]);
    const head = required(await git.resolve(target), `the head of ${plan.targetBranch}`);
    const made =
      (await findOurs(context, head, version)) ?? (await makeRevert(context, { released, head, version, previous }));
    if (typeof made !== "string") {
      const message = `${version} could not be reverted on ${plan.targetBranch}: ${made.why}. Do: ${made.commands}`;
      context.say(message);
      driver.observe({ type: "warned", message });
      return { revertCommit: released.merge, revertTag, via: "conflict" };
    }
    const delivered = (await git.isAncestor(made, head))
      ? { via: "commit" as const }
      : await deliver(context, made, head, version);
    // Moved meanwhile, or the answer was lost: what is there now decides.
    if (delivered === undefined) continue;
    await ensureRollbackTag(context, revertTag, made);
    return { revertCommit: made, revertTag, ...delivered };
  }
  throw new ReleaseFault(
    "remote",
    `The revert could not be pushed to ${plan.targetBranch}: it moved at each of ${tries} tries`,
    { hint: `Continue with: release resume ${driver.record.id}` },
  );
}

/** Somebody may push at the same moment, again and again. */
const tries = 5;

interface Released {
  readonly merge: string;
  readonly branchHead: string;
}

async function mergeOf({ driver, journal }: StageContext): Promise<Released | undefined> {
  const { rollback } = driver.record.plan;
  const record = rollback === undefined ? driver.record : (await journal.read(rollback.from))?.record;
  if (record?.merge === undefined) return undefined;
  return { merge: record.merge.sha, branchHead: record.branchHead ?? record.merge.sha };
}

const trailer = (version: string) => `Release-Command: rollback ${version}`;

/** Our revert, were it made before a death: on the target branch, or on its own branch for a pull request. */
async function findOurs({ git }: StageContext, head: string, version: string): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  const remote = (await git.remoteRefs([`refs/heads/${revertBranch(version)}`])).values().next().value;
  if (remote !== undefined) return remote;
  for await (const chunk of git.log(["-100", "--format=%H%x01%B%x00", head])) chunks.push(chunk);
  const commits = Buffer.concat(chunks).toString("utf8").split("\0");
  return commits
    .find((commit) => commit.includes(trailer(version)))
    ?.trim()
    .slice(0, 40);
}

const revertBranch = (version: string) => `revert/${version}`;

interface ByHand {
  readonly why: string;
  readonly commands: string;
}

/** One commit that undoes all that the release brought, however it was merged; or why a person has to make it. */
async function makeRevert(
  context: StageContext,
  {
    released,
    head,
    version,
    previous,
  }: {
    readonly released: Released;
    readonly head: string;
    readonly version: string;
    readonly previous: string | undefined;
  },
): Promise<string | ByHand> {
  const { driver, git } = context;
  const { targetBranch } = driver.record.plan;
  const at = required(driver.record.visits.at(-1), "the last state").since;
  const reason = driver.record.verdict?.reason ?? driver.record.plan.rollback?.reason ?? "rolled back";
  const brought = await broughtBy(context, released);
  const start = `git switch -c ${revertBranch(version)} origin/${targetBranch}`;
  if (brought === undefined) {
    const commands = `${start} && git revert <the commits of ${version}>`;
    return { why: "its release branch is gone, so nobody can tell which commits it brought", commands };
  }
  const { merge } = released;
  const subject = `revert: release ${version}`;
  const body = `This reverts commit ${merge}.\n\n${reason}\nProduction serves ${previous ?? "the previous version"} again.`;
  const message = `${subject}\n\n${body}\n`;
  const reverted = await git.revert({ commit: brought.newest, before: brought.before, onto: head, message, at });
  if (reverted.state === "conflict")
    return {
      why: `it conflicts in ${reverted.files.slice(0, 5).join(", ")}`,
      commands: `${start} && ${brought.command}`,
    };
  const base = reverted.state === "reverted" ? reverted.sha : head;
  const changelog = await git.readFile(head, "CHANGELOG.md");
  const marked =
    changelog === undefined
      ? undefined
      : markRolledBack(changelog, {
          version: version.slice(1),
          date: at.slice(0, 10),
          reason,
          url: detailsOf(context),
        });
  const note = `docs(changelog): mark ${version} as rolled back\n\n${trailer(version)}\n`;
  return git.commitFiles({
    parents: [base],
    files: new Map(marked === undefined ? [] : [["CHANGELOG.md", marked]]),
    message: note,
    at,
  });
}

/** Where the story is told: in the incident, else in the report. */
function detailsOf({ driver, forge, config }: StageContext): string {
  const report = `${forge.webUrl}/blob/${config.journal.branch}/${reportPath(driver.id)}`;
  return incidentUrl(driver.record) ?? report;
}

/** `undefined`: nobody refused it, and it did not arrive. */
async function deliver(
  { driver, git, forge, config }: StageContext,
  sha: string,
  head: string,
  version: string,
): Promise<{ readonly via: "commit" } | { readonly via: "pull-request"; readonly url: string } | undefined> {
  const { targetBranch } = driver.record.plan;
  if (config.rollback.revert === "commit") {
    const outcome = await git.push([{ ref: `refs/heads/${targetBranch}`, to: sha, expect: head }]);
    if (outcome.state === "applied") return { via: "commit" };
    if (outcome.state === "unknown" || !outcome.denied) return undefined;
  }
  const ref = `refs/heads/${revertBranch(version)}`;
  await git.push([{ ref, to: sha, expect: "absent" }]);
  const pull = await forge.ensurePullRequest({
    head: revertBranch(version),
    headSha: sha,
    base: targetBranch,
    title: `Revert release ${version}`,
    body: `Release ${version} was rolled back. Nobody waits for this pull request: production already serves the version before.`,
    labels: ["release", "auto-generated"],
    reviewers: config.review.reviewers,
  });
  return { via: "pull-request", url: pull.url };
}

/** Production serves the version before already, and its environment is kept by this release: nothing waits for a tag or its key. */
async function ensureRollbackTag(context: StageContext, name: string, sha: string): Promise<void> {
  const { driver, say } = context;
  const at = required(driver.record.visits.at(-1), "the last state").since;
  try {
    await ensureTag(context, { name, sha, message: `${driver.record.plan.tag} was rolled back`, at });
  } catch (thrown) {
    const settled = thrown instanceof TagTakenError || (thrown instanceof ReleaseFault && thrown.code === "config");
    if (!settled) throw thrown;
    const message = `${name} was not tagged: ${thrown.message}. Do: git tag --annotate ${name} ${sha} && git push origin ${name}`;
    say(message);
    driver.observe({ type: "warned", message });
  }
}
