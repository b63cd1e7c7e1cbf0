import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { buildChangelog, type ChangelogOptions } from "./build-changelog.ts";
import type { Commit } from "./commit.ts";
import { parseCommit } from "./parse-commit.ts";

const options: ChangelogOptions = {
  version: "2.5.0",
  date: "2026-01-01",
  repositoryUrl: "https://github.com/acme/shop",
  previousTag: "v2.4.0",
};

/** A history, newest first, from short names: `[name, message, parents]`; without parents each follows the next. */
type Short = readonly [name: string, message: string, parents?: string];
const shaOf = (name: string) => Buffer.from(name.padEnd(20, "_")).toString("hex");

function historyOf(shorts: readonly Short[]): readonly Commit[] {
  return shorts.map(([name, message, parents], at) => ({
    sha: shaOf(name),
    parents: (parents?.split(" ") ?? [shorts[at + 1]?.[0] ?? "root"]).map(shaOf),
    author: { name: "Ada", email: "7+ada@users.noreply.github.com" },
    committedAt: 1_767_225_600,
    message,
  }));
}

const build = (shorts: readonly Short[], more: Partial<ChangelogOptions> = {}) =>
  buildChangelog(
    historyOf(shorts).map((commit) => parseCommit(commit)),
    { ...options, ...more },
  );
const listed = (shorts: readonly Short[]) =>
  build(shorts).groups.flatMap(({ entries }) => entries.map(({ description }) => description));

it("groups, links and thanks", () => {
  const { markdown, bump, ledger, warnings } = build(
    [
      ["d", "feat(api)!: drop v1 (#12)\n\nBREAKING CHANGE: use v2\n- first\n- second"],
      ["c", "fix: rounding, see #8 and SHOP-3\n\nCloses #9\nCo-authored-by: Bob <bob@example.org>"],
      ["b", "chore: tidy"],
      ["a", "feat: basket"],
    ],
    { knownAuthors: new Set(["bob@example.org"]), ticketUrl: "https://tickets.example/{id}" },
  );
  const repository = "https://github.com/acme/shop";
  const commit = (name: string) => `([${shaOf(name).slice(0, 7)}](${repository}/commit/${shaOf(name)}))`;

  expect(markdown).toBe(`## [2.5.0](${repository}/compare/v2.4.0...v2.5.0) (2026-01-01)

### ⚠ Breaking Changes

- **api:** drop v1 ([#12](${repository}/pull/12)) ${commit("d")}

  use v2
  - first
  - second

### Features

- basket ${commit("a")}

### Bug Fixes

- rounding, see [#8](${repository}/issues/8) and [SHOP-3](https://tickets.example/SHOP-3) ([#9](${repository}/issues/9)) ${commit("c")}

### Contributors

[Ada](https://github.com/ada), Bob

First contribution: [Ada](https://github.com/ada)

*4 commits: 3 grouped above, 1 of types that are not shown.*
`);
  expect({ bump, warnings }).toEqual({ bump: "major", warnings: [] });
  expect(ledger).toMatchObject({ commits: 4, inNotes: 3, hidden: 1, unconventional: 0 });
});

describe("reverts", () => {
  const revert = (name: string, title: string): string => `Revert "${title}"\n\nThis reverts commit ${shaOf(name)}.`;

  it.each<[string, readonly Short[], readonly string[]]>([
    [
      "git's own form",
      [
        ["c", revert("b", "feat: b")],
        ["b", "feat: b"],
        ["a", "fix: a"],
      ],
      ["a"],
    ],
    [
      "a revert of the revert",
      [
        ["d", `Reapply "feat: b"\n\nThis reverts commit ${shaOf("c")}.`],
        ["c", revert("b", "feat: b")],
        ["b", "feat: b"],
      ],
      ["b"],
    ],
    [
      "revert: with Refs",
      [
        ["d", `revert: both\n\nRefs: ${shaOf("bb").slice(0, 9)}, ${shaOf("a")}`],
        ["bb", "feat: b"],
        ["a", "feat: a"],
      ],
      [],
    ],
    [
      "a forge's form",
      [
        ["c", 'Revert "feat: b (#1)" (#2)\n\nReverts acme/shop#1'],
        ["b", "feat: b (#1)"],
      ],
      [],
    ],
    [
      "no sha at all",
      [
        ["c", 'Revert "feat: b"'],
        ["b", "feat: b (#1)"],
      ],
      [],
    ],
    ["of something released before", [["c", revert("old", "feat: old")]], ["feat: old"]],
    [
      "of a merge, with all that it brought",
      [
        ["m2", revert("m1", "Merge branch 'x'"), "m1"],
        ["m1", "Merge branch 'x'", "a x2"],
        ["x2", "feat: two", "x1"],
        ["x1", "feat: one", "a"],
        ["a", "fix: a"],
      ],
      ["a"],
    ],
  ])("%s", (_, history, expected) => {
    expect(listed(history)).toEqual(expected);
  });

  it("does not bump for what was taken back", () => {
    const { bump } = build([
      ["c", revert("b", "feat!: b")],
      ["b", "feat!: b"],
      ["a", "fix: a"],
    ]);

    expect(bump).toBe("patch");
  });
});

