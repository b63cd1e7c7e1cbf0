import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { buildChangelog, type ChangelogOptions } from "./build-changelog.ts";
import { parseCommit } from "./parse-commit.ts";

const options: ChangelogOptions = { version: "2.5.0", date: "2026-01-01" };

/** A history of one commit. */
const build = (message: string, more: Partial<ChangelogOptions> = {}, parents = ["b".repeat(40)]) =>
  buildChangelog(
    [
      parseCommit({
        sha: "a".repeat(40),
        parents,
        author: { name: "Ada", email: "ada@example.org" },
        committedAt: 1_767_225_600,
        message,
      }),
    ],
    { ...options, ...more },
  );
const listed = (...args: Parameters<typeof build>) =>
  build(...args).groups.flatMap(({ title, entries }) => entries.map(({ description }) => `${title}: ${description}`));

const github = [
  "feat: login (#5)",
  "",
  "* feat: add form",
  "",
  "* fix(form): keep the typo",
  "",
  "with a body",
  "",
  "* wip",
  "",
  "---------",
  "",
  "Co-authored-by: Bob <bob@example.org>",
].join("\n");

describe("what a squashed pull request tells", () => {
  it.each<[string, string, readonly string[]]>([
    ["its title stands for its commits", github, ["Features: login"]],
    [
      "a commit that asks for more than the title is told too",
      "fix: login (#5)\n\n* feat!: drop the old form\n\n* fix: x",
      ["⚠ Breaking Changes: drop the old form", "Bug Fixes: login"],
    ],
    [
      "its commits speak when the title says nothing",
      "Login (#5)\n\n* feat: add form\n\n* fix: focus\n\n* wip",
      ["Features: add form", "Bug Fixes: focus"],
    ],
    [
      "plain lines are commits too",
      "Login (#5)\n\nfeat: add form\nfix: focus\n",
      ["Features: add form", "Bug Fixes: focus"],
    ],
    ["a title of a hidden type hides nothing", "chore: all (#5)\n\n* feat: add form", ["Features: add form"]],
    ["one change is told once", "Login (#5)\n\n* feat: Form\n\n* feat: form", ["Features: Form"]],
    ["footers are no commits", "fix: login (#5)\n\nRefs: #1\nReviewed-by: Z", ["Bug Fixes: login"]],
  ])("%s", (_, message, expected) => {
    expect(listed(message)).toEqual(expected);
  });

  it("tells each commit where the team wants that", () => {
    expect(listed(github, { squash: "commits" })).toEqual([
      "Features: add form",
      "Features: login",
      "Bug Fixes: keep the typo",
    ]);
  });

  it("asks for what its commits ask for, and stays one commit of the ledger", () => {
    const { bump, ledger, contributors } = build("Login (#5)\n\n* feat: a\n\n* fix: b");

    expect(bump).toBe("minor");
    expect(ledger).toMatchObject({ commits: 1, inNotes: 1 });
    expect(contributors).toMatchObject([{ name: "Ada", commits: 1 }]);
  });

  it("lets a list in an ordinary commit be a list", () => {
    expect(listed("docs: list\n\n* feat: not a commit")).toEqual([]);
  });

  it("is told by what the merge brought, not by the body of the merge", () => {
    expect(
      listed("Merge pull request #5 from a/b\n\nLogin\n\n* feat: form", {}, ["b".repeat(40), "c".repeat(40)]),
    ).toEqual([]);
  });

  it("never fails to account for a commit, whatever the body", () => {
    const piece = fc.constantFrom(
      "* feat: a",
      "* wip",
      "fix: b",
      "",
      "-----",
      "* fix!: c",
      "BREAKING CHANGE: d",
      "* chore: e",
      "prose",
    );
    fc.assert(
      fc.property(fc.constantFrom("feat: t (#1)", "T (#1)", "chore: t (#1)"), fc.array(piece), (title, body) => {
        const { ledger, groups, bump } = build([title, "", ...body].join("\n"));

        expect(ledger.inNotes + ledger.hidden + ledger.unconventional).toBe(1);
        // What asks for a release is in the notes.
        expect(bump === undefined).toBe(groups.length === 0);
      }),
    );
  });
});
