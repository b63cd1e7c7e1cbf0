import { expect, it } from "@jest/globals";

import { buildChangelog } from "./build-changelog.ts";
import { parseCommit } from "./parse-commit.ts";

// One made commit or more for each kind of difference from conventional-changelog and git-cliff that real histories
// have shown (docs/changelog.md, "Where other tools differ"), newest first.

interface Made {
  readonly message: string;
  readonly parents?: readonly string[];
}

const shaOf = (at: number) => at.toString(16).padStart(40, "0");

/** The section of each commit: the title, or why it is in none. */
function placesOf(commits: readonly Made[]): readonly string[] {
  const parsed = commits.map(({ message, parents }, at) =>
    parseCommit({
      sha: shaOf(at),
      parents: parents ?? [shaOf(at + 1)],
      author: { name: "Ines", email: "ines@acme.example" },
      committedAt: 1_767_225_600,
      message,
    }),
  );
  const { groups, ledger } = buildChangelog(parsed, { version: "1.0.0", date: "2026-01-01" });
  return parsed.map(({ commit: { sha } }) => {
    const titles = groups.filter(({ entries }) => entries.some((entry) => entry.sha === sha)).map(({ title }) => title);
    const hidden = ledger.lists.hidden.find((line) => line.sha === sha)?.reason;
    return titles.join(" + ") || (hidden ?? "untyped");
  });
}

const breaking = "⚠ Breaking Changes";

it.each<[string, readonly Made[], readonly string[]]>([
  [
    "what was taken back is not announced, when only its pull request names it",
    [{ message: 'Revert "feat: a basket (#1)" (#2)\n\nReverts acme/shop#1' }, { message: "feat: a basket (#1)" }],
    ["reverts a commit of this range", "reverted by 0000000"],
  ],
  [
    "git's own title of a revert is of the type revert",
    [{ message: 'Revert "fix: count once"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.' }],
    ["Reverts"],
  ],
  [
    "a merge whose commits tell the change is not told again",
    [
      { message: "Merge pull request #3 from acme/x\n\nfeat: a basket", parents: [shaOf(2), shaOf(1)] },
      { message: "feat: a basket", parents: [shaOf(2)] },
      { message: "fix: count once", parents: [] },
    ],
    ["merge: its commits tell the change", "Features", "Bug Fixes"],
  ],
  [
    "a pull request that was committed twice is told once",
    [{ message: "fix: count once (#4)" }, { message: "fix: count once (#4)" }],
    ["Bug Fixes", "the same change as another commit of #4"],
  ],
  [
    "a squash tells what asks for more than its title",
    [{ message: "chore: tidy (#5)\n\n* chore: tidy\n\n* fix: count once" }],
    ["Bug Fixes"],
  ],
  [
    "a squash whose title has no type is what its commits are",
    [{ message: "Use another linter (#6)\n\n* chore: use it\n\n* test: with it" }],
    ["the commits in it are of types that are not shown"],
  ],
  [
    "a breaking change is one wherever the specification finds it",
    [{ message: "chore!: drop Node 18" }, { message: "docs: all\n\nBREAKING-CHANGE: read it" }],
    [breaking, breaking],
  ],
  [
    "what breaks is told even when its header has no type",
    [
      { message: "feat!(web): promises\n\nBREAKING CHANGE: no callbacks" },
      { message: "New API\n\nBREAKING CHANGE: read it" },
    ],
    [breaking, breaking],
  ],
  [
    "prose about breaking changes breaks nothing",
    [{ message: "fix: x\n\nBreaking changes were avoided.\n\n* breaking change in v2 is gone" }],
    ["Bug Fixes"],
  ],
  [
    "a type may hold a dash; it is a word that begins with a letter",
    [{ message: "build-deps: x" }, { message: "2757472: Remove an alias" }, { message: "security.md: a typo" }],
    ['no section for type "build-deps"', "untyped", "untyped"],
  ],
  [
    "a scope may hold anything, and the type counts",
    [{ message: "feat(@acme/shop, web): x" }, { message: "fix(a(b)): y" }, { message: "fix(): z" }],
    ["Features", "Bug Fixes", "Bug Fixes"],
  ],
  [
    "a header needs a type, a colon, a space and a description",
    [{ message: "fix:count once" }, { message: "fix: " }, { message: "fix : count once" }],
    ["untyped", "untyped", "untyped"],
  ],
  [
    "a body that no grammar accepts loses no commit",
    [{ message: "feat: x\n\nunbalanced ( and more\nfoo(: bar\n#(" }],
    ["Features"],
  ],
])("%s", (_, commits, places) => {
  expect(placesOf(commits)).toEqual(places);
});
