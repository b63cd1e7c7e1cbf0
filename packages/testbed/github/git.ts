import { spawn } from "node:child_process";
import { devNull } from "node:os";

/** The environment of every git process here: nothing of the machine's own configuration. */
export function gitEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: "0",
    ...extra,
  };
}

export interface GitResult {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs git in `directory` and answers however it ends. */
export async function tryGit(
  directory: string,
  args: readonly string[],
  options: { readonly input?: string | Uint8Array; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", args, { cwd: directory, env: gitEnvironment(options.environment) });
    const out: Buffer[] = [];
    const error: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => error.push(chunk));
    child.on("error", reject);
    // Git may end without reading its input: then the broken pipe says nothing that the exit code does not.
    child.stdin.on("error", () => undefined);
    child.on("close", (code) =>
      resolve({ code: code ?? 1, out: Buffer.concat(out).toString(), error: Buffer.concat(error).toString() }),
    );
    child.stdin.end(options.input);
  });
}

/** Runs git and returns what it printed, without the last newline. Throws with git's own words when it fails. */
export async function git(
  directory: string,
  args: readonly string[],
  options: { readonly input?: string | Uint8Array; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const result = await tryGit(directory, args, options);
  if (result.code !== 0) throw new Error(`git ${args.join(" ")} ended with ${result.code}: ${result.error}`);
  return result.out.replace(/\n$/, "");
}

/** Makes an empty bare repository. */
export async function createBare(directory: string, defaultBranch: string): Promise<void> {
  await git(process.cwd(), [
    "init",
    "--quiet",
    "--bare",
    "--template=",
    `--initial-branch=${defaultBranch}`,
    directory,
  ]);
}

/** The commit that a branch, tag, full ref or SHA names. */
export async function findCommit(directory: string, name: string): Promise<string | undefined> {
  if (name.startsWith("-") || name.includes("..")) return undefined;
  const { code, out } = await tryGit(directory, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`]);
  return code === 0 ? out.trim() : undefined;
}

/** One ref and the object it points at. */
export interface Ref {
  readonly name: string;
  readonly sha: string;
  readonly type: string;
}

/** The refs that begin with `prefix` (a whole path part or not), sorted by name. */
export async function listRefs(directory: string, prefix: string): Promise<readonly Ref[]> {
  const out = await git(directory, ["for-each-ref", "--format=%(refname) %(objectname) %(objecttype)"]);
  return out.split("\n").flatMap((line) => {
    const [name, sha, type] = line.split(" ");
    if (name === undefined || sha === undefined || type === undefined || !name.startsWith(prefix)) return [];
    return [{ name, sha, type }];
  });
}

/** The commit at the tip of a branch. */
export async function branchHead(directory: string, branch: string): Promise<string | undefined> {
  return findCommit(directory, `refs/heads/${branch}`);
}

/** Whether `ancestor` is reachable from `commit`. */
export async function contains(directory: string, commit: string, ancestor: string): Promise<boolean> {
  const { code } = await tryGit(directory, ["merge-base", "--is-ancestor", ancestor, commit]);
  return code === 0;
}

/** Moves a ref if it still stands at `from` (all zeros: if it does not exist yet). False when it moved meanwhile. */
export async function moveRef(directory: string, name: string, to: string, from: string): Promise<boolean> {
  const { code } = await tryGit(directory, ["update-ref", name, to, from]);
  return code === 0;
}
