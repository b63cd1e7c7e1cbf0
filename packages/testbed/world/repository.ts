import { appendFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ReleaseFault } from "#faults";
import { openGit, type Git } from "#git";
import { run } from "#process";
import { fastImport } from "./fast-import.ts";
import type { Project } from "./project.ts";

/** Sarah's clone, with the whole history in it: on `develop`, its origin the code host. Nothing is pushed yet. */
export async function createClone(clone: {
  readonly directory: string;
  readonly origin: string;
  readonly project: Project;
  readonly now: number;
}): Promise<void> {
  const { directory, origin, project, now } = clone;
  await mkdir(directory, { recursive: true });
  await git(directory, ["init", "--quiet", "--initial-branch=develop"]);
  await git(directory, ["fast-import", "--quiet", "--done"], fastImport(project.commits, project.tree, now));
  await appendFile(join(directory, ".git", "config"), settings(origin));
  await git(directory, ["reset", "--quiet", "--hard", "develop"]);
}

/** As text: one `git config` for each would be a quarter of the processes that a small world needs. */
function settings(origin: string): string {
  // For a person in this clone; the token is never written down.
  const helper = '!f() { test "$1" = get && echo username=x-access-token && echo "password=$GITHUB_TOKEN"; }; f';
  const sections = {
    user: { name: "Sarah Lindqvist", email: "sarah@acme.example" },
    'remote "origin"': { url: origin, fetch: "+refs/heads/*:refs/remotes/origin/*" },
    'branch "main"': { remote: "origin", merge: "refs/heads/main" },
    'branch "develop"': { remote: "origin", merge: "refs/heads/develop" },
    credential: { helper },
  };
  return Object.entries(sections)
    .map(([section, values]) => {
      const lines = Object.entries(values).map(([name, value]) => `\t${name} = ${JSON.stringify(value)}\n`);
      return `[${section}]\n${lines.join("")}`;
    })
    .join("");
}

/** Brings both branches and all tags to the code host, as somebody who may. */
export async function pushAll(directory: string, token: string): Promise<void> {
  await git(directory, ["push", "--quiet", "origin", "main", "develop", "--tags"], undefined, { GITHUB_TOKEN: token });
}

/** The clone as the release sees it. */
export function openClone(world: string): Promise<Git> {
  return openGit({ directory: join(world, "shop"), author: { name: "Demo", email: "demo@acme.example" } });
}

async function git(cwd: string, args: readonly string[], input?: string, env?: Record<string, string>): Promise<void> {
  const result = await run(["git", ...args], {
    cwd,
    env: { GIT_TERMINAL_PROMPT: "0", GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", ...env },
    ...(input === undefined ? {} : { input }),
  });
  if (result.exitCode === 0) return;
  throw new ReleaseFault("remote", `git ${args[0] ?? ""} failed in ${cwd}`, { hint: result.stderr.trim() });
}
