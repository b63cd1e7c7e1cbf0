import { Refusal } from "../answer.ts";
import { allows, findRepository, findUser, levelOf, roleOf } from "../identity.ts";
import { isPullRequest } from "../call.ts";
import type { Repository, User } from "../world.ts";
import { branchHead, findCommit } from "../git.ts";
import { actorNode } from "./actors.ts";
import type { Asker } from "./asker.ts";
import { associatedPullRequests } from "./associated.ts";
import { commitNode } from "./commits.ts";
import { connection, type PageArguments } from "./connection.ts";
import { pullNode, pullState } from "./pulls.ts";

const graphLevels = {
  none: null,
  read: "READ",
  triage: "TRIAGE",
  write: "WRITE",
  maintain: "MAINTAIN",
  admin: "ADMIN",
} as const;

/** A `Ref` of a branch. */
async function branchRef(asker: Asker, repository: Repository, qualified: string) {
  const name = qualified.replace(/^refs\/heads\//, "");
  const sha = name.startsWith("refs/")
    ? await findCommit(asker.scene.git(repository), name)
    : await branchHead(asker.scene.git(repository), name);
  if (sha === undefined) return null;
  const prefix = qualified.startsWith("refs/tags/") ? "refs/tags/" : "refs/heads/";
  return {
    id: `REF_${name}`,
    name: name.replace(prefix, ""),
    prefix,
    target: { __typename: "Commit", ...commitNode(asker, repository, sha) },
  };
}

function repositoryNode(asker: Asker, repository: Repository, user: User) {
  return {
    id: `R_${repository.id}`,
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: `${repository.owner}/${repository.name}`,
    isPrivate: repository.private,
    url: asker.scene.links.web(repository),
    mergeCommitAllowed: repository.mergeMethods.includes("merge"),
    squashMergeAllowed: repository.mergeMethods.includes("squash"),
    rebaseMergeAllowed: repository.mergeMethods.includes("rebase"),
    autoMergeAllowed: repository.autoMerge,
    viewerPermission: graphLevels[levelOf(repository, user.login)],
    defaultBranchRef: async () => branchRef(asker, repository, repository.defaultBranch),
    ref: async ({ qualifiedName }: { qualifiedName: string }) => branchRef(asker, repository, qualifiedName),
    object: async ({ expression, oid }: { expression?: string; oid?: string }) => {
      const sha = await findCommit(asker.scene.git(repository), expression ?? oid ?? "");
      if (sha === undefined) return null;
      const commit = { __typename: "Commit", ...commitNode(asker, repository, sha) };
      return { ...commit, associatedPullRequests: associatedPullRequests(asker, repository, sha) };
    },
    collaborators: (args: PageArguments & { query?: string; login?: string }) => {
      if (!allows(levelOf(repository, user.login), "write"))
        throw new Refusal(403, "Must have push access to view repository collaborators.");
      const wanted = Object.keys(repository.roles).filter(
        (login) => (args.login ?? login) === login && login.includes(args.query ?? ""),
      );
      const level = (login: string) => graphLevels[levelOf(repository, login)];
      return connection(
        wanted.map((login) => actorNode(asker, login)),
        args,
        (node) => ({
          permission: node === null ? null : level(node.login),
          role: node === null ? null : roleOf(repository, node.login),
        }),
      );
    },
    pullRequest: ({ number }: { number: number }) => {
      const issue = repository.issues.filter(isPullRequest).find((it) => it.number === number);
      if (issue === undefined)
        throw new Refusal(404, `Could not resolve to a PullRequest with the number of ${number}.`);
      return pullNode(asker, repository, issue);
    },
    issues: (args: PageArguments & { states?: readonly string[]; labels?: readonly string[] }) => {
      const wanted = repository.issues
        .filter((it) => !isPullRequest(it))
        .filter((it) => args.states?.includes(it.state.toUpperCase()) ?? true)
        .filter((it) => args.labels?.some((name) => it.labels.includes(name)) ?? true);
      return connection(
        wanted.map(({ id, number, title }) => ({
          id: `I_${id}`,
          number,
          title,
          url: asker.scene.links.web(repository, `/issues/${number}`),
        })),
        args,
      );
    },
    pullRequests: (
      args: PageArguments & { headRefName?: string; baseRefName?: string; states?: readonly string[] },
    ) => {
      const wanted = repository.issues
        .filter(isPullRequest)
        .filter(
          (it) =>
            (args.headRefName ?? it.pull.head) === it.pull.head && (args.baseRefName ?? it.pull.base) === it.pull.base,
        )
        .filter((it) => args.states?.includes(pullState(it)) ?? true);
      return connection(
        wanted.map((it) => pullNode(asker, repository, it)),
        args,
      );
    },
  };
}

/** The repository with this address, where the asker may see it. */
export function visibleRepository({ scene, user }: Asker, owner: string, name: string): Repository {
  const repository = findRepository(scene.world, owner, name);
  if (repository === undefined || !allows(levelOf(repository, user.login), "read")) {
    throw new Refusal(404, `Could not resolve to a Repository with the name '${owner}/${name}'.`);
  }
  return repository;
}

/** What can be asked. */
export function queries(asker: Asker) {
  return {
    viewer: () => ({ ...actorNode(asker, asker.user.login), __typename: "User", email: asker.user.email }),
    user: ({ login }: { login: string }) => {
      if (findUser(asker.scene.world, login)?.type !== "User")
        throw new Refusal(404, `Could not resolve to a User with the login of '${login}'.`);
      return actorNode(asker, login);
    },
    repository: ({ owner, name }: { owner: string; name: string }) =>
      repositoryNode(asker, visibleRepository(asker, owner, name), asker.user),
    rateLimit: () => {
      const { limit, resetAtMs, used } = asker.scene.world.rateLimit;
      const spent = used[asker.user.login] ?? 0;
      return {
        limit,
        cost: 1,
        used: spent,
        remaining: Math.max(0, limit - spent),
        resetAt: new Date(resetAtMs).toISOString(),
      };
    },
  };
}
