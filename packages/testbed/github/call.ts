import { join } from "node:path";
import type { Answer } from "./answer.ts";
import { notFound } from "./answer.ts";
import { branchHead } from "./git.ts";
import type { Committer } from "./git-merge.ts";
import { nowMs, stamp } from "./clock.ts";
import { Links } from "./present/links.ts";
import { takeId, type Issue, type Pull, type Repository, type User, type World } from "./world.ts";

/** Where the bare repository of `repository` lies. */
export function gitDirectory(dataDirectory: string, repository: Repository): string {
  return join(dataDirectory, "repositories", `${repository.id}.git`);
}

/** What every answer needs: the world, its time, and the addresses in it. */
export class Scene {
  readonly world: World;
  readonly dataDirectory: string;
  readonly links: Links;
  readonly #realMs: () => number;

  constructor(world: World, dataDirectory: string, url: string, realMs: () => number) {
    this.world = world;
    this.dataDirectory = dataDirectory;
    this.links = new Links(url);
    this.#realMs = realMs;
  }

  /** Milliseconds by the stand-in's clock. */
  nowMs(): number {
    return nowMs(this.world, this.#realMs());
  }

  /** Now, as GitHub spells it. */
  now(): string {
    return stamp(this.nowMs());
  }

  takeId(): number {
    return takeId(this.world);
  }

  git(repository: Repository): string {
    return gitDirectory(this.dataDirectory, repository);
  }

  committer(user: User): Committer {
    return { name: user.name, email: user.email, at: this.now() };
  }
}

/** An issue that is a pull request. */
export type PullRequest = Issue & { pull: Pull };

export function isPullRequest(issue: Issue): issue is PullRequest {
  return issue.pull !== undefined;
}

/** One REST request on its way through a handler: already authenticated, authorised and validated. */
export interface Call {
  readonly scene: Scene;
  readonly user: User;
  /** The repository of the path; operations without one never read it. */
  readonly repository: Repository;
  readonly git: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** The bytes of the body, for uploads. */
  readonly bytes: Buffer;
  /** Not all of them came. */
  readonly isCut: boolean;
  readonly contentType: string;
  /** The whole address that was asked for. */
  readonly url: string;
}

export type Handler = (call: Call) => Promise<Answer> | Answer;
/** Handlers by GitHub's operation id. */
export type Handlers = Readonly<Record<string, Handler>>;

/** A parameter that the description requires, or that has been checked. */
export function text(call: Call, name: string): string {
  const value = call.parameters[name];
  // A number here is a query value that the description made one: a page, an id.
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A parameter that may be missing. */
export function findText(call: Call, name: string): string | undefined {
  return call.parameters[name] === undefined ? undefined : text(call, name);
}

export function number(call: Call, name: string): number {
  return Number(call.parameters[name]);
}

/** What was looked up, or GitHub's 404. */
export function found<T>(value: T | undefined): T {
  if (value === undefined) throw notFound();
  return value;
}

/** The issue or pull request of the path. */
export function issueOf(call: Call, name = "issue_number"): Issue {
  const wanted = number(call, name);
  return found(call.repository.issues.find((issue) => issue.number === wanted));
}

/** The pull request of the path. */
export function pullOf(call: Call): PullRequest {
  const issue = issueOf(call, "pull_number");
  if (!isPullRequest(issue)) throw notFound();
  return issue;
}

/** The head of a branch that must exist. */
export async function headOf(call: Call, branch: string): Promise<string> {
  return found(await branchHead(call.git, branch));
}

function pageAddress(url: string, wanted: number): string {
  const address = new URL(url);
  address.searchParams.set("page", String(wanted));
  return address.href;
}

/** One page of a list with GitHub's `Link` header; `wrap` names the list where GitHub wraps it with a total. */
export function page<T>(call: Call, items: readonly T[], show: (item: T) => unknown, wrap?: string): Answer {
  const size = Math.min(100, Number(call.parameters["per_page"] ?? 30));
  const current = Math.max(1, Number(call.parameters["page"] ?? 1));
  const last = Math.max(1, Math.ceil(items.length / size));
  const shown = items.slice((current - 1) * size, current * size).map(show);
  const link = [
    ...(current > 1 ? [[current - 1, "prev"] as const, [1, "first"] as const] : []),
    ...(current < last ? [[current + 1, "next"] as const, [last, "last"] as const] : []),
  ].map(([to, name]) => `<${pageAddress(call.url, to)}>; rel="${name}"`);
  return {
    status: 200,
    body: wrap === undefined ? shown : { total_count: items.length, [wrap]: shown },
    ...(link.length === 0 ? {} : { headers: { link: link.join(", ") } }),
  };
}

/** As `page`, for items that must be looked up to be shown; only the page's own are. */
export async function pageOf<T>(
  call: Call,
  items: readonly T[],
  show: (item: T) => Promise<unknown>,
  wrap?: string,
): Promise<Answer> {
  const answer = page(call, items, (item) => item, wrap);
  const raw = (wrap === undefined ? answer.body : (answer.body as Record<string, unknown>)[wrap]) as readonly T[];
  const shown = await Promise.all(raw.map(show));
  return { ...answer, body: wrap === undefined ? shown : { total_count: items.length, [wrap]: shown } };
}
