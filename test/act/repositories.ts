import { execFile } from "node:child_process";
import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import type { World } from "../../packages/testbed/index.ts";
import { downlevel } from "../../scripts/downlevel.ts";
import { signedIn } from "../support/signed-in.ts";

const execute = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where the caller's file says that releases come from. */
export const ourName = "org/release@v1";

/** Changes to files of the project, by file; one that is not there yet is empty. */
export type Edits = Readonly<Record<string, (text: string) => string>>;

/** This repository as the caller gets it at `@v1`: workflows, actions and the bundle. */
export async function copyOfUs(copy: string): Promise<void> {
  const workflows = path.join(copy, ".github", "workflows");
  await mkdir(workflows, { recursive: true });
  for (const name of await readdir(path.join(root, ".github", "workflows"))) {
    const text = await readFile(path.join(root, ".github", "workflows", name), "utf8");
    await writeFile(path.join(workflows, name), downlevel(text, ourName));
  }
  const action = await readFile(path.join(root, "action.yml"), "utf8");
  await writeFile(path.join(copy, "action.yml"), downlevel(action, ourName));
  for (const part of [path.join(".github", "actions"), "actions", "dist"]) {
    await cp(path.join(root, part), path.join(copy, part), { recursive: true }).catch((cause: unknown) => {
      throw new Error(`${part} cannot be copied. Run: npm run build`, { cause });
    });
  }
}

/** act lets every job through: where reviewers refuse, the one that waits for them fails by its own hand. */
export async function refuseIn(copy: string): Promise<void> {
  await writeFile(path.join(copy, ".github", "actions", "approved", "approved.js"), "process.exitCode = 1;\n");
}

/** What a new user does, after changes of their own: adds the one file, with the place where releases come from filled in. */
export async function adopt(world: World, edits: Edits, example: string): Promise<void> {
  const clone = world.repositoryDirectory;
  await mkdir(path.join(clone, ".github", "workflows"), { recursive: true });
  await cp(path.join(root, "examples", example), path.join(clone, ".github/workflows/release-command.yml"));
  for (const [file, edit] of Object.entries(edits)) {
    const place = path.join(clone, file);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, edit(await readFile(place, "utf8").catch(() => "")));
  }
  const git = async (...args: readonly string[]) =>
    execute("git", ["-C", clone, ...args], { env: { ...process.env, ...signedIn(world) } });
  await git("add", "--all", ".github", ...Object.keys(edits));
  await git("commit", "--quiet", "--message", "ci: release on GitHub Actions");
  await git("push", "--quiet", "origin", "HEAD");
}

export interface Commit {
  /** A branch that the code host has. */
  readonly branch: string;
  readonly message: string;
  readonly files: Readonly<Record<string, string>>;
  /** A folder for the clone, which is not there. */
  readonly cwd: string;
}

/** Puts a commit of Sarah on top of a branch. */
export async function pushTo(world: World, { branch, message, files, cwd }: Commit): Promise<void> {
  await cloneAt(world, branch, cwd);
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(cwd, file), text);
  const git = async (...args: readonly string[]) =>
    execute("git", ["-C", cwd, ...args], { env: { ...process.env, ...signedIn(world) } });
  await git("add", "--all");
  await git("-c", "user.name=Sarah", "-c", "user.email=sarah@acme.example", "commit", "--quiet", "--message", message);
  await git("push", "--quiet", "origin", branch);
}

/** Clones the world's repository as Sarah. */
export async function cloneAt(world: World, branch: string, cwd: string): Promise<void> {
  await execute("git", ["clone", "--quiet", "--branch", branch, `${world.githubUrl}/${world.repository}.git`, cwd], {
    env: { ...process.env, ...signedIn(world) },
  });
}
