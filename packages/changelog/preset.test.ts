import { expect, it } from "@jest/globals";
import { defaultCommitTypes } from "./commit-types.ts";
import { buildChangelog } from "./build-changelog.ts";
import type { Commit } from "./commit.ts";
import { parseCommit } from "./parse-commit.ts";
import createPreset, { DEFAULT_COMMIT_TYPES } from "conventional-changelog-conventionalcommits";
import { writeChangelogString } from "conventional-changelog-writer";
import { CommitParser } from "conventional-commits-parser";

// The same commits through conventional-changelog's own parser, preset and writer.
// oxlint-disable-next-line typescript/no-explicit-any -- the preset ships no types
const preset = (createPreset as any)();

async function presetSections(messages: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const parser = new CommitParser(preset.parser);
  const commits = messages.map((message, at) => ({ ...parser.parse(message), hash: shaOf(at) }));
  return sectionsOf(await writeChangelogString(commits, { version: "2.5.0", date: "2026-01-01" }, preset.writer));
}

async function ourSections(messages: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const commits = messages.map((message, at): Commit => ({
    sha: shaOf(at),
    parents: ["f".repeat(40)],
    author: { name: "", email: "" },
    committedAt: 1_767_225_600,
    message,
  }));
  return sectionsOf(
    buildChangelog(
      commits.map((commit) => parseCommit(commit)),
      { version: "2.5.0", date: "2026-01-01" },
    ).markdown,
  );
}

const shaOf = (at: number) => at.toString(16).padStart(40, "0");

/** Headings with their items, cut down to scope and text. */
function sectionsOf(markdown: string): Readonly<Record<string, readonly string[]>> {
  const sections: Record<string, string[]> = {};
  let title = "";
  for (const line of markdown.split("\n")) {
    if (line.startsWith("### ")) title = line.slice(4);
    const item = /^[*-] (.*?)(?: \([0-9a-f]{7}\)| [0-9a-f]{7}(?=,|$).*)?$/.exec(line)?.[1];
    if (item !== undefined) (sections[title] ??= []).push(item.trim());
  }
  // Its order within a section is by scope or by text, whichever both have; ours is always by scope, then text.
  for (const items of Object.values(sections)) items.sort();
  return sections;
}

it("reads its table", () => {
  expect(defaultCommitTypes.map(({ type }) => type)).toEqual(
    expect.arrayContaining(["feat", "fix", "perf", "revert", "chore"]),
  );
});

it("groups as the preset does", async () => {
  const messages = [
    "feat: b",
    "feat(web): a",
    "feature: c",
    "fix(api): d",
    "fix: e",
    "perf: f",
    "docs: g",
    "chore(deps): h",
    "refactor: i",
    "unknown: j",
    "no convention",
    "FIX: k",
  ];

  // The preset drops what has no type; here it is listed last.
  expect(await ourSections(messages)).toEqual({
    ...(await presetSections(messages)),
    "Other Changes": ["no convention"],
  });
});

// Where we differ on purpose.
it("tells a breaking change once, with what to do, and not in two sections", async () => {
  const messages = ["feat(api)!: drop v1\n\nBREAKING CHANGE: use v2"];

  expect(await presetSections(messages)).toEqual({
    "⚠ BREAKING CHANGES": ["**api:** use v2"],
    Features: ["**api:** drop v1"],
  });
  expect(await ourSections(messages)).toEqual({ "⚠ Breaking Changes": ["**api:** drop v1"] });
});

it("cancels the revert that a forge writes, where the preset announces what is gone", async () => {
  const messages = ['Revert "feat: x (#1)" (#2)\n\nReverts acme/shop#1', "feat: x (#1)"];

  expect(await presetSections(messages)).toHaveProperty("Features");
  expect(await ourSections(messages)).toEqual({});
});

it("cancels git's own revert, as the preset does", async () => {
  const messages = [`Revert "feat: x"\n\nThis reverts commit ${shaOf(1)}.`, "feat: x"];

  expect(await presetSections(messages)).toEqual({});
  expect(await ourSections(messages)).toEqual({});
});

it("knows the types and sections of the preset", () => {
  expect(defaultCommitTypes).toEqual(DEFAULT_COMMIT_TYPES);
});
