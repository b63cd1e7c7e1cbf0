import { Refusal } from "../answer.ts";
import { found, issueOf, number, page, findText, type Call, type Handlers } from "../call.ts";
import { demand, findUser } from "../identity.ts";
import { comment, issue as present, label } from "../present/issues.ts";
import { person } from "../present/people.ts";
import type { Comment, Issue, Repository } from "../world.ts";

type LabelBody = string | { readonly name?: string };

interface IssueBody {
  readonly title?: string | number;
  readonly body?: string | null;
  readonly state?: "open" | "closed";
  readonly labels?: readonly LabelBody[];
  readonly assignees?: readonly string[];
}

function labelNames(labels: readonly LabelBody[]): readonly string[] {
  return labels.map((it) => (typeof it === "string" ? it : (it.name ?? "")));
}

/** The next number, which issues and pull requests share. */
export function takeNumber(repository: Repository): number {
  repository.nextNumber += 1;
  return repository.nextNumber;
}

function commentOf(call: Call): Comment {
  return found(call.repository.comments.find(({ id }) => id === number(call, "comment_id")));
}

function newIssue(call: Call, body: IssueBody): Issue {
  const { scene } = call;
  return {
    id: scene.takeId(),
    number: takeNumber(call.repository),
    author: call.user.login,
    createdAt: scene.now(),
    updatedAt: scene.now(),
    title: String(body.title),
    body: body.body ?? undefined,
    state: "open",
    labels: [...labelNames(body.labels ?? [])],
    assignees: (body.assignees ?? []).filter((login) => findUser(scene.world, login) !== undefined),
  };
}

function update(call: Call, it: Issue, body: IssueBody): void {
  if (body.title !== undefined) it.title = String(body.title);
  if (body.body !== undefined) it.body = body.body ?? undefined;
  if (body.labels !== undefined) it.labels = [...labelNames(body.labels)];
  if (body.assignees !== undefined) it.assignees = [...body.assignees];
  if (body.state !== undefined && body.state !== it.state) setState(call, it, body.state);
  it.updatedAt = call.scene.now();
}

/** Opens or closes an issue or pull request. A merged pull request stays closed. */
export function setState(call: Call, it: Issue, state: "open" | "closed"): void {
  if (it.pull?.merged !== undefined)
    throw new Refusal(422, "Validation Failed", [{ resource: "PullRequest", code: "invalid", field: "state" }]);
  it.state = state;
  if (state === "closed") it.closedAt = call.scene.now();
  else delete it.closedAt;
}

function listed(call: Call): readonly Issue[] {
  const state = findText(call, "state") ?? "open";
  const labels = findText(call, "labels")?.split(",") ?? [];
  const creator = findText(call, "creator");
  const wanted = call.repository.issues.filter(
    (it) =>
      (state === "all" || it.state === state) &&
      labels.every((name) => it.labels.includes(name)) &&
      (creator ?? it.author) === it.author,
  );
  return findText(call, "direction") === "asc" ? wanted : wanted.toReversed();
}

/** Issues, labels, comments and reactions; they serve pull requests too. */
export const issues: Handlers = {
  "issues/list-for-repo": (call) => page(call, listed(call), (it) => present(call.scene, call.repository, it)),
  "issues/create": (call) => {
    const it = newIssue(call, call.body as IssueBody);
    call.repository.issues.push(it);
    return { status: 201, body: present(call.scene, call.repository, it) };
  },
  "issues/get": (call) => ({ status: 200, body: present(call.scene, call.repository, issueOf(call)) }),
  "issues/update": (call) => {
    const it = issueOf(call);
    update(call, it, call.body ?? {});
    return { status: 200, body: present(call.scene, call.repository, it) };
  },
  "issues/list-labels-on-issue": (call) =>
    page(call, issueOf(call).labels, (name) => label(call.scene, call.repository, name)),
  "issues/add-labels": (call) => {
    const it = issueOf(call);
    const body = (call.body ?? {}) as { labels?: readonly LabelBody[] } | readonly LabelBody[];
    const wanted = "labels" in body ? (body.labels ?? []) : Array.isArray(body) ? (body as readonly LabelBody[]) : [];
    it.labels = [...new Set([...it.labels, ...labelNames(wanted)])];
    return { status: 200, body: it.labels.map((name) => label(call.scene, call.repository, name)) };
  },
  "issues/list-comments": (call) => {
    const of = issueOf(call).number;
    const since = findText(call, "since") ?? "";
    const wanted = call.repository.comments.filter((it) => it.number === of && it.updatedAt >= since);
    return page(call, wanted, (it) => comment(call.scene, call.repository, it));
  },
  "issues/create-comment": (call) => {
    const { scene } = call;
    const it: Comment = {
      id: scene.takeId(),
      number: issueOf(call).number,
      author: call.user.login,
      createdAt: scene.now(),
      updatedAt: scene.now(),
      body: (call.body as { body: string }).body,
      reactions: [],
    };
    call.repository.comments.push(it);
    return { status: 201, body: comment(scene, call.repository, it) };
  },
  "issues/get-comment": (call) => ({ status: 200, body: comment(call.scene, call.repository, commentOf(call)) }),
  "issues/update-comment": (call) => {
    const it = commentOf(call);
    if (it.author !== call.user.login) demand(call.repository, call.user, "write");
    it.body = (call.body as { body: string }).body;
    it.updatedAt = call.scene.now();
    return { status: 200, body: comment(call.scene, call.repository, it) };
  },
  "issues/delete-comment": (call) => {
    const it = commentOf(call);
    if (it.author !== call.user.login) demand(call.repository, call.user, "write");
    call.repository.comments.splice(call.repository.comments.indexOf(it), 1);
    return { status: 204 };
  },
  "reactions/list-for-issue-comment": (call) => page(call, commentOf(call).reactions, (it) => reaction(call, it)),
  "reactions/create-for-issue-comment": (call) => {
    const it = commentOf(call);
    const { content } = call.body as { content: string };
    const old = it.reactions.find((known) => known.content === content && known.author === call.user.login);
    if (old !== undefined) return { status: 200, body: reaction(call, old) };
    const added = { id: call.scene.takeId(), author: call.user.login, content, at: call.scene.now() };
    it.reactions.push(added);
    return { status: 201, body: reaction(call, added) };
  },
};

function reaction(call: Call, it: Comment["reactions"][number]) {
  return {
    id: it.id,
    node_id: `REA_${it.id}`,
    user: person(call.scene, it.author),
    content: it.content,
    created_at: it.at,
  };
}
