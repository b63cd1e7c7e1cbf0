import { ReleaseFault } from "#faults";
import { codeOwnersPaths, isTeam, loginOf, ownersOf, parseCodeOwners } from "#forge";

import { required } from "../context.ts";
import type { ReviewQuestion } from "./review-verdict.ts";

/** Whose word counts for a pull request: groups of owners, with the changed paths that are theirs. */
export interface Ownership {
  /** Empty: nobody owns what has changed, and anybody who may write can approve it. */
  readonly groups: readonly OwnerGroup[];
  /** What in CODEOWNERS means nothing to GitHub. */
  readonly warnings: readonly string[];
}

export interface OwnerGroup {
  /** `@login`, `@org/team` or an e-mail address. */
  readonly owners: readonly string[];
  /** Empty for reviewers whom the configuration names. */
  readonly paths: readonly string[];
}

/**
 * The code owners of what the release changes in its target branch, by the CODEOWNERS of that branch: the release cannot
 * name its own judges. Where they own nothing of it, the reviewers of the configuration.
 */
export async function ownershipOf({
  record,
  git,
  config,
}: Pick<ReviewQuestion, "record" | "git" | "config">): Promise<Ownership> {
  const { targetBranch } = record.plan;
  const head = required(record.gatedSha, "the gated commit");
  const target = `refs/remotes/origin/${targetBranch}`;
  await git.fetch([`+refs/heads/${targetBranch}:${target}`]);
  const files = await git.readFiles(target, codeOwnersPaths);
  const path = codeOwnersPaths.find((name) => files.has(name));
  const { reviewers } = config.review;
  const configured = reviewers.length === 0 ? [] : [{ owners: reviewers.map(withAt), paths: [] }];
  if (path === undefined) return { groups: configured, warnings: [] };
  const codeOwners = parseCodeOwners(files.get(path) ?? "");
  const base = (await git.mergeBase(target, head)) ?? target;
  const groups = new Map<string, { readonly owners: readonly string[]; readonly paths: string[] }>();
  for (const changed of await git.changedFiles(base, head)) {
    const owners = ownersOf(codeOwners, changed);
    const key = owners.join(" ");
    if (groups.has(key)) groups.get(key)?.paths.push(changed);
    else if (owners.length > 0) groups.set(key, { owners, paths: [changed] });
  }
  const owned = [...groups.values()].toSorted((a, b) => b.paths.length - a.paths.length);
  const warnings = codeOwners.skipped.slice(0, 5).map((reason) => `GitHub ignores a part of ${path}: ${reason}`);
  return { groups: owned.length === 0 ? configured : owned, warnings };
}

const withAt = (name: string) => (name.startsWith("@") ? name : `@${name}`);

/** GitHub takes no more reviewers for one pull request. */
const maxReviewers = 15;

/** Whom to ask, owners of the most paths first: owners, and the reviewers of the configuration. */
export function reviewersOf({ groups }: Ownership, configured: readonly string[]) {
  const owners = [...new Set(groups.flatMap((group) => group.owners))];
  const names = [...configured.map(withAt), ...owners].flatMap((owner) =>
    isTeam(owner) ? [owner] : (loginOf(owner) ?? []),
  );
  const reviewers = [...new Set(names.map((name) => name.replace(/^@/, "")))];
  const nameless = owners.filter((owner) => !isTeam(owner) && loginOf(owner) === undefined);
  return {
    reviewers: reviewers.slice(0, maxReviewers),
    warnings: [
      ...nameless.map((owner) => `${owner} owns changed paths, but only a login or a team can be asked for a review`),
      ...(reviewers.length > maxReviewers
        ? [`${reviewers.length - maxReviewers} of the owners were not asked: GitHub takes ${maxReviewers} reviewers`]
        : []),
    ],
  };
}

/** Which approvals of owners are missing, in words; empty when those who approved are enough (decision 39). */
export async function missingOwners(
  { forge, config }: Pick<ReviewQuestion, "forge" | "config">,
  { groups }: Ownership,
  approvedBy: readonly string[],
): Promise<readonly string[]> {
  const missing: OwnerGroup[] = [];
  const unknown = new Set<string>();
  const isOwner = async (owner: string, login: string): Promise<boolean> => {
    if (!isTeam(owner)) return loginOf(owner)?.toLowerCase() === login.toLowerCase();
    try {
      return await forge.isTeamMember(owner, login);
    } catch (thrown) {
      if (!(thrown instanceof ReleaseFault) || thrown.code !== "permission") throw thrown;
      unknown.add(`${thrown.message}. ${thrown.hint}`);
      return false;
    }
  };
  for (const group of groups) {
    const has = await someOwner(group.owners, approvedBy, isOwner);
    if (has && config.review.owners === "any") return [];
    if (!has) missing.push(group);
  }
  if (missing.length === 0) return [];
  const shown = config.review.owners === "any" ? [merged(missing)] : missing.slice(0, 5);
  return [...shown.map(inWords), ...unknown];
}

/** People first: to ask about a team costs a request. */
async function someOwner(
  owners: readonly string[],
  logins: readonly string[],
  isOwner: (owner: string, login: string) => Promise<boolean>,
): Promise<boolean> {
  for (const owner of owners.toSorted((a, b) => Number(isTeam(a)) - Number(isTeam(b)))) {
    for (const login of logins) if (await isOwner(owner, login)) return true;
  }
  return false;
}

function merged(groups: readonly OwnerGroup[]): OwnerGroup {
  return { owners: [...new Set(groups.flatMap(({ owners }) => owners))], paths: groups.flatMap(({ paths }) => paths) };
}

function inWords({ owners, paths }: OwnerGroup): string {
  const who = `the approval of ${owners.slice(0, 5).join(" or ")}${owners.length > 5 ? " or another owner" : ""}`;
  const [first] = paths;
  if (first === undefined) return who;
  return `${who}, who owns ${first}${paths.length > 1 ? ` and ${paths.length - 1} more changed paths` : ""}`;
}
