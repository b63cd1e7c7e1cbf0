import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cp, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { run } from "#process";

import { signedIn } from "../support/signed-in.ts";
import type { World } from "../../packages/testbed/index.ts";

const main = fileURLToPath(new URL("../../packages/cli/main.ts", import.meta.url));

export interface Ended {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

type Env = Readonly<Record<string, string | undefined>>;

/** `release …` as a process of its own, acting as Sarah unless `env` says otherwise. */
export async function release(
  world: World,
  args: readonly string[],
  { cwd = world.repositoryDirectory, env = {} }: { readonly cwd?: string; readonly env?: Env } = {},
): Promise<Ended> {
  const { exitCode, stdout, stderr, durationMs } = await run(
    [process.execPath, "--disable-warning=ExperimentalWarning", main, ...args],
    { cwd, env: { ...world.env, ...env }, timeoutMs: 60_000 },
  );
  return { code: exitCode, stdout, stderr, durationMs };
}

/** The same, still running: its output so far, and what it ends with. */
export function startCommand(world: World, args: readonly string[]) {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args], {
    cwd: world.repositoryDirectory,
    env: { ...process.env, ...world.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const heard = { text: "" };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (heard.text += chunk));
  return {
    child,
    heard,
    says: (text: string) =>
      until(
        child,
        () => heard.text.includes(text),
        () => heard.text,
      ),
  };
}

async function until(child: ChildProcess, isSo: () => boolean, story: () => string): Promise<void> {
  while (!isSo()) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended too soon: ${story()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export async function codeOf(child: ChildProcess): Promise<number | string | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "close");
  return child.exitCode ?? child.signalCode;
}

/** Git in a clone of the world, as Sarah. */
export async function git(world: World, cwd: string, ...args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await run(["git", ...args], { cwd, env: signedIn(world) });
  if (exitCode !== 0) throw new Error(stderr);
  return stdout;
}

/** A second clone to spoil. */
export async function cloneOf(world: World, name: string): Promise<string> {
  const directory = path.join(world.directory, name);
  await rm(directory, { recursive: true, force: true });
  await cp(world.repositoryDirectory, directory, { recursive: true });
  return directory;
}

async function health(url: string): Promise<unknown> {
  return (await fetch(`${url}/health`)).json();
}

/** Everything that a release could have changed: refs of the remote (who was denied is noted in one of its own), pull requests, releases, deployments, what serves. */
export async function footprint(world: World): Promise<unknown> {
  const api = async (route: string): Promise<unknown> => {
    const headers = { authorization: `Bearer ${world.tokens.sarah}` };
    return (await fetch(`${world.githubUrl}/repos/${world.repository}/${route}`, { headers })).json();
  };
  const refs = await git(world, world.repositoryDirectory, "ls-remote", "origin");
  return {
    refs: refs.split("\n").filter((line) => !line.endsWith("\trefs/release-command/denied")),
    pulls: await api("pulls?state=all"),
    releases: await api("releases"),
    deployments: await api("deployments"),
    staging: await health(world.stagingUrl),
    production: await health(world.productionUrl),
  };
}
