import { z } from "zod";
import { changeClock } from "./clock.ts";
import { gitDirectory, isPullRequest, type Scene } from "./call.ts";
import { branchHead, createBare, git } from "./git.ts";
import { findRepository, findUser } from "./identity.ts";
import { mergeQueued } from "./merge-queue.ts";
import { takeId, type Environment, type Protection, type Repository } from "./world.ts";

const mergeMethod = z.enum(["merge", "squash", "rebase"]);

const protectionSchema = z.strictObject({
  requiredApprovals: z.int().min(0).max(6).default(0),
  requiredChecks: z.array(z.string()).default([]),
  requireConversationResolution: z.boolean().default(false),
  dismissStaleReviews: z.boolean().default(false),
  requireLinearHistory: z.boolean().default(false),
  mergeQueue: mergeMethod.optional(),
  bypass: z.array(z.string()).default([]),
});

const environmentSchema = z.union([
  z.string(),
  z.strictObject({
    name: z.string(),
    /** Logins who may approve. */
    reviewers: z.array(z.string()).default([]),
    preventSelfReview: z.boolean().default(false),
    waitMinutes: z.int().min(0).max(43_200).default(0),
    /** Which branches may use it; without it, all. */
    branches: z.enum(["protected", "chosen"]).optional(),
    /** Slugs of apps that decide too. */
    customRules: z.array(z.string()).default([]),
  }),
]);

/** A repository as it shall be. Asked for again, it is brought up to date; its git stays. */
export const repositorySchema = z.strictObject({
  owner: z.string().regex(/^[\w.-]+$/),
  name: z.string().regex(/^[\w.-]+$/),
  defaultBranch: z.string().default("main"),
  private: z.boolean().default(true),
  /** Role by login. Users who are not known yet are created, without a token. */
  users: z.record(z.string(), z.string()).default({}),
  /** What each custom role inherits from. */
  customRoles: z.record(z.string(), z.enum(["read", "triage", "write", "maintain", "admin"])).default({}),
  environments: z.array(environmentSchema).default([]),
  /** Rules by branch. */
  protection: z.record(z.string(), protectionSchema).default({}),
  mergeMethods: z.array(mergeMethod).default(["merge", "squash", "rebase"]),
  autoMerge: z.boolean().default(false),
  /** Members by the slug of their team. */
  teams: z.record(z.string(), z.array(z.string())).default({}),
});
export type WantedRepository = z.input<typeof repositorySchema>;

/** `readOnly`: the token may only read, as that of a job with no `write` in its permissions. A person or, with `Bot` or a login ending in `[bot]`, an app's installation. A further token is added to the old ones. */
export const userSchema = z.strictObject({
  login: z.string(),
  token: z.string().min(1).optional(),
  readOnly: z.boolean().optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  type: z.enum(["User", "Bot"]).optional(),
  seesTeams: z.boolean().optional(),
});
export type WantedUser = z.input<typeof userSchema>;

export const clockSchema = z.strictObject({
  set: z.iso.datetime().optional(),
  advanceMs: z.number().optional(),
  frozen: z.boolean().optional(),
});
export type WantedClock = z.input<typeof clockSchema>;

export const rateLimitSchema = z.strictObject({
  limit: z.int().positive().optional(),
  /** Requests used in this hour, by login. */
  used: z.record(z.string(), z.int().nonnegative()).optional(),
});
export type WantedRateLimit = z.input<typeof rateLimitSchema>;

/** A run of a workflow, as its runner would report it; asked for again with the same id, it is replaced. */
export const runSchema = z.strictObject({
  owner: z.string(),
  name: z.string(),
  id: z.int().positive(),
  workflow: z.string().default("release"),
  path: z.string().default(".github/workflows/release.yml"),
  event: z.string().default("workflow_dispatch"),
  /** The head of the branch when nothing is said. */
  sha: z.string().optional(),
  branch: z.string(),
  actor: z.string(),
  status: z.string().default("in_progress"),
  conclusion: z.string().optional(),
  approvals: z
    .array(
      z.strictObject({
        environment: z.string(),
        author: z.string(),
        state: z.enum(["approved", "rejected", "pending"]),
        comment: z.string().default(""),
      }),
    )
    .default([]),
});
export type WantedRun = z.input<typeof runSchema>;

/** What becomes of a pull request that waits in a merge queue. */
export const queueSchema = z.strictObject({
  owner: z.string(),
  name: z.string(),
  number: z.int().positive(),
  outcome: z.enum(["merged", "removed"]),
});
export type WantedQueue = z.input<typeof queueSchema>;

export const directorySchema = z.strictObject({ directory: z.string().min(1) });

/** The user with this login, made if need be. */
export function ensureUser({ world }: Scene, wanted: WantedUser): void {
  const { login, token } = userSchema.parse(wanted);
  let user = findUser(world, login);
  if (user === undefined) {
    const type = wanted.type ?? (login.endsWith("[bot]") ? "Bot" : "User");
    const email = wanted.email ?? `${login.replace("[bot]", "-bot")}@example.test`;
    user = { id: takeId(world), login, name: wanted.name ?? login, email, type, tokens: [], seesTeams: false };
    world.users.push(user);
  }
  user.seesTeams = wanted.seesTeams ?? user.seesTeams;
  if (token === undefined || user.tokens.includes(token)) return;
  const other = world.users.find(({ tokens }) => tokens.includes(token));
  if (other !== undefined) throw new RangeError(`This token belongs to ${other.login} already`);
  user.tokens.push(token);
  if (wanted.readOnly === true) user.readOnlyTokens = [...(user.readOnlyTokens ?? []), token];
}

