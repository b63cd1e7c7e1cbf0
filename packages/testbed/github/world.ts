import type { Alerts } from "./alerts-admin.ts";

/** Everything the stand-in remembers besides git. It is plain JSON: written after each change, copied by a snapshot. */
export interface World {
  nextId: number;
  clock: ClockState;
  users: User[];
  repositories: Repository[];
  rateLimit: RateLimit;
}

/** The stand-in's time: real time plus an offset, or standing still. */
export interface ClockState {
  offsetMs: number;
  frozenAtMs?: number;
}

/** The hourly budget of requests, one for each token. `used` is counted since the last reset. */
export interface RateLimit {
  limit: number;
  resetAtMs: number;
  used: Record<string, number>;
}

export interface User {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly type: "User" | "Bot";
  tokens: string[];
  /** Those of the tokens that may only read, whatever the user may: a job's own under `permissions: …: read`. */
  readOnlyTokens?: string[];
  /** An installation with the organization permission "Members: read". People see the teams of their organization. */
  seesTeams: boolean;
}

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly private: boolean;
  readonly createdAt: string;
  defaultBranch: string;
  pushedAt: string;
  /** Role by login: admin, maintain, write, triage, read or a custom name. */
  roles: Record<string, string>;
  /** The role that each custom role inherits from. */
  customRoles: Record<string, string>;
  protection: Record<string, Protection>;
  /** What the buttons of a pull request offer. */
  mergeMethods: readonly MergeMethod[];
  /** Whether pull requests may be merged by GitHub itself once their rules are met. */
  autoMerge: boolean;
  /** Teams of the owner: their members' logins by slug. */
  teams: Record<string, string[]>;
  environments: Environment[];
  nextNumber: number;
  issues: Issue[];
  comments: Comment[];
  /** Of code scanning and Dependabot; absent where neither is switched on. */
  alerts?: Alerts;
  checks: CheckRun[];
  statuses: CommitStatus[];
  releases: Release[];
  deployments: Deployment[];
  runs: WorkflowRun[];
  events: DispatchEvent[];
}

export type MergeMethod = "merge" | "squash" | "rebase";

/** Rules of one branch, as people set them. */
export interface Protection {
  readonly requiredApprovals: number;
  readonly requiredChecks: readonly string[];
  readonly requireConversationResolution: boolean;
  readonly dismissStaleReviews: boolean;
  readonly requireLinearHistory: boolean;
  /** Merges happen in a queue, by this method. */
  readonly mergeQueue?: MergeMethod | undefined;
  /** Logins that may push directly and merge unapproved. */
  readonly bypass: readonly string[];
}

export interface Environment {
  readonly id: number;
  readonly name: string;
  readonly createdAt: string;
  reviewers: number[];
  waitMinutes: number;
  preventSelfReview: boolean;
  branchPolicy?: { readonly protected_branches: boolean; readonly custom_branch_policies: boolean };
  /** Apps that are asked before a job may use it, by slug. */
  customRules?: readonly string[];
}

/** An issue; with `pull` it is a pull request. Both share one sequence of numbers. */
export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  readonly createdAt: string;
  title: string;
  body: string | undefined;
  state: "open" | "closed";
  labels: string[];
  assignees: string[];
  updatedAt: string;
  closedAt?: string;
  pull?: Pull;
}

export interface Pull {
  readonly head: string;
  base: string;
  draft: boolean;
  headSha: string;
  requestedReviewers: string[];
  /** Slugs of teams. */
  requestedTeams: string[];
  reviews: Review[];
  threads: Thread[];
  /** Its place in the merge queue of its base. */
  queued?: { readonly by: string; readonly at: string };
  /** It is merged as soon as the rules of its base are met. */
  autoMerge?: { readonly by: string; readonly at: string; readonly method: MergeMethod; readonly title?: string };
  merged?: { readonly sha: string; readonly by: string; readonly at: string };
}

export type ReviewState = "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED";

export interface Review {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly sha: string;
  readonly at: string;
  state: ReviewState;
}

/** A conversation on a line of a pull request. */
export interface Thread {
  readonly id: number;
  readonly path: string;
  readonly comments: { readonly id: number; readonly author: string; readonly body: string }[];
  resolvedBy?: string;
}

export interface Comment {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  readonly createdAt: string;
  body: string;
  updatedAt: string;
  reactions: { readonly id: number; readonly author: string; readonly content: string; readonly at: string }[];
}

export interface CheckRun {
  readonly id: number;
  /** Login of the app that made it. */
  readonly author: string;
  readonly sha: string;
  name: string;
  status: string;
  conclusion?: string;
  startedAt: string;
  completedAt?: string;
  externalId: string;
  detailsUrl?: string;
  output: { readonly title?: string; readonly summary?: string; readonly text?: string };
}

export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly context: string;
  readonly state: "error" | "failure" | "pending" | "success";
  readonly description?: string;
  readonly targetUrl?: string;
  readonly author: string;
  readonly at: string;
}

export interface Release {
  readonly id: number;
  readonly author: string;
  readonly createdAt: string;
  tag: string;
  target: string;
  title: string;
  notes: string;
  draft: boolean;
  prerelease: boolean;
  publishedAt?: string;
  /** When it was last named the latest one; a number that only grows. */
  namedLatest?: number;
  assets: Asset[];
}

/** A file of a release; its bytes lie in `assets/<id>` of the data directory. */
export interface Asset {
  readonly id: number;
  readonly name: string;
  readonly label?: string;
  readonly contentType: string;
  readonly size: number;
  readonly digest: string;
  /** Its upload never ended; nobody can download it, and its name is taken. */
  readonly isStarter?: true;
  readonly author: string;
  readonly at: string;
}

export interface Deployment {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly environment: string;
  readonly description?: string;
  readonly payload: unknown;
  readonly author: string;
  readonly at: string;
  readonly transient: boolean;
  readonly production: boolean;
  statuses: DeploymentStatus[];
}

export interface DeploymentStatus {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly logUrl: string;
  readonly environmentUrl: string;
  readonly author: string;
  readonly at: string;
}

/** A run of a workflow, as the admin API reported it, with the reviews of its environments. */
export interface WorkflowRun {
  readonly id: number;
  readonly number: number;
  readonly name: string;
  readonly path: string;
  readonly event: string;
  readonly sha: string;
  readonly branch: string;
  readonly actor: string;
  readonly createdAt: string;
  status: string;
  conclusion?: string;
  approvals: {
    readonly environment: string;
    readonly author: string;
    readonly state: string;
    readonly comment: string;
  }[];
}

export interface DispatchEvent {
  readonly type: string;
  readonly payload: unknown;
  readonly sender: string;
  readonly at: string;
}

/** A world in which nothing has happened. */
export function emptyWorld(): World {
  return {
    nextId: 1,
    clock: { offsetMs: 0 },
    users: [],
    repositories: [],
    rateLimit: { limit: 5000, resetAtMs: 0, used: {} },
  };
}

/** A number no other object of this world has. */
export function takeId(world: World): number {
  world.nextId += 1;
  return world.nextId;
}
