import { treesOf, type Login, type PlannedCommit, type Tree } from "./history.ts";

const HOUR_MS = 3_600_000;
/** The younger a commit the closer to now: the last one was made an hour ago, each before it seven hours earlier. */
const PACE_MS = 7 * HOUR_MS;

const people: Readonly<Record<Login, string>> = {
  sarah: "Sarah Lindqvist <sarah@acme.example>",
  aisha: "Aisha Rahman <aisha@acme.example>",
  marcus: "Marcus Weber <marcus@acme.example>",
  ines: "Ines Duarte <ines@acme.example>",
};

/**
 * The history as a stream for `git fast-import`: `develop` holds the work, `main` a merge commit for each release, which
 * `develop` goes on from (git-flow). Ends with both branches and the annotated tags.
 */
export function fastImport(commits: readonly PlannedCommit[], last: Tree, now: number): string {
  const trees = treesOf(commits, last);
  const lines: string[] = ["feature done\n"];
  const heads: { main?: string; develop?: string } = {};
  commits.forEach((commit, index) => {
    const seconds = Math.floor((now - HOUR_MS - (commits.length - 1 - index) * PACE_MS) / 1000);
    const who = (person: Login, later = 0) => `${people[person]} ${seconds + later} +0000`;
    const mark = `:${2 * index + 1}`;
    lines.push(
      commitText({ mark, branch: "develop", who: who(commit.author), message: commit.message, from: heads.develop }),
      treeText(trees[index] ?? last),
    );
    heads.develop = mark;
    // The first commit is where both branches come from.
    heads.main ??= mark;
    if (commit.release === undefined) return;
    const merge = `:${2 * index + 2}`;
    const message = `Merge branch 'release/${commit.release.slice(1)}'`;
    lines.push(
      commitText({ mark: merge, branch: "main", who: who("sarah", 600), message, from: heads.main, merge: mark }),
    );
    lines.push(treeText(trees[index] ?? last));
    lines.push(
      `tag ${commit.release}\nfrom ${merge}\ntagger ${who("sarah", 660)}\n${data(`Release ${commit.release}`)}`,
    );
    Object.assign(heads, { main: merge, develop: merge });
  });
  for (const [branch, mark] of Object.entries(heads)) lines.push(`reset refs/heads/${branch}\nfrom ${mark}\n\n`);
  return `${lines.join("")}done\n`;
}

function commitText(commit: {
  readonly mark: string;
  readonly branch: string;
  readonly who: string;
  readonly message: string;
  readonly from: string | undefined;
  readonly merge?: string;
}): string {
  const { mark, branch, who, message, from, merge } = commit;
  return [
    `commit refs/heads/${branch}\nmark ${mark}\nauthor ${who}\ncommitter ${who}\n`,
    data(message),
    from === undefined ? "" : `from ${from}\n`,
    merge === undefined ? "" : `merge ${merge}\n`,
    "deleteall\n",
  ].join("");
}

function treeText(tree: Tree): string {
  return `${[...tree].map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`).join("")}\n`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
