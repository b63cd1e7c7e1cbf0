import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { getOctokit } from "@actions/github";
import { gitEnvironment } from "./git.ts";
import { adminOf, type GitHubAdmin } from "./client.ts";
import { GitHubServer } from "./server.ts";

const run = promisify(execFile);

export type Octokit = ReturnType<typeof getOctokit>;

/** The repository of the tests. */
export const shop = { owner: "acme", repo: "shop" } as const;

/** A shop at GitHub with its people, for one test file. Everybody's token is `token-<login>`. */
export interface TestWorld {
  readonly url: string;
  readonly admin: GitHubAdmin;
  readonly folder: string;
  readonly octokit: (login: string) => Octokit;
  /** The address of the repository with somebody's token in it. */
  readonly remote: (login: string) => string;
  /** Stock git in a folder; rejects with its stderr. */
  readonly git: (directory: string, ...args: readonly string[]) => Promise<string>;
  /** A fresh clone as this person. */
  readonly clone: (login: string) => Promise<string>;
  /** Commits a file and returns the new SHA. */
  readonly commit: (directory: string, path: string, content: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

const people = {
  sarah: "maintain",
  aisha: "write",
  marcus: "read",
  "robot[bot]": "write",
  root: "admin",
  release: "releaser",
} as const;

/** Stock git, committing as Aisha. */
async function git(directory: string, ...args: readonly string[]): Promise<string> {
  const identity = {
    GIT_AUTHOR_NAME: "Aisha",
    GIT_AUTHOR_EMAIL: "aisha@example.test",
    GIT_COMMITTER_NAME: "Aisha",
    GIT_COMMITTER_EMAIL: "aisha@example.test",
  };
  const { stdout } = await run("git", [...args], { cwd: directory, env: gitEnvironment(identity) });
  return stdout.trim();
}

/** Octokit as GitHub ships it to actions, talking to the stand-in. */
export function octokitAt(url: string, token: string): Octokit {
  return getOctokit(token, { baseUrl: url });
}

/** Starts the server in this process with a first commit on `main`. */
export async function openTestWorld(): Promise<TestWorld> {
  const folder = await mkdtemp(join(tmpdir(), "github-standin-"));
  const server = new GitHubServer({ dataDirectory: join(folder, "data"), port: 0, realMs: Date.now });
  const url = await server.start();
  const admin = adminOf(url);
  for (const login of Object.keys(people)) await admin.user({ login, token: `token-${login}` });
  await admin.user({ login: "stranger", token: "token-stranger" });
  await admin.repository({
    owner: shop.owner,
    name: shop.repo,
    users: people,
    customRoles: { releaser: "write" },
    teams: { leads: ["sarah"] },
    environments: ["staging", { name: "production", reviewers: ["sarah"] }],
    protection: {
      guarded: {
        requiredApprovals: 1,
        requiredChecks: ["ci"],
        requireConversationResolution: true,
        dismissStaleReviews: true,
        bypass: ["root"],
      },
    },
  });
  const remote = (login: string): string =>
    url.replace("http://", `http://x-access-token:token-${login}@`) + "/acme/shop.git";
  const clone = async (login: string): Promise<string> => {
    const directory = await mkdtemp(join(folder, "clone-"));
    await git(folder, "clone", "--quiet", remote(login), directory);
    return directory;
  };
  const commit = async (directory: string, path: string, content: string): Promise<string> => {
    await writeFile(join(directory, path), content);
    await git(directory, "add", path);
    await git(directory, "commit", "--quiet", "-m", `feat: ${path}`);
    return git(directory, "rev-parse", "HEAD");
  };
  const first = await clone("sarah");
  await git(first, "checkout", "-q", "-b", "main");
  await commit(first, "README.md", "shop\n");
  await git(first, "push", "--quiet", "origin", "main", "main:guarded");
  const close = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return {
    url,
    admin,
    folder,
    octokit: (login) => octokitAt(url, `token-${login}`),
    remote,
    git,
    clone,
    commit,
    close,
  };
}