async function newRepository(scene: Scene, wanted: z.output<typeof repositorySchema>): Promise<Repository> {
  const repository: Repository = {
    id: takeId(scene.world),
    owner: wanted.owner,
    name: wanted.name,
    private: wanted.private,
    createdAt: scene.now(),
    defaultBranch: wanted.defaultBranch,
    pushedAt: scene.now(),
    roles: {},
    customRoles: {},
    protection: {},
    mergeMethods: [],
    autoMerge: false,
    teams: {},
    environments: [],
    nextNumber: 0,
    issues: [],
    comments: [],
    checks: [],
    statuses: [],
    releases: [],
    deployments: [],
    runs: [],
    events: [],
  };
  await createBare(scene.git(repository), wanted.defaultBranch);
  scene.world.repositories.push(repository);
  return repository;
}

const unprotected = {
  reviewers: [],
  preventSelfReview: false,
  waitMinutes: 0,
  customRules: [],
  branches: undefined,
} satisfies Partial<z.output<typeof environmentSchema>>;

function environmentOf(scene: Scene, wanted: z.output<typeof environmentSchema>): Environment {
  const full = typeof wanted === "string" ? { ...unprotected, name: wanted } : wanted;
  const reviewers = full.reviewers.map((login) => {
    ensureUser(scene, { login });
    return findUser(scene.world, login)?.id ?? 0;
  });
  return {
    id: takeId(scene.world),
    name: full.name,
    createdAt: scene.now(),
    reviewers,
    waitMinutes: full.waitMinutes,
    preventSelfReview: full.preventSelfReview,
    customRules: full.customRules,
    ...(full.branches === undefined ? {} : { branchPolicy: policyOf(full.branches) }),
  };
}

function policyOf(branches: "protected" | "chosen"): NonNullable<Environment["branchPolicy"]> {
  return { protected_branches: branches === "protected", custom_branch_policies: branches === "chosen" };
}

/** Makes the repository exist as wanted: roles, rules and environments are replaced, git and history stay. */
export async function ensureRepository(scene: Scene, input: WantedRepository): Promise<void> {
  const wanted = repositorySchema.parse(input);
  for (const login of Object.keys(wanted.users)) ensureUser(scene, { login });
  const repository = findRepository(scene.world, wanted.owner, wanted.name) ?? (await newRepository(scene, wanted));
  // Only where it is said: the default of the schema is for new ones.
  if (input.defaultBranch !== undefined) {
    repository.defaultBranch = input.defaultBranch;
    await git(scene.git(repository), ["symbolic-ref", "HEAD", `refs/heads/${input.defaultBranch}`]);
  }
  repository.roles = wanted.users;
  repository.customRoles = wanted.customRoles;
  repository.protection = wanted.protection satisfies Record<string, Protection>;
  repository.mergeMethods = wanted.mergeMethods;
  repository.autoMerge = wanted.autoMerge;
  repository.teams = wanted.teams;
  repository.environments = wanted.environments.map((environment) => environmentOf(scene, environment));
}

/** Records a run and the reviews of its environments. */
export async function ensureRun(scene: Scene, input: WantedRun): Promise<void> {
  const wanted = runSchema.parse(input);
  const repository = findRepository(scene.world, wanted.owner, wanted.name);
  if (repository === undefined) throw new RangeError(`There is no repository ${wanted.owner}/${wanted.name}`);
  for (const login of [wanted.actor, ...wanted.approvals.map(({ author }) => author)]) {
    if (findUser(scene.world, login) === undefined) throw new RangeError(`There is no user ${login}`);
  }
  const { owner: _owner, name: _name, workflow, conclusion, ...rest } = wanted;
  const sha = rest.sha ?? (await branchHead(gitDirectory(scene.dataDirectory, repository), rest.branch));
  if (sha === undefined) throw new RangeError(`There is no branch ${rest.branch}`);
  const run = {
    ...rest,
    sha,
    number: repository.runs.length + 1,
    name: workflow,
    createdAt: scene.now(),
    ...(conclusion === undefined ? {} : { conclusion }),
  };
  repository.runs = [...repository.runs.filter(({ id }) => id !== run.id), run];
}

/** Ends the wait of a pull request in its merge queue. */
export async function settleQueue(scene: Scene, input: WantedQueue): Promise<void> {
  const { owner, name, number, outcome } = queueSchema.parse(input);
  const repository = findRepository(scene.world, owner, name);
  const issue = repository?.issues.filter(isPullRequest).find((it) => it.number === number);
  if (repository === undefined || issue?.pull.queued === undefined) throw new RangeError(`#${number} is not queued`);
  if (outcome === "removed") delete issue.pull.queued;
  else await mergeQueued(scene, repository, issue);
}

/** Moves or stops the clock. */
export function setClock({ world }: Scene, input: WantedClock, realMs: number): void {
  const { set, advanceMs, frozen } = clockSchema.parse(input);
  changeClock(
    world,
    {
      ...(set === undefined ? {} : { set }),
      ...(advanceMs === undefined ? {} : { advanceMs }),
      ...(frozen === undefined ? {} : { frozen }),
    },
    realMs,
  );
}

/** Sets the hourly budget and what is used of it. */
export function setRateLimit({ world }: Scene, input: WantedRateLimit): void {
  const { limit, used } = rateLimitSchema.parse(input);
  if (limit !== undefined) world.rateLimit.limit = limit;
  if (used !== undefined) world.rateLimit.used = { ...world.rateLimit.used, ...used };
}
