import { git } from "./git.ts";

/** A commit as git has it. */
export interface GitCommit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

const FORMAT = ["%H", "%T", "%P", "%an", "%ae", "%aI", "%cn", "%ce", "%cI", "%B"].join("%x00");

function signature(name = "", email = "", date = ""): Signature {
  return { name, email, date: new Date(date).toISOString().replace(".000Z", "Z") };
}

/** The commits that `git log` lists for these arguments. */
export async function readLog(directory: string, args: readonly string[]): Promise<readonly GitCommit[]> {
  const out = await git(directory, ["log", `--format=${FORMAT}%x1e`, ...args]);
  return out.split("\u001e").flatMap((entry) => {
    const [sha = "", tree = "", parents = "", an, ae, ad, cn, ce, cd, message = ""] = entry
      .replace(/^\n/, "")
      .split("\0");
    if (sha === "") return [];
    return [
      {
        sha,
        tree,
        parents: parents.split(" ").filter((parent) => parent !== ""),
        author: signature(an, ae, ad),
        committer: signature(cn, ce, cd),
        message: message.trimEnd(),
      },
    ];
  });
}

/** One commit. */
export async function readCommit(directory: string, sha: string): Promise<GitCommit> {
  const [commit] = await readLog(directory, ["-1", sha, "--"]);
  if (commit === undefined) throw new Error(`No commit ${sha} in ${directory}`);
  return commit;
}

/** A file that differs between two trees. */
export interface FileChange {
  readonly path: string;
  readonly sha: string;
  readonly status: "added" | "removed" | "modified";
  readonly additions: number;
  readonly deletions: number;
}

const statuses: Readonly<Record<string, FileChange["status"]>> = { A: "added", D: "removed" };

/** The files that differ between two commits; `from` undefined means: everything in `to`. */
export async function readChanges(
  directory: string,
  from: string | undefined,
  to: string,
): Promise<readonly FileChange[]> {
  const trees = from === undefined ? ["--root", to] : [from, to];
  const options = ["diff-tree", "-r", "-z", "--no-commit-id", "--no-renames"];
  const numbers = (await git(directory, [...options, "--numstat", ...trees])).split("\0");
  const counts = new Map(
    numbers.map((line) => {
      const [added, deleted, path = ""] = line.split("\t");
      return [path, { additions: Number(added) || 0, deletions: Number(deleted) || 0 }] as const;
    }),
  );
  const raw = (await git(directory, [...options, "--raw", ...trees])).split("\0");
  const changes: FileChange[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const [, , before = "", after = "", letter = "M"] = (raw[index] ?? "").split(" ");
    const path = raw[index + 1] ?? "";
    const status = statuses[letter] ?? "modified";
    const count = counts.get(path) ?? { additions: 0, deletions: 0 };
    changes.push({ path, sha: status === "removed" ? before : after, status, ...count });
  }
  return changes;
}
