import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach } from "@jest/globals";
import { parseDocument } from "yaml";

import { realClock } from "#http";
import { openLocalPlatform } from "#targets";

import { connectGitHub, createWorld, type Fault, type GitHubAdmin, type World } from "../../packages/testbed/index.ts";
import { houseOfThisProcess } from "../support/houses.ts";

const execute = promisify(execFile);
const configFile = ".github/release-command.yml";

/** A value of the release configuration: where it stands, and what it is. */
export type Setting = readonly [path: readonly string[], value: unknown];
export type Person = keyof World["tokens"];

/** A small company for one test: code host, project, staging and production, people with clones of their own. */
export interface Company {
  readonly world: World;
  readonly admin: GitHubAdmin;
  /** Sarah's clone. */
  readonly home: string;
  /** Another machine: a fresh clone of what is on the host now. */
  clone(name: string, branch?: string): Promise<string>;
  /** Stock git as a person; returns what it prints. */
  readonly git: (person: Person, directory: string, ...args: readonly string[]) => Promise<string>;
  /** A commit of these files on a branch of the host, as somebody pushes it. Returns its id. */
  push(branch: string, message: string, files: Readonly<Record<string, string>>): Promise<string>;
  /** The same, on a merge of another branch into it. */
  merge(other: string, branch: string, files: Readonly<Record<string, string>>): Promise<string>;
  /** The API of the host, as a person. */
  api(person: Person, method: string, route: string, body?: unknown): Promise<unknown>;
  /** Branches and tags of the host with what they point to; a tag to its commit. */
  refs(): Promise<ReadonlyMap<string, string>>;
  /** Other roles and rules from now on; without `main` in the protection anybody who writes may push there. */
  govern(
    rules: Partial<
      Pick<
        WantedRepository,
        | "users"
        | "protection"
        | "defaultBranch"
        | "environments"
        | "mergeMethods"
        | "autoMerge"
        | "teams"
        | "customRoles"
      >
    >,
  ): Promise<void>;
  pulls(): Promise<readonly Pull[]>;
  /** Who serves an environment: percent by version, those without traffic left out. */
  traffic(environment: "staging" | "production"): Promise<Readonly<Record<string, number>>>;
}

export interface Pull {
  readonly number: number;
  readonly head: string;
  readonly state: string;
  readonly isMerged: boolean;
}

type WantedRepository = Parameters<GitHubAdmin["repository"]>[0];

const repository: WantedRepository = {
  owner: "acme",
  name: "shop",
  users: { sarah: "maintain", aisha: "write", marcus: "write", ines: "write", "release-bot": "admin" },
  environments: [
    "staging",
    "production",
    { name: "production-approval", reviewers: ["sarah", "aisha"] },
    { name: "hotfix-approval", reviewers: ["sarah", "aisha"] },
  ],
  protection: { main: { requiredApprovals: 1, bypass: ["release-bot"] } },
};

const marcus = ["-c", "user.name=Marcus Weber", "-c", "user.email=marcus@acme.example"];

const open = new Map<string, World>();
const duties: (() => unknown)[] = [];

/** To be done when the test is over, before its company is dissolved. */
export function whenOver(act: () => unknown): void {
  duties.push(act);
}

afterEach(async () => {
  for (const act of duties.splice(0)) act();
  for (const [directory, world] of open) {
    await world.stop();
    await rm(directory, { recursive: true, force: true });
  }
  open.clear();
});

/** Founds a company; it ends with the test. Settings are committed to `develop` first. */
export async function foundCompany(
  options: { readonly settings?: readonly Setting[]; readonly fault?: Fault } = {},
): Promise<Company> {
  const directory = await mkdtemp(path.join(tmpdir(), "release-"));
  const { fault, settings = [] } = options;
  const house = houseOfThisProcess();
  const world = await createWorld({
    directory,
    minimal: true,
    ...(fault === undefined ? {} : { fault }),
    ...(house === undefined ? {} : { house }),
  });
  open.set(directory, world);
  const { admin } = await connectGitHub(world.githubUrl);
  const company = companyOf(world, admin);
  if (settings.length > 0) await configure(company, settings);
  return company;
}

async function configure(company: Company, settings: readonly Setting[]): Promise<void> {
  const { home, git } = company;
  const document = parseDocument(await git("sarah", home, "show", `HEAD:${configFile}`));
  for (const [place, value] of settings) document.setIn(place, value);
  await writeFile(path.join(home, configFile), document.toString({ lineWidth: 0 }));
  await git("sarah", home, "commit", "--quiet", "--all", "-m", "ci: other settings");
  await git("sarah", home, "push", "--quiet", "origin", "HEAD");
}

