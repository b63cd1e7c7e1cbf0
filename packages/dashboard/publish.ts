import { ReleaseFault } from "#faults";
import type { Git } from "#git";

import type { Site } from "./site.ts";

/** Says that a branch is ours to replace. */
const marker = ".release-dashboard";

/**
 * Makes the branch hold this site and nothing else: one commit without a past, so that the branch does not grow. Safe to
 * repeat, and of two at once one wins whole. A branch that holds something else is never touched.
 */
export async function publishSite(
  git: Git,
  site: Site,
  { branch, at }: { readonly branch: string; readonly at: string },
): Promise<string> {
  const ref = `refs/heads/${branch}`;
  const files = new Map([
    [marker, "This branch is replaced by `release dashboard publish`.\n"],
    // Without it GitHub runs the site through Jekyll.
    [".nojekyll", ""],
    ...[...site].map(([path, text]) => [path, text()] as const),
  ]);
  const head = await ownHead(git, branch);
  const sha = await git.commitFiles({ parents: [], files, message: "Dashboard of releases", at });
  if (sha === head) return sha;
  const pushed = await git.push([{ ref, to: sha, expect: head ?? "absent" }]);
  if (pushed.state === "applied") return sha;
  const now = (await git.remoteRefs([ref])).get(ref);
  if (now === sha) return sha;
  // Whoever published in between has read the same journal, or a newer one.
  if (now !== undefined && now !== head) return now;
  const isRefused = pushed.state === "refused";
  throw new ReleaseFault(
    isRefused ? "permission" : "remote",
    `The dashboard could not be pushed to ${branch}: ${pushed.reason}`,
    {
      hint: isRefused ? `Let the token write contents, and leave ${branch} without protection rules.` : "Run it again.",
    },
  );
}

/** The head of the branch, if there is one; a branch without our marker is somebody else's. */
async function ownHead(git: Git, branch: string): Promise<string | undefined> {
  const ref = `refs/heads/${branch}`;
  const head = (await git.remoteRefs([ref])).get(ref);
  if (head === undefined) return undefined;
  if ((await git.resolve(`${head}^{commit}`)) === undefined) await git.fetch([head], { depth: 1 });
  if ((await git.readFile(head, marker)) !== undefined) return head;
  throw new ReleaseFault("policy", `The branch ${branch} holds something that is not a dashboard: it is left alone`, {
    hint: "Publish to another branch, for example --branch=release-dashboard, and choose it in the settings of Pages.",
  });
}