describe("merges tell a change once", () => {
  it.each<[string, readonly Short[], readonly string[]]>([
    [
      "by its commits",
      [
        ["m", "Merge pull request #5 from x/y\n\nfeat: login", "a x1"],
        ["x1", "feat: add form", "a"],
      ],
      ["add form"],
    ],
    [
      "by the title, when the commits say nothing",
      [
        ["m", "Merge pull request #5 from x/y\n\nfeat: login", "a x1"],
        ["x1", "wip", "a"],
      ],
      ["login"],
    ],
    [
      "by the title, when it says more",
      [
        ["m", "feat!: login (#5)", "a x1"],
        ["x1", "fix: form", "a"],
      ],
      ["login", "form"],
    ],
    [
      "by the title, when the commits are not in the range",
      [
        ["m", "Merge pull request #5 from x/y\n\nfix: z", "a x1"],
        ["a", "docs: a", "0"],
      ],
      ["z"],
    ],
    [
      "through merges in merges",
      [
        ["m", "Merge branch 'x'\n\nfeat: all", "a n"],
        ["n", "Merge branch 'y' into x", "x1 y1"],
        ["y1", "feat: y"],
        ["x1", "wip", "a"],
        ["a", "docs: a", "0"],
      ],
      ["y"],
    ],
    [
      "and a cherry-pick of the same pull request",
      [
        ["b", "fix: one (#4)"],
        ["a", "fix: one (#4)"],
      ],
      ["one"],
    ],
  ])("%s", (_, history, expected) => {
    expect(listed(history)).toEqual(expected);
  });

  it("gives the commits the number of the pull request that brought them", () => {
    const { markdown } = build([
      ["m", "Merge pull request #5 from x/y", "a x1"],
      ["x1", "feat: add form", "a"],
    ]);

    expect(markdown).toContain("- add form ([#5](https://github.com/acme/shop/pull/5))");
  });
});