/** Other settings on the protected branch: what is decided there holds for every release. */
export async function decree(company: Company, settings: readonly Setting[]): Promise<void> {
  const { git, home } = company;
  await git("sarah", home, "fetch", "--quiet", "origin", "main");
  const document = parseDocument(await git("sarah", home, "show", `FETCH_HEAD:${configFile}`));
  for (const [place, value] of settings) document.setIn(place, value);
  await company.push("main", "ci: other settings", { [configFile]: document.toString({ lineWidth: 0 }) });
}

function companyOf(world: World, admin: GitHubAdmin): Company {
  const origin = `${world.githubUrl}/${world.repository}.git`;
  const git: Company["git"] = async (person, directory, ...args) => {
    const env = { ...process.env, ...signedInAs(world, person) };
    return (await execute("git", ["-C", directory, ...args], { maxBuffer: 16 * 1024 * 1024, env })).stdout;
  };
  const clone: Company["clone"] = async (name, branch = "develop") => {
    const directory = path.join(world.directory, "clones", name);
    await git("sarah", world.directory, "clone", "--quiet", "--branch", branch, origin, directory);
    return directory;
  };
  const api: Company["api"] = async (person, method, route, body) => {
    const response = await fetch(`${world.githubUrl}/repos/${world.repository}/${route}`, {
      method,
      headers: { authorization: `Bearer ${world.tokens[person]}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${person} could not ${method} ${route}: ${response.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  };
  let clones = 0;
  const fresh = () => `push-${(clones += 1)}`;
  const commit = async (
    directory: string,
    branch: string,
    message: string,
    files: Readonly<Record<string, string>>,
  ): Promise<string> => {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(directory, name)), { recursive: true });
      await writeFile(path.join(directory, name), text);
    }
    await git("bot", directory, "add", "--all");
    await git("bot", directory, ...marcus, "commit", "--quiet", "-m", message);
    await git("bot", directory, "push", "--quiet", "origin", branch);
    return (await git("bot", directory, "rev-parse", "HEAD")).trim();
  };
  return {
    world,
    admin,
    home: world.repositoryDirectory,
    clone,
    git,
    api,
    push: async (branch, message, files) => commit(await clone(fresh(), branch), branch, message, files),
    async merge(other, branch, files) {
      const directory = await clone(fresh(), branch);
      await git("bot", directory, ...marcus, "merge", "--quiet", "--no-edit", other);
      return commit(directory, branch, "feat: what comes next", files);
    },
    async refs() {
      const listed = (await git("sarah", world.directory, "ls-remote", origin, "refs/heads/*", "refs/tags/*")).trim();
      const lines = listed.split("\n").map((line) => line.split("\t"));
      // A tag comes twice: its object, then `^{}` with its commit, which wins.
      return new Map(lines.map(([sha = "", ref = ""]) => [ref.replace(/^refs\/(heads|tags)\/|\^\{\}$/g, ""), sha]));
    },
    govern: async (rules) => admin.repository({ ...repository, ...rules }),
    async pulls() {
      const raw = (await api("sarah", "GET", "pulls?state=all&per_page=100")) as readonly RawPull[];
      return raw
        .map(({ number, head, state, merged_at: at }) => ({ number, head: head.ref, state, isMerged: at !== null }))
        .toSorted((a, b) => a.number - b.number);
    },
    async traffic(environment) {
      const options = { port: 0, clock: realClock, signal: new AbortController().signal };
      const { revisions } = await (await openLocalPlatform(world.platforms[environment], options)).snapshot();
      return Object.fromEntries(
        revisions.flatMap(({ version, percent }) => (percent === 0 ? [] : [[version, percent]])),
      );
    },
  };
}

interface RawPull {
  readonly number: number;
  readonly head: { readonly ref: string };
  readonly state: string;
  readonly merged_at: string | null;
}

function signedInAs({ tokens }: World, person: Person): Readonly<Record<string, string>> {
  const credentials = Buffer.from(`x-access-token:${tokens[person]}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "http.extraHeader",
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${credentials}`,
    GIT_TERMINAL_PROMPT: "0",
  };
}

/** What a review that nobody answers does not wait for. */
export const impatient: readonly Setting[] = [[["review", "wait"], "0s"]];
