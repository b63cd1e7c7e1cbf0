import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { ReleaseFault } from "#faults";
import { run } from "#process";

const marker = "# release lint-commits: hook of this clone";
const launcher = path.resolve(import.meta.dirname, "../../bin/release.js");

/**
 * Makes every new commit of this clone be looked at. Somebody's own hook is never overwritten: a fault says the line to
 * add to it. Returns what to tell, how to remove it again included.
 */
export async function installHook(cwd: string): Promise<string> {
  await refuseSharedHooks(cwd);
  const hooks = await git(cwd, ["rev-parse", "--path-format=absolute", "--git-path", "hooks"]);
  const file = path.join(hooks, "commit-msg");
  await mkdir(hooks, { recursive: true });
  const done = `Every new commit of this clone is checked by ${file}.\nRemove it with: rm ${quoted(file)}\n`;
  try {
    // `wx` looks and writes in one: a hook that appears meanwhile is somebody's too.
    await writeFile(file, script(), { flag: "wx", mode: 0o755 });
    return done;
  } catch (thrown) {
    if (!/EEXIST/.test(String(Reflect.get(Object(thrown), "code")))) throw unwritable(file, thrown);
  }
  const there = await readFile(file, "utf8").catch(() => "");
  if (!there.includes(marker)) throw taken(file);
  await writeFile(file, script(), { mode: 0o755 });
  return done;
}

/** The words of a message without what git takes out of it: comments, and all below the scissors. */
export async function strippedMessage(cwd: string, text: string): Promise<string> {
  const [above = ""] = text.split(/^. -+ >8 -+$/m);
  const { exitCode, stdout } = await run(["git", "stripspace", "--strip-comments"], { cwd, input: above });
  return exitCode === 0 ? stdout : above;
}

/** Folders that more than this clone looks into are not ours to write. */
async function refuseSharedHooks(cwd: string): Promise<void> {
  const { stdout } = await run(["git", "config", "--get", "core.hooksPath"], { cwd });
  const folder = stdout.trim();
  if (folder === "") return;
  throw new ReleaseFault("policy", `The hooks of this clone are kept in ${folder} (core.hooksPath)`, {
    hint: `Nothing was written. Add to its commit-msg: ${call()}`,
  });
}

function taken(file: string): ReleaseFault {
  return new ReleaseFault("policy", `There is a hook already: ${file}`, {
    hint: `Nothing was written. Add this line to it: ${call()}`,
  });
}

function unwritable(file: string, cause: unknown): ReleaseFault {
  return new ReleaseFault("input", `The hook ${file} cannot be written`, {
    hint: "Look at the permissions of that folder.",
    cause,
  });
}

function call(): string {
  return `${quoted(process.execPath)} ${quoted(launcher)} lint-commits --message="$1"`;
}

/** A tool that was removed must not keep people from committing. */
function script(): string {
  return `#!/bin/sh
${marker}. Remove it: rm "$0"
if [ ! -f ${quoted(launcher)} ] || [ ! -x ${quoted(process.execPath)} ]; then
  echo "release is not where it was: this message was not checked. Install the hook again, or: rm $0" >&2
  exit 0
fi
${call()} >&2 && exit 0
echo "Nothing was committed. To commit all the same: git commit --no-verify" >&2
exit 1
`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

async function git(cwd: string, args: readonly string[]): Promise<string> {
  const { exitCode, stdout, stderr } = await run(["git", ...args], { cwd });
  if (exitCode === 0) return stdout.trim();
  throw new ReleaseFault("input", `This is no clone: ${stderr.trim().split("\n", 1)[0] ?? ""}`, {
    hint: "Run it in a clone, or name one. Example: --directory=../shop",
  });
}
