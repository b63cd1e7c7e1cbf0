import { ReleaseFault } from "#faults";

import type { Ports } from "../context.ts";
import { required } from "../context.ts";

/** Where records live on the archive branch, and where they are brought on the target branch (decision 35). */
export const auditLogPath = "docs/audit/releases.log";
/** Its signed head, where there is a key. */
export const checkpointPath = "docs/audit/checkpoint";
/** What anybody can check of one release, signed: where there is a key. */
export const attestationPath = (id: string) => `docs/audit/${id}.intoto.json`;
/** The facts of a release, one a line. */
export const factsPath = (id: string) => `releases/${id}.jsonl`;
/** Who the tokens in those facts stand for, one a line. */
export const peoplePath = (id: string) => `people/${id}.jsonl`;
export const reportPath = (id: string) => `docs/releases/${id}.md`;

/** Whether a file of the archive is what the audit log vouches for: itself, its signed head, facts, and people. */
export function isAudited(file: string): boolean {
  return file === auditLogPath || file === checkpointPath || /^(?:releases|people)\//.test(file);
}

/** Of files of the archive those that hold facts, and those that hold people, by release. */
export function auditedIn(files: ReadonlyMap<string, Buffer>): {
  readonly facts: ReadonlyMap<string, Buffer>;
  readonly people: ReadonlyMap<string, Buffer>;
} {
  return {
    facts: byRelease(files, /^releases\/(?<id>.+)\.jsonl$/),
    people: byRelease(files, /^people\/(?<id>.+)\.jsonl$/),
  };
}

function byRelease(files: ReadonlyMap<string, Buffer>, pattern: RegExp): ReadonlyMap<string, Buffer> {
  return new Map(
    [...files].flatMap(([file, bytes]) => {
      const id = pattern.exec(file)?.groups?.["id"];
      return id === undefined ? [] : [[id, bytes] as const];
    }),
  );
}

const recordsBranch = "release-command/records";

/** Somebody may push at the same moment, again and again. */
const tries = 5;

/**
 * Makes the reports and the audit log of the target branch equal to those of the archive: by commit, or where the
 * branch is protected in one standing pull request. A function of what is archived, so any later run may finish it.
 */
export async function publishRecords(ports: Ports, targetBranch: string): Promise<string | undefined> {
  const { git, clock, config } = ports;
  let mayCommit = config.records.publish === "auto";
  if (config.records.publish === "never") return undefined;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const { head, files } = await missingAt(ports, targetBranch);
    if (files.size === 0) return attempt === 0 ? undefined : `committed to ${targetBranch}`;
    const message = "docs: bring release records up to date\n\nWritten by Release Command from the release journal.\n";
    const sha = await git.commitFiles({ parents: [head], files, message, at: new Date(clock.now()).toISOString() });
    if (mayCommit) {
      const outcome = await git.push([{ ref: `refs/heads/${targetBranch}`, to: sha, expect: head }]);
      if (outcome.state === "applied") return `committed to ${targetBranch}`;
      mayCommit = outcome.state !== "refused" || !outcome.denied;
      // It moved, or the answer was lost: what is there now decides.
      if (mayCommit) continue;
    }
    const proposed = await proposeRecords(ports, { targetBranch, sha, files });
    if (proposed !== undefined) return proposed;
  }
  throw new ReleaseFault(
    "remote",
    `The records could not be brought to ${targetBranch}: it moved at each of ${tries} tries`,
    {
      hint: "Nothing of the release is missing. The next release brings them along, or: release resume vX.Y.Z",
    },
  );
}

/** Whether the target branch has the records of the archive, or is offered them. Changes nothing. */
export async function arePublished(ports: Ports, targetBranch: string): Promise<boolean> {
  const { git, forge, config } = ports;
  if (config.records.publish === "never") return true;
  const { files } = await missingAt(ports, targetBranch);
  if (files.size === 0) return true;
  const tip = await proposedTip(ports);
  if (tip === undefined || !(await hasAll(git, tip, files))) return false;
  return (await forge.findPullRequest(recordsBranch, targetBranch)) !== undefined;
}

/** What the archive has and the head of the target branch has not. */
async function missingAt(ports: Ports, targetBranch: string) {
  const { git, config } = ports;
  const archive = `refs/remotes/origin/${config.journal.branch}`;
  const target = `refs/remotes/origin/${targetBranch}`;
  await git.fetch([`+refs/heads/${config.journal.branch}:${archive}`, `+refs/heads/${targetBranch}:${target}`]);
  const head = required(await git.resolve(target), `the head of ${targetBranch}`);
  return { head, files: await missingFiles(ports, archive, head) };
}

/** The tip of the standing branch, brought here. */
async function proposedTip({ git }: Ports): Promise<string | undefined> {
  const ref = `refs/heads/${recordsBranch}`;
  const tip = (await git.remoteRefs([ref])).get(ref);
  if (tip !== undefined) await git.fetch([`+${ref}:refs/remotes/origin/${recordsBranch}`]);
  return tip;
}

async function missingFiles({ git }: Ports, archive: string, head: string): Promise<Map<string, string>> {
  const paths = (await git.listFiles(archive)).filter(
    (path) => path.startsWith("docs/releases/") || path.startsWith("docs/audit/"),
  );
  const [archived, present] = await Promise.all([git.readFiles(archive, paths), git.readFiles(head, paths)]);
  return new Map([...archived].filter(([path, text]) => present.get(path) !== text));
}

/** `undefined`: somebody else moved the standing branch. */
async function proposeRecords(
  ports: Ports,
  {
    targetBranch,
    sha,
    files,
  }: { readonly targetBranch: string; readonly sha: string; readonly files: ReadonlyMap<string, string> },
): Promise<string | undefined> {
  const { git, forge } = ports;
  const tip = await proposedTip(ports);
  if (tip === undefined || !(await hasAll(git, tip, files))) {
    const update = { ref: `refs/heads/${recordsBranch}`, to: sha, expect: tip ?? "absent" };
    if ((await git.push([update])).state !== "applied") return undefined;
  }
  const pull = await forge.ensurePullRequest({
    head: recordsBranch,
    headSha: sha,
    base: targetBranch,
    title: "Release records",
    body: "Reports and audit log of finished releases. One standing pull request: it is updated by every release until it is merged.",
    labels: ["release", "auto-generated"],
    reviewers: [],
  });
  return pull.url;
}

async function hasAll(git: Ports["git"], revision: string, files: ReadonlyMap<string, string>): Promise<boolean> {
  const present = await git.readFiles(revision, [...files.keys()]);
  return [...files].every(([path, text]) => present.get(path) === text);
}