it("lets an inner merge keep what it brought", () => {
  const { markdown } = build([
    ["m", "Merge pull request #9 from x", "a n"],
    ["n", "Merge pull request #8 from y", "x1 y1"],
    ["y1", "feat: inner", "a"],
    ["x1", "feat: outer", "a"],
    ["a", "docs: a", "0"],
  ]);

  expect(markdown).toMatch(/- inner \(\[#8\][^]*- outer \(\[#9\]/);
});

describe("commits that follow no convention", () => {
  it("makes a basic log and a warning when there is nothing else", () => {
    const { markdown, warnings, bump } = build([
      ["b", "Fix the thing"],
      ["a", "Add stuff (#3)"],
    ]);

    expect(markdown).toMatch(/### Commits\n\n- Fix the thing \(.*\n- Add stuff \(\[#3\]/);
    expect(warnings).toEqual([expect.stringMatching(/^No conventional commits found/)]);
    expect(bump).toBeUndefined();
  });

  it("names them when they are few among many", () => {
    const { warnings, ledger } = build([
      ["b", "Fix \u001b[31mthe thing"],
      ["a", "feat: a"],
    ]);

    expect(warnings).toEqual([
      expect.stringMatching(/^1 of 2 commits .* listed without a group: \w{7} Fix \[31mthe thing\.$/),
    ]);
    expect(ledger.lists.unconventional).toMatchObject([{ sha: shaOf("b") }]);
  });

  it.each<[string, readonly Short[]]>([
    ["no commits", []],
    ["only hidden ones", [["a", "chore: a"]]],
  ])("says so when users see nothing: %s", (_, history) => {
    expect(build(history).markdown).toContain("No changes that users see.");
  });
});

it.each([
  ["git@github.com:acme/shop.git", "https://github.com/acme/shop/pull/1"],
  ["ssh://git@github.com:22/acme/shop", "https://github.com/acme/shop/pull/1"],
  ["https://user:secret@github.com/acme/shop.git/", "https://github.com/acme/shop/pull/1"],
  ["https://gitlab.example.org/a/b/c", "https://gitlab.example.org/a/b/c/-/merge_requests/1"],
  ["/srv/shop.git", "- x (#1) ("],
])("links for a repository at %s", (repositoryUrl, expected) => {
  const { markdown } = build([["a", "feat: x (#1)"]], { repositoryUrl });

  expect(markdown).toContain(expected);
  expect(markdown).not.toContain("secret");
});

describe("hostile text", () => {
  it.each([
    ["# heading", "\\# heading"],
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["[x](javascript:1) ![y](z)", "\\[x\\](javascript:1) !\\[y\\](z)"],
    ["thanks @team and a@b.c", "thanks @&#8203;team and a@&#8203;b.c"],
    ["keep `a < b` code, ``not`` this`", "keep `a < b` code, \\`\\`not\\`\\` this\\`"],
    ["\\`<b>`", "\\\\`<b>`"],
    ["**bold** _it_ snake_case", "\\*\\*bold\\*\\* \\_it\\_ snake_case"],
    ["1. list", "1\\. list"],
    ["&lt;b&gt;", "&amp;lt;b&amp;gt;"],
    ["a\u202eb\u0007c", "abc"],
  ])("%j is shown as it is", (text, expected) => {
    expect(build([["a", `feat: ${text}`]]).markdown).toContain(`- ${expected} ([`);
  });

  const nasty = fc.array(
    fc.oneof(
      fc.constantFrom(
        "\n",
        "\n\n",
        "# x",
        "## 9.9.9",
        "```",
        "~~~",
        "`",
        "<!--",
        "<div>",
        "---",
        "===",
        "- ",
        "> ",
        "    ",
        "\t",
        "[a]: b",
        "@team",
        "\\",
      ),
      fc.constantFrom(
        "feat: ",
        "fix(a)!: ",
        "BREAKING CHANGE: ",
        "Refs: #1",
        'Revert "',
        "This reverts commit ",
        "|",
        "*",
        "\u2028",
        "\r",
        "\u0085",
      ),
      fc.string({ unit: "binary", maxLength: 12 }),
    ),
    { maxLength: 12 },
  );

  it("loses no commit and never leaves its own item", () => {
    const allowed =
      /^(?:## \[2\.5\.0\]\(.*\) \(2026-01-01\)|### (?:⚠ Breaking Changes|Features|Bug Fixes|Performance Improvements|Reverts|Commits|Other Changes|Contributors)|\*\d+ commits?: \d+ grouped above[a-z0-9, ]*\.\*|No changes that users see\.|)$/u;
    fc.assert(
      fc.property(fc.array(nasty, { maxLength: 6 }), (texts) => {
        const history = texts.map((parts, at): Short => [`c${at}`, parts.join("")]);

        const { markdown, ledger, groups } = build(history);

        expect(ledger.commits).toBe(texts.length);
        expect(ledger.inNotes + ledger.hidden + ledger.unconventional).toBe(texts.length);
        expect(Object.values(ledger.hiddenBy).reduce((sum, count) => sum + count, 0)).toBe(ledger.hidden);
        expect(groups.reduce((sum, { entries }) => sum + entries.length, 0)).toBeGreaterThanOrEqual(ledger.inNotes);
        const [notes = ""] = markdown.split("### Contributors");
        for (const line of notes.split(/\r\n|[\n\r\u2028\u2029\u0085]/)) {
          if (allowed.test(line)) continue;
          expect(line).toMatch(/^(?:- | {2}\S)/);
          expect(line).not.toMatch(/^(?: {2})?(?:- )?(?:#{1,6}(?:\s|$)|```|~~~|===|---|>|<|\[[^\]]*\]:)/);
          expect(line.replaceAll(/`[^`]*`/g, "")).not.toMatch(/<|(?<!\\)`|@[A-Za-z0-9]/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("gives the same text for the same commits", () => {
    fc.assert(
      fc.property(fc.array(nasty, { maxLength: 6 }), (texts) => {
        const history = texts.map((parts, at): Short => [`c${at}`, parts.join("")]);

        expect(build(history).markdown).toBe(build(history).markdown);
      }),
    );
  });
});
