import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { Commit } from "./commit.ts";
import { parseCommit } from "./parse-commit.ts";

const commit = (message: string, parents: readonly string[] = ["b".repeat(40)]): Commit => ({
  sha: "a".repeat(40),
  parents,
  author: { name: "Ada", email: "ada@example.org" },
  committedAt: 1_767_225_600,
  message,
});
const parse = (message: string, parents?: readonly string[]) => parseCommit(commit(message, parents));

describe("the examples of the specification", () => {
  it.each([
    [
      "feat: allow provided config object to extend other configs\n\nBREAKING CHANGE: `extends` key in config file is now used for extending other config files",
      { type: "feat", scope: undefined, breaking: true },
    ],
    ["feat!: send an email to the customer when a product is shipped", { type: "feat", breaking: true }],
    [
      "feat(api)!: send an email to the customer when a product is shipped",
      { type: "feat", scope: "api", breaking: true },
    ],
    [
      "feat!: drop support for Node 6\n\nBREAKING CHANGE: use JavaScript features not available in Node 6.",
      { breaking: true, breakingNotes: ["use JavaScript features not available in Node 6."] },
    ],
    [
      "docs: correct spelling of CHANGELOG",
      { type: "docs", description: "correct spelling of CHANGELOG", breaking: false },
    ],
    ["feat(lang): add Polish language", { type: "feat", scope: "lang", description: "add Polish language" }],
  ])("%s", (message, expected) => {
    expect(parse(message)).toMatchObject(expected);
  });

  it("keeps body and footers apart", () => {
    const parsed = parse(
      "fix: prevent racing of requests\n\nIntroduce a request id and a reference to latest request. Dismiss\nincoming responses other than from latest request.\n\nRemove timeouts which were used to mitigate the racing issue but are\nobsolete now.\n\nReviewed-by: Z\nRefs: #123\n",
    );

    expect(parsed.body).toMatch(/^Introduce[^]*obsolete now\.$/);
    expect(parsed.footers).toEqual([
      { token: "Reviewed-by", value: "Z" },
      { token: "Refs", value: "#123" },
    ]);
    expect(parsed.references).toMatchObject([{ kind: "issue", id: "123" }]);
  });

  it("reads the revert with references", () => {
    const { type, reverts } = parse(
      "revert: let us never again speak of the noodle incident\n\nRefs: 676104e, a215868",
    );

    expect(type).toBe("revert");
    expect(reverts?.shas).toEqual(["676104e", "a215868"]);
  });
});

describe("what other tools lose or read wrongly", () => {
  it("never loses a commit to its body", () => {
    expect(parse("fix: keep (this\n\nan unbalanced ( here\nand [there").type).toBe("fix");
  });

  it.each([
    ["BREAKING CHANGE: one\ntwo\n\nthree\nReviewed-by: Z", ["one\ntwo\n\nthree"]],
    ["BREAKING-CHANGE: dashed", ["dashed"]],
    ["prose\nBREAKING CHANGE: in the middle\n\nmore prose", ["in the middle\n\nmore prose"]],
    ["BREAKING CHANGE:\r\n\r\n* a\r\n* b", ["* a\n* b"]],
    ["BREAKING CHANGE: a\nBREAKING CHANGE: b", ["a", "b"]],
    ["breaking change: lower case is prose", []],
  ])("notes of %j", (body, notes) => {
    expect(parse(`fix: x\n\n${body}`).breakingNotes).toEqual(notes);
  });

  it("takes a paragraph with prose behind it as body", () => {
    const { body, footers } = parse("fix: x\n\nNote: not a footer\n\nprose\n\nRefs: #1");

    expect(body).toBe("Note: not a footer\n\nprose");
    expect(footers).toEqual([{ token: "Refs", value: "#1" }]);
  });

  it.each(["feat:no space", "feat: ", ": x", "just words", "Fix stuff: and more", "feat(api: x", "", "1fix: x"])(
    "is not conventional: %j",
    (message) => {
      expect(parse(message).type).toBeUndefined();
    },
  );

  it.each([
    ["FEAT(API): Shout", "feat", "API", "Shout"],
    ["feat(a(b)c): nested", "feat", "a(b)c", "nested"],
    ["feat(*): all", "feat", undefined, "all"],
    ["feat(): none", "feat", undefined, "none"],
    ["\n\nfix: after blank lines\r\n\r\nbody", "fix", undefined, "after blank lines"],
  ])("reads %j", (message, type, scope, description) => {
    expect(parse(message)).toMatchObject({ type, scope, description });
  });
});

