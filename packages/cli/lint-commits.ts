import { readFile } from "node:fs/promises";
import path from "node:path";

import { lintCommit, logArguments, readCommits, type Commit, type MessageProblem } from "#changelog";
import type { ChangelogStyle } from "#config";
import { exitCode, ReleaseFault } from "#faults";
import { readClone, type CloneReader } from "#git";
import type { Surroundings } from "#stages";

import { sinceLastRelease } from "./since-last-release.ts";
import { installHook, strippedMessage } from "./commit-hook.ts";
import { styleHere } from "./style-here.ts";

/** Which messages are looked at, or where they are looked at from now on. */
export type LintTarget =
  | { readonly kind: "range"; readonly range?: string }
  | { readonly kind: "message"; readonly file: string }
  | { readonly kind: "install-hook" };

/** Says which commits do not follow Conventional Commits, with line and hint. Needs neither network nor token. */
export async function lintCommits(
  what: LintTarget,
  surroundings: Pick<Surroundings, "cwd" | "signal" | "env">,
  { print }: { readonly print: (text: string) => void },
): Promise<number> {
  if (what.kind === "install-hook") {
    print(await installHook(surroundings.cwd));
    return exitCode.ok;
  }
  const style = await styleHere(surroundings);
  if (what.kind === "message") return lintMessage(what.file, { cwd: surroundings.cwd, style }, print);
  const git = readClone({ directory: surroundings.cwd, signal: surroundings.signal });
  const range = what.range ?? sinceLastRelease(await git.tags("v"));
  if (range.includes("..") ? false : (await git.resolve(range)) === undefined) throw unknownRange(range);
  let looked = 0;
  let bad = 0;
  for await (const commits of readCommits(logOf(git, range))) {
    for (const commit of commits) {
      looked += 1;
      const problems = lintCommit(commit, style);
      if (problems.length === 0) continue;
      bad += 1;
      print(told(commit.sha.slice(0, 7), commit, problems));
    }
  }
  const all = looked === 1 ? "1 commit" : `${looked} commits`;
  print(
    bad === 0 ? `${all} in ${range}: all follow Conventional Commits.\n` : `${bad} of ${all} in ${range} do not.\n`,
  );
  return bad === 0 ? exitCode.ok : exitCode.failed;
}

async function* logOf(git: CloneReader, range: string): AsyncIterable<Buffer> {
  try {
    yield* git.log(logArguments(range));
  } catch (thrown) {
    throw unknownRange(range, thrown);
  }
}

function unknownRange(range: string, cause?: unknown): ReleaseFault {
  return new ReleaseFault("input", `There are no commits ${range} in this clone`, {
    hint: "Example: release lint-commits v2.4.0..HEAD",
    cause,
  });
}

async function lintMessage(
  file: string,
  { cwd, style }: { readonly cwd: string; readonly style: ChangelogStyle },
  print: (text: string) => void,
): Promise<number> {
  const text = await readFile(path.resolve(cwd, file), "utf8").catch((thrown: unknown) => {
    throw new ReleaseFault("input", `The message ${file} cannot be read`, {
      hint: "Example: release lint-commits --message=.git/COMMIT_EDITMSG",
      cause: thrown,
    });
  });
  const message = await strippedMessage(cwd, text);
  // Git ends an empty commit itself; what is to be squashed away keeps the header of its target.
  if (message.trim() === "" || /^(fixup|squash|amend)! /.test(message)) return exitCode.ok;
  const commit = { sha: "", parents: [], author: { name: "", email: "" }, committedAt: 0, message };
  // The parents of a commit that is being made are not known here; git's own words for a merge are.
  const problems = /^Merge (branch|tag|commit|remote-tracking branch|pull request) /.test(message)
    ? []
    : lintCommit(commit, style);
  if (problems.length === 0) return exitCode.ok;
  print(told("this commit", commit, problems));
  return exitCode.failed;
}

function told(name: string, { message }: Commit, problems: readonly MessageProblem[]): string {
  const [header = ""] = message.trimStart().split("\n");
  const lines = problems.flatMap(({ line, problem, hint }) => [`  line ${line}: ${problem}`, `    ${hint}`]);
  return `${[`${name} ${printable(header)}`, ...lines.map(printable)].join("\n")}\n`;
}

/** A message cannot move the cursor or ring the bell of whoever reads it. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "·");
}
