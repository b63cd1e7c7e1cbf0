import { invalid, Refusal } from "../answer.ts";
import {
  findText,
  isPullRequest,
  page,
  pageOf,
  pullOf,
  text,
  type Call,
  type Handlers,
  type PullRequest,
} from "../call.ts";
import { branchHead, contains } from "../git.ts";
import { findUser, levelOf } from "../identity.ts";
import { merge } from "../merge.ts";
import type { MergeMethod } from "../world.ts";
import { person } from "../present/people.ts";
import { simpleTeam } from "../present/teams.ts";
import { fullPull, review, simplePull } from "../present/pulls.ts";
import { publishPullRef } from "../pull-refs.ts";
import { submitReview, type ReviewEvent } from "../review.ts";
import { setState, takeNumber } from "./issues.ts";

interface PullBody {
  readonly title?: string;
  readonly body?: string | null;
  readonly head?: string;
  readonly base?: string;
  readonly draft?: boolean;
  readonly state?: "open" | "closed";
}

function wrong(message: string): Refusal {
  return new Refusal(422, "Validation Failed", [{ resource: "PullRequest", code: "custom", message }]);
}

/** The branch of `owner:branch`; forks are not part of this world. */
function localBranch(call: Call, name: string): string {
  const [owner, branch] = name.split(":");
  if (branch === undefined) return name;
  if (owner !== call.repository.owner)
    throw invalid("PullRequest", "head", `${name} is a fork, which this GitHub does not have`, "invalid");
  return branch;
}

async function newPull(call: Call, body: PullBody): Promise<PullRequest> {
  const { scene, repository, git } = call;
  const head = localBranch(call, body.head ?? "");
  const base = body.base ?? "";
  const headSha = await branchHead(git, head);
  const baseSha = await branchHead(git, base);
  if (headSha === undefined) throw invalid("PullRequest", "head", `head ${head} does not exist`, "invalid");
  if (baseSha === undefined) throw invalid("PullRequest", "base", `base ${base} does not exist`, "invalid");
  const same = repository.issues.find(
    ({ pull, state }) => state === "open" && pull?.head === head && pull.base === base,
  );
  if (same !== undefined) throw wrong(`A pull request already exists for ${repository.owner}:${head}.`);
  if (await contains(git, baseSha, headSha)) throw wrong(`No commits between ${base} and ${head}`);
  if (body.title === undefined) throw invalid("PullRequest", "title", "title is missing", "missing_field");
  return {
    id: scene.takeId(),
    number: takeNumber(repository),
    author: call.user.login,
    createdAt: scene.now(),
    updatedAt: scene.now(),
    title: body.title,
    body: body.body ?? undefined,
    state: "open",
    labels: [],
    assignees: [],
    pull: {
      head,
      base,
      draft: body.draft ?? false,
      headSha,
      requestedReviewers: [],
      requestedTeams: [],
      reviews: [],
      threads: [],
    },
  };
}

function listed(call: Call): readonly PullRequest[] {
  const state = findText(call, "state") ?? "open";
  const base = findText(call, "base");
  const head = findText(call, "head")?.replace(`${call.repository.owner}:`, "");
  const wanted = call.repository.issues.filter(isPullRequest).filter(({ pull, ...issue }) => {
    return (
      (state === "all" || issue.state === state) &&
      (base ?? pull.base) === pull.base &&
      (head ?? pull.head) === pull.head
    );
  });
  return findText(call, "direction") === "asc" ? wanted : wanted.toReversed();
}

async function update(call: Call, issue: PullRequest, body: PullBody): Promise<void> {
  if (body.base !== undefined && body.base !== issue.pull.base) {
    if ((await branchHead(call.git, body.base)) === undefined)
      throw invalid("PullRequest", "base", `base ${body.base} does not exist`, "invalid");
    issue.pull.base = body.base;
  }
  if (body.title !== undefined) issue.title = body.title;
  if (body.body !== undefined) issue.body = body.body ?? undefined;
  if (body.state !== undefined && body.state !== issue.state) setState(call, issue, body.state);
  issue.updatedAt = call.scene.now();
}

const notCollaborators =
  "Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of this repository.";

