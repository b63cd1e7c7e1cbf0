import type { Config } from "./settle.ts";

/** What is known of a repository's branches; all of it can be read without asking anybody. */
export interface BranchFacts {
  readonly branches: readonly string[];
  readonly defaultBranch: string;
  /** `develop` compared with the last release, or with the default branch before the first one. Absent without `develop`. */
  readonly develop?: { readonly containsLastRelease: boolean; readonly commitsAfter: number };
  /** What the configuration says; it wins. */
  readonly configured: Config["branches"];
}

export interface DetectedBranches {
  readonly source: string;
  readonly target: string;
  readonly workflow: "git-flow" | "trunk" | "configured";
  /** Why, in words to print. */
  readonly reason: string;
}

/** Where a release starts and where it is merged. A stale `develop` never becomes the source. */
export function detectBranches(facts: BranchFacts): DetectedBranches {
  const detected = detect(facts);
  const { source, target } = facts.configured;
  if (source === undefined && target === undefined) return detected;
  return {
    source: source ?? detected.source,
    target: target ?? detected.target,
    workflow: "configured",
    reason: "branches is set in the configuration",
  };
}

function detect({ branches, defaultBranch, develop }: BranchFacts): DetectedBranches {
  const trunk = { source: defaultBranch, target: defaultBranch, workflow: "trunk" } as const;
  if (develop === undefined || !branches.includes("develop")) return { ...trunk, reason: "there is no branch develop" };
  if (!develop.containsLastRelease) return { ...trunk, reason: "develop does not contain the last release" };
  if (develop.commitsAfter === 0) return { ...trunk, reason: "develop has no commits after the last release" };
  const target =
    defaultBranch === "develop" ? ["main", "master"].find((name) => branches.includes(name)) : defaultBranch;
  if (target === undefined) return { ...trunk, reason: "develop is the default branch and there is no main beside it" };
  return {
    source: "develop",
    target,
    workflow: "git-flow",
    reason: `develop contains the last release and ${develop.commitsAfter} commits after it`,
  };
}
