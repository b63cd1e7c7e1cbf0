import { execFileSync, spawn } from "node:child_process";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Refusal } from "./answer.ts";
import type { Scene } from "./call.ts";
import { gitEnvironment } from "./git.ts";
import { allows, findRepository, findUserOf, levelOf, refuseReadOnly } from "./identity.ts";
import type { Repository, User } from "./world.ts";

/** A request of git over HTTP: which repository, which service. */
export interface GitRequest {
  readonly owner: string;
  readonly name: string;
  readonly rest: "info/refs" | "git-upload-pack" | "git-receive-pack";
  readonly service: string;
}

/** Recognises git's requests, with or without `.git` in the address. */
export function findGitRequest(url: URL): GitRequest | undefined {
  const match = /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/.exec(url.pathname);
  if (match === null) return undefined;
  const [, owner = "", name = "", rest] = match;
  const service = rest === "info/refs" ? (url.searchParams.get("service") ?? "") : (rest ?? "");
  return { owner, name, rest: rest as GitRequest["rest"], service };
}

/** A refusal in the form that git shows to people. */
export class GitRefusal extends Refusal {}

/** The repository and the user, if this user may do this. Throws 401, 403, 404 as GitHub does to git. */
export function admit(
  scene: Scene,
  request: GitRequest,
  authorization: string | undefined,
): { readonly repository: Repository; readonly user?: User } {
  const user = identify(scene, authorization);
  const repository = findRepository(scene.world, request.owner, request.name);
  const level =
    repository === undefined
      ? "none"
      : user === undefined
        ? repository.private
          ? "none"
          : "read"
        : levelOf(repository, user.login);
  if (repository === undefined || !allows(level, "read")) {
    if (user === undefined) throw new GitRefusal(401, "Authentication required.");
    throw new GitRefusal(404, "Repository not found.");
  }
  const push = request.service === "git-receive-pack";
  if (push) refusePush(request, user, authorization);
  if (push && user === undefined) throw new GitRefusal(401, "Authentication required.");
  if (push && !allows(level, "write")) {
    throw new GitRefusal(403, `Permission to ${request.owner}/${request.name}.git denied to ${user?.login ?? "you"}.`);
  }
  return user === undefined ? { repository } : { repository, user };
}

function refusePush({ owner, name }: GitRequest, user: User | undefined, authorization: string | undefined): void {
  try {
    refuseReadOnly(user, authorization);
  } catch {
    throw new GitRefusal(403, `Permission to ${owner}/${name}.git denied to ${user?.login ?? "you"}.`);
  }
}

function identify(scene: Scene, authorization: string | undefined): User | undefined {
  try {
    return findUserOf(scene.world, authorization);
  } catch {
    throw new GitRefusal(401, "Invalid username or token.");
  }
}

/** Settings of every repository, given by environment so that a copied repository needs none of its own. */
function settings(hooks: string): Readonly<Record<string, string>> {
  const pairs = [
    ["http.receivepack", "true"],
    ["receive.advertiseAtomic", "true"],
    ["receive.autogc", "false"],
    ["receive.hideRefs", "refs/pull"],
    ["uploadpack.allowFilter", "true"],
    ["uploadpack.allowAnySHA1InWant", "true"],
    ["core.hooksPath", hooks],
    ["gc.auto", "0"],
    ["safe.directory", "*"],
  ];
  const entries = pairs.flatMap(([key = "", value = ""], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { ...Object.fromEntries(entries), GIT_CONFIG_COUNT: String(pairs.length) };
}

function protectedRefs(repository: Repository, user: User | undefined): string {
  const guarded = Object.entries(repository.protection).filter(
    ([, rules]) => !rules.bypass.includes(user?.login ?? ""),
  );
  return guarded.map(([branch]) => `refs/heads/${branch}`).join("\n");
}

/** What `git http-backend` answers: status and headers at once, the body as it comes. */
export interface Backend {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readable;
  /** Resolves when git has ended and its effect is complete. */
  readonly ended: Promise<void>;
}

let program: string | undefined;

/** `git http-backend` would start it as a second process, and fetches and pushes are most of what is asked here. */
function backendProgram(): string {
  program ??= join(execFileSync("git", ["--exec-path"], { encoding: "utf8" }).trim(), "git-http-backend");
  return program;
}

/** Runs the real `git http-backend` as CGI on the request. */
export async function runBackend(
  scene: Scene,
  asked: GitRequest,
  request: IncomingMessage,
  { repository, user }: ReturnType<typeof admit>,
): Promise<Backend> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const child = spawn(backendProgram(), [], {
    env: gitEnvironment({
      ...settings(join(scene.dataDirectory, "hooks")),
      GIT_PROJECT_ROOT: join(scene.dataDirectory, "repositories"),
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: `/${repository.id}.git/${asked.rest}`,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? "GET",
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      REMOTE_USER: user?.login ?? "",
      REMOTE_ADDR: "127.0.0.1",
      GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
      GIT_COMMITTER_NAME: user?.name ?? "anonymous",
      GIT_COMMITTER_EMAIL: user?.email ?? "anonymous@example.test",
      STANDIN_PROTECTED: protectedRefs(repository, user),
    }),
  });
  // A client that dies in the middle: git sees the end of its input and gives up.
  request.on("close", () => {
    if (!request.complete) child.stdin.destroy();
  });
  child.stdin.on("error", () => undefined);
  child.stderr.resume();
  const zipped = request.headers["content-encoding"] === "gzip";
  const input = zipped ? request.pipe(createGunzip()).on("error", () => child.stdin.destroy()) : request;
  input.pipe(child.stdin);
  const ended = new Promise<void>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve());
  });
  return { ...(await readHead(child.stdout)), body: child.stdout, ended };
}

/** Reads CGI headers and puts back what came with them of the body. */
async function readHead(stdout: Readable): Promise<Pick<Backend, "status" | "headers">> {
  let head = Buffer.alloc(0);
  for (;;) {
    const chunk = stdout.read() as Buffer | null;
    if (chunk === null) {
      if (stdout.readableEnded || stdout.destroyed) throw new Error("git http-backend ended without an answer");
      await new Promise<void>((resolve) => {
        stdout.once("readable", resolve);
        stdout.once("end", resolve);
      });
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf("\r\n\r\n");
    if (end < 0) continue;
    if (head.length > end + 4) stdout.unshift(head.subarray(end + 4));
    const lines = head.subarray(0, end).toString().split("\r\n");
    const headers = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
    );
    const { status = "200", ...others } = headers;
    return { status: Number.parseInt(status, 10), headers: others };
  }
}