function requestReviewers(call: Call, issue: PullRequest, logins: readonly string[], slugs: readonly string[]): void {
  if (!slugs.every((slug) => Object.hasOwn(call.repository.teams, slug))) throw new Refusal(422, notCollaborators);
  for (const login of logins) {
    if (login === issue.author) throw new Refusal(422, "Review cannot be requested from pull request author.");
    const user = findUser(call.scene.world, login);
    if (user === undefined || levelOf(call.repository, login) === "none") {
      throw new Refusal(422, notCollaborators);
    }
  }
  issue.pull.requestedTeams = [...new Set([...issue.pull.requestedTeams, ...slugs])];
  issue.pull.requestedReviewers = [...new Set([...issue.pull.requestedReviewers, ...logins])];
}

/** Pull requests, their reviews and their merging. */
export const pulls: Handlers = {
  "pulls/list": async (call) => pageOf(call, listed(call), async (it) => simplePull(call.scene, call.repository, it)),
  "pulls/create": async (call) => {
    const issue = await newPull(call, call.body as PullBody);
    call.repository.issues.push(issue);
    await publishPullRef(call.scene, call.repository, issue);
    return { status: 201, body: await fullPull(call.scene, call.repository, issue) };
  },
  "pulls/get": async (call) => ({ status: 200, body: await fullPull(call.scene, call.repository, pullOf(call)) }),
  "pulls/update": async (call) => {
    const issue = pullOf(call);
    await update(call, issue, call.body ?? {});
    return { status: 200, body: await fullPull(call.scene, call.repository, issue) };
  },
  "pulls/merge": async (call) => {
    const body = (call.body ?? {}) as {
      commit_title?: string;
      commit_message?: string;
      sha?: string;
      merge_method?: MergeMethod;
    };
    const sha = await merge(call.scene, call.repository, pullOf(call), call.user, {
      method: body.merge_method ?? "merge",
      ...(body.commit_title === undefined ? {} : { title: body.commit_title }),
      ...(body.commit_message === undefined ? {} : { message: body.commit_message }),
      ...(body.sha === undefined ? {} : { sha: body.sha }),
    });
    return { status: 200, body: { sha, merged: true, message: "Pull Request successfully merged" } };
  },
  "pulls/list-reviews": (call) => {
    const issue = pullOf(call);
    return page(call, issue.pull.reviews, (it) => review(call.scene, call.repository, issue, it));
  },
  "pulls/create-review": (call) => {
    const issue = pullOf(call);
    const body = (call.body ?? {}) as {
      event?: ReviewEvent;
      body?: string;
      commit_id?: string;
      comments?: readonly { path: string; body: string }[];
    };
    // A review without an event stays pending, seen by its author only: not part of this world.
    if (body.event === undefined)
      throw new Refusal(422, "Pending reviews are not served: say event APPROVE, REQUEST_CHANGES or COMMENT");
    const it = submitReview(call.scene, issue, call.user, {
      event: body.event,
      body: body.body ?? "",
      remarks: body.comments ?? [],
      ...(body.commit_id === undefined ? {} : { sha: body.commit_id }),
    });
    return { status: 200, body: review(call.scene, call.repository, issue, it) };
  },
  "pulls/list-requested-reviewers": (call) => ({
    status: 200,
    body: {
      users: pullOf(call).pull.requestedReviewers.map((login) => person(call.scene, login)),
      teams: pullOf(call).pull.requestedTeams.map((slug) => simpleTeam(call.scene, call.repository, slug)),
    },
  }),
  "pulls/request-reviewers": async (call) => {
    const issue = pullOf(call);
    const body = (call.body ?? {}) as { reviewers?: readonly string[]; team_reviewers?: readonly string[] };
    requestReviewers(call, issue, body.reviewers ?? [], body.team_reviewers ?? []);
    return { status: 201, body: await simplePull(call.scene, call.repository, issue) };
  },
  "repos/list-pull-requests-associated-with-commit": async (call) => {
    const sha = text(call, "commit_sha");
    const all = call.repository.issues.filter(isPullRequest);
    const belongs = await Promise.all(
      all.map(async ({ pull }) => pull.merged?.sha === sha || (await brings(call, pull, sha))),
    );
    const wanted = all.filter((_, index) => belongs[index] === true);
    return pageOf(call, wanted, async (it) => simplePull(call.scene, call.repository, it));
  },
};

/** Whether the commit came with this pull request: in its head, and not already in the base it was merged into. */
async function brings(call: Call, pull: PullRequest["pull"], sha: string): Promise<boolean> {
  if (!(await contains(call.git, pull.headSha, sha))) return false;
  const before = pull.merged === undefined ? await branchHead(call.git, pull.base) : `${pull.merged.sha}^1`;
  return before === undefined || !(await contains(call.git, before, sha));
}
