import { mkdir } from "node:fs/promises";
import path from "node:path";

import { ReleaseFault } from "#faults";
import { run } from "#process";

export interface Wanted {
  /** Web address of the repository, without credentials. */
  readonly url: string;
  /** Branch, tag, full ref or commit. */
  readonly ref: string;
  readonly directory: string;
  readonly token: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
}

/**
 * Brings a commit with the whole history here: every branch and tag, blobs only as they are needed where the host allows
 * that. The token travels by the environment of git and is left nowhere. May be repeated in the same folder.
 */
export async function checkOut(wanted: Wanted): Promise<string> {
  const git = gitOf(wanted);
  await mkdir(wanted.directory, { recursive: true });
  await git("prepare the folder", ["init", "--quiet"]);
  const known = await git("list remotes", ["remote"]);
  const verb = known.split("\n").includes("origin") ? "set-url" : "add";
  await git("name the remote", ["remote", verb, "origin", wanted.url]);
  // What a step before this one left here may be one commit deep: a changelog of that would be wrong.
  const shallow = (await git("look at the history", ["rev-parse", "--is-shallow-repository"])) === "true";
  const refspecs = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"];
  await git("fetch the history", [
    "fetch",
    "--quiet",
    "--force",
    "--prune",
    "--filter=blob:none",
    ...(shallow ? ["--unshallow"] : []),
    "origin",
    ...refspecs,
  ]);
  const sha = await commitOf(git, wanted.ref);
  await git(`check out ${wanted.ref}`, ["checkout", "--quiet", "--force", ...placeOf(wanted.ref, sha)]);
  return sha;
}

type Git = (what: string, args: readonly string[]) => Promise<string>;

function gitOf({ url, token, directory, env, signal }: Wanted): Git {
  const header = `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
  const own = {
    ...env,
    GITHUB_TOKEN: undefined,
    GIT_TERMINAL_PROMPT: "0",
    LC_ALL: "C",
    GIT_DIR: undefined,
    GIT_WORK_TREE: undefined,
    // The empty one drops those of files: actions/checkout leaves its own there, and GitHub refuses two.
    GIT_CONFIG_COUNT: "2",
    GIT_CONFIG_KEY_0: `http.${new URL(url).origin}/.extraHeader`,
    GIT_CONFIG_VALUE_0: "",
    GIT_CONFIG_KEY_1: `http.${new URL(url).origin}/.extraHeader`,
    GIT_CONFIG_VALUE_1: header,
  };
  return async (what, args) => {
    // The folder may belong to another user, as it does in a container.
    const safe = [
      "-c",
      `safe.directory=${path.resolve(directory)}`,
      "-c",
      "core.hooksPath=/dev/null",
      "-c",
      "gc.auto=0",
    ];
    const result = await run(["git", ...safe, ...args], { cwd: directory, env: own, signal });
    signal.throwIfAborted();
    if (result.exitCode === 0) return result.stdout.trim();
    throw new ReleaseFault("permission", `git could not ${what}: ${result.stderr.trim().split("\n").at(-1) ?? ""}`, {
      hint: `Check that the token may read ${url} (permissions: contents: read), and that the ref exists.`,
    });
  };
}

/** What people and workflows call a ref, in the order in which git itself would look. */
async function commitOf(git: Git, ref: string): Promise<string> {
  const short = ref.replace(/^refs\/(heads|tags)\//, "");
  const names = ref.startsWith("refs/heads/")
    ? [`refs/remotes/origin/${short}`]
    : ref.startsWith("refs/tags/")
      ? [ref]
      : [...(/^[0-9a-f]{40}([0-9a-f]{24})?$/.test(ref) ? [ref] : []), `refs/tags/${ref}`, `refs/remotes/origin/${ref}`];
  for (const name of names) {
    const sha = await git(`find ${ref}`, ["rev-parse", "--verify", "--quiet", `${name}^{commit}`]).catch(
      () => undefined,
    );
    if (sha !== undefined) return sha;
  }
  // A pull request's merge, or a commit that no branch holds: asked for by its own name.
  await git(`fetch ${ref}`, [
    "fetch",
    "--quiet",
    "--filter=blob:none",
    "origin",
    `+${ref}:refs/release-command/checkout`,
  ]);
  return git(`find ${ref}`, ["rev-parse", "--verify", "refs/release-command/checkout^{commit}"]);
}

/** A branch stays one, so that its name can be seen; everything else is a commit and no more. */
function placeOf(ref: string, sha: string): readonly string[] {
  return ref.startsWith("refs/heads/") ? ["-B", ref.slice("refs/heads/".length), sha] : ["--detach", sha];
}
