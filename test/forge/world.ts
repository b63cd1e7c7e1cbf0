import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openGitHub, type Forge } from "#forge";
import { createFetch } from "#http";
import { startGitHub, type Fault, type GitHubAdmin } from "../../packages/testbed/github/index.ts";

const robot = "token-of-robot";

export interface ForgeWorld {
  readonly admin: GitHubAdmin;
  /** A forge with a client of its own, whose waits take no time. */
  readonly open: (token?: string, timeoutMs?: number, wire?: typeof fetch) => Forge;
  /** A plain look at the stand-in, apart from the forge. */
  readonly read: <T>(path: string) => Promise<T>;
  /** A plain write by a person. */
  readonly act: (token: string, method: string, path: string, body: unknown) => Promise<void>;
  /** A tag of this name on `main`. */
  readonly tag: (name: string) => void;
  readonly shas: Readonly<Record<"main" | "one" | "two", string>>;
  /** Rules of `main`. */
  readonly protect: (rules: { requiredApprovals: number; requiredChecks?: string[] } | undefined) => Promise<void>;
  /** Everything as it was in the beginning. */
  readonly rewind: () => Promise<void>;
  /** Makes now that beginning. */
  readonly keep: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A stand-in with `acme/shop`: branches `release/1.0.0` and `release/1.1.0` on `main`, the tag `v1.0.0`, and pull request #1 of the second. */
export async function startForgeWorld(): Promise<ForgeWorld> {
  const directory = await mkdtemp(join(tmpdir(), "forge-world-"));
  const github = await startGitHub({ dataDirectory: join(directory, "data") });
  const { admin, url } = github;
  for (const login of ["robot", "ann", "bob"]) await admin.user({ login, token: `token-of-${login}` });
  const users = { robot: "admin", ann: "write", bob: "release-captain", eve: "read" };
  const customRoles = { "release-captain": "maintain" } as const;
  const protect: ForgeWorld["protect"] = async (rules) => {
    const protection = rules === undefined ? {} : { main: rules };
    await admin.repository({ owner: "acme", name: "shop", users, customRoles, environments: ["staging"], protection });
  };
  await protect(undefined);
  const shas = await pushHistory(join(directory, "clone"), url);

  const clock = { now: () => Date.now(), sleep: () => Promise.resolve() };
  const open = (token = robot, timeoutMs = 800, wire = fetch) =>
    openGitHub({
      repository: "acme/shop",
      apiUrl: url,
      serverUrl: url,
      token,
      fetch: createFetch({ clock, timeoutMs, fetch: wire }),
      clock,
    });
  const act = async (token: string, method: string, path: string, body: unknown) => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${url}/repos/acme/shop${path}`, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  };
  const read = async <T>(path: string) => {
    const response = await fetch(`${url}/repos/acme/shop${path}`, { headers: { authorization: `Bearer ${robot}` } });
    return (await response.json()) as T;
  };
  // The first question of this kind takes it long, and the clients under test are impatient.
  const warmUp = { method: "POST", body: JSON.stringify({ query: "{ viewer { login } }" }) };
  await fetch(`${url}/graphql`, { ...warmUp, headers: { authorization: `Bearer ${robot}` } });
  await act(robot, "POST", "/pulls", { head: "release/1.1.0", base: "main", title: "1.1.0" });
  let beginning = join(directory, "beginning");
  await admin.snapshot(beginning);
  const keep = async () => {
    beginning = `${beginning}+`;
    await admin.snapshot(beginning);
  };
  const rewind = async () => {
    await admin.clearFaults();
    await admin.restore(beginning);
  };
  const stop = async () => {
    await github.stop();
    await rm(directory, { recursive: true, force: true });
  };
  const tag = (name: string) => {
    const wanted = `${shas.main}:refs/tags/${name}`;
    git("-C", join(directory, "clone"), "-c", header, "push", "-q", `${url}/acme/shop.git`, wanted);
  };
  return { admin, open, read, act, tag, shas, protect, rewind, keep, stop };
}

function git(...args: readonly string[]): string {
  const author = ["-c", "user.name=t", "-c", "user.email=t@example.test"];
  return execFileSync("git", [...author, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

const header = `http.extraHeader=Authorization: Basic ${Buffer.from(`x:${robot}`).toString("base64")}`;

async function pushHistory(directory: string, url: string) {
  git("init", "-q", "-b", "main", directory);
  const commit = async (branch: string, file: string) => {
    git("-C", directory, "checkout", "-q", "-B", branch);
    await writeFile(join(directory, file), file);
    git("-C", directory, "add", ".");
    git("-C", directory, "commit", "-q", "-m", `feat: ${file}`);
    return git("-C", directory, "rev-parse", "HEAD");
  };
  const main = await commit("main", "a.txt");
  git("-C", directory, "tag", "v1.0.0");
  const one = await commit("release/1.0.0", "one.txt");
  git("-C", directory, "checkout", "-q", "main");
  const two = await commit("release/1.1.0", "two.txt");
  const refs = ["main", "release/1.0.0", "release/1.1.0", "v1.0.0"];
  git("-C", directory, "-c", header, "push", "-q", `${url}/acme/shop.git`, ...refs);
  return { main, one, two };
}

/** Ways in which one request goes wrong; `after` ones have had their effect. */
export const mishaps: readonly (readonly [name: string, fault: Omit<Fault, "match">])[] = [
  ["500 before", { action: { status: 500 }, applied: "before" }],
  ["502 after", { action: { status: 502 }, applied: "after" }],
  ["a reset after", { action: "reset", applied: "after" }],
  ["a time-out after", { action: "timeout", applied: "after" }],
  ["half an answer", { action: "truncate" }],
  ["a limit before", { action: { status: 403, headers: { "retry-after": "1" } }, applied: "before" }],
];
