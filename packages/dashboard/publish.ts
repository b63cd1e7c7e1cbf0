import { ReleaseFault } from "#faults";
import type { Git } from "#git";

import type { Site } from "./site.ts";

/** Says that a branch is ours to replace. */
const marker = ".release-dashboard";

/** Where a site goes, and what it replaces. */
interface Place {
  readonly branch: string;
  /** The head that it replaces, from `siteHead`: asked before the journal is read, no older site ever replaces a newer one. */
  readonly over: string | undefined;
  /** Moment of the data, ISO 8601. */
  readonly at: string;
}

/**
 * Makes the branch hold this site and nothing else: one commit without a past, so that the branch does not grow. Only
 * what is other than in the site before is written and pushed. Safe to repeat. `undefined`: the branch has moved
 * meanwhile, and whoever moved it may have read an older journal; nothing was changed.
 */
export async function publishSite(git: Git, site: Site, { branch, over, at }: Place): Promise<string | undefined> {
  const ref = `refs/heads/${branch}`;
  const files = new Map([
    [marker, "This branch is replaced by `release dashboard publish`.\n"],
    // Without it GitHub runs the site through Jekyll.
    [".nojekyll", ""],
    ...[...site].map(([path, text]) => [path, text()] as const),
  ]);
  const sha = await git.commitFiles({ parents: [], files, message: "Dashboard of releases", at, base: over });
  if (sha === over) return sha;
  const pushed = await git.push([{ ref, to: sha, expect: over ?? "absent" }]);
  if (pushed.state === "applied") return sha;
  const now = (await git.remoteRefs([ref])).get(ref);
  if (now === sha) return sha;
  if (now !== over) return undefined;
  const isRefused = pushed.state === "refused";
  throw new ReleaseFault(
    isRefused ? "permission" : "remote",
    `The dashboard could not be pushed to ${branch}: ${pushed.reason}`,
    {
      hint: isRefused ? `Let the token write contents, and leave ${branch} without protection rules.` : "Run it again.",
    },
  );
}

/** The head of the branch, if there is one. A branch that holds something else than a site is never touched: throws. */
export async function siteHead(git: Git, branch: string): Promise<string | undefined> {
  const ref = `refs/heads/${branch}`;
  const head = (await git.remoteRefs([ref])).get(ref);
  if (head === undefined) return undefined;
  // Not by depth: the branch has no past, and git would call the whole clone shallow from then on.
  if ((await git.resolve(`${head}^{commit}`)) === undefined) await git.fetch([head]);
  if ((await git.readFile(head, marker)) !== undefined) return head;
  throw new ReleaseFault("policy", `The branch ${branch} holds something that is not a dashboard: it is left alone`, {
    hint: "Publish to another branch, for example --branch=release-dashboard, and choose it in the settings of Pages.",
  });
}