describe("references", () => {
  it.each<[string, readonly object[]]>([
    ["feat: login (#12)", [{ kind: "pull-request", id: "12" }]],
    [
      "fix: x\n\ncloses #1, #2 and #3; see #4",
      [
        { id: "1", closes: true },
        { id: "2", closes: true },
        { id: "3", closes: true },
        { id: "4", closes: false },
      ],
    ],
    ["fix: x\n\nFixes acme/shop#7", [{ id: "7", repository: "acme/shop", closes: true }]],
    ["fix: x ABC-123 but not UTF-8 or SHA-256", [{ kind: "ticket", id: "ABC-123" }]],
    ["fix: &#8203; a#1 #x #12a", []],
  ])("%j", (message, expected) => {
    const { references } = parse(message);

    expect(references).toHaveLength(expected.length);
    expect(references).toMatchObject(expected);
  });

  it("cuts the number off a squash title", () => {
    expect(parse("feat: login (#12)")).toMatchObject({ description: "login", pullRequest: "12" });
  });

  it("names co-authors", () => {
    expect(
      parse("fix: x\n\nCo-authored-by: Bob B <bob@example.org>\nco-authored-by: Eve <eve@example.org>").coAuthors,
    ).toEqual([
      { name: "Bob B", email: "bob@example.org" },
      { name: "Eve", email: "eve@example.org" },
    ]);
  });
});

it.each([
  ["Merge pull request #5 from a/b\n\nfeat: login", { pullRequest: "5", message: "feat: login" }],
  ["Merge branch 'x' into 'main'\n\nfeat: y\n\nSee merge request a/b!9", { pullRequest: "9" }],
])("reads the merge %j", (message, merge) => {
  expect(parse(message, ["b".repeat(40), "c".repeat(40)]).merge).toMatchObject(merge);
});

it("never fails, whatever the message", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (message) => {
      expect(parse(message).header.includes("\n")).toBe(false);
    }),
  );
});

it.each([
  ["spaces", (n: number) => `feat${" ".repeat(n)}`],
  ["scopes", (n: number) => `feat(${")".repeat(n)}x`],
  ["hashes", (n: number) => `fix: x\n\n${"#".repeat(n)}`],
  ["numbers", (n: number) => `fix: x\n\n${"#1 ".repeat(n)}`],
  ["names", (n: number) => `fix: x\n\n${"a/".repeat(n)}#1`],
  ["co-authors", (n: number) => `fix: x\n\nCo-authored-by:${" ".repeat(n)}\n${"Co-authored-by: <".repeat(n)}`],
  ["tokens", (n: number) => `fix: x\n\n${"A-b: c\n".repeat(n)}`],
  ["tickets", (n: number) => `fix: x\n\n${"AB-".repeat(n)}`],
  ["reverts", (n: number) => `Revert "${'"'.repeat(n)}"\n\n${"This reverts commit ".repeat(n)}`],
])("takes linear time on many %s", (_, hostile) => {
  const start = process.cpuUsage();
  parse(hostile(200_000));
  const { user } = process.cpuUsage(start);

  // Linear: tens of milliseconds. Quadratic: 200,000² steps, minutes.
  expect(user / 1000).toBeLessThan(2000);
});
