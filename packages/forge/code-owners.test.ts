import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { isTeam, loginOf, ownersOf, parseCodeOwners } from "./code-owners.ts";
import { matchesPath, parseOwnerPattern } from "./owner-pattern.ts";

/** The example of GitHub's documentation, "About code owners". */
const documented = String.raw`
# This is a comment.
# Each line is a file pattern followed by one or more owners.
*       @global-owner1 @global-owner2

*.js    @js-owner #This is an inline comment.
*.go docs@example.com
*.txt @octo-org/octocats
/build/logs/ @doctocat
docs/* docs@example.com
apps/ @octocat
/docs/ @doctocat
/scripts/ @doctocat @octocat
**/logs @octocat
/apps/ @octocat
/apps/github
`;

it.each<[string, readonly string[]]>([
  ["README", ["@global-owner1", "@global-owner2"]],
  ["deep/down/README", ["@global-owner1", "@global-owner2"]],
  ["src/app.js", ["@js-owner"]],
  ["main.go", ["docs@example.com"]],
  ["src/notes.txt", ["@octo-org/octocats"]],
  ["build/logs/a/b.txt", ["@octocat"]],
  ["lib/docs/x.md", ["@global-owner1", "@global-owner2"]],
  ["docs/x.md", ["@doctocat"]],
  ["docs/build-app/troubleshooting.md", ["@doctocat"]],
  ["lib/apps/x.md", ["@octocat"]],
  ["scripts/a/b.sh", ["@doctocat", "@octocat"]],
  ["scripts/logs/x", ["@octocat"]],
  ["deeply/nested/logs/x", ["@octocat"]],
  ["apps/main.rb", ["@octocat"]],
  ["apps/github", []],
  ["apps/github/main.rb", []],
])("GitHub's own example: %s", (path, owners) => {
  expect(ownersOf(parseCodeOwners(documented), path)).toEqual(owners);
});

it.each<[pattern: string, path: string, matches: boolean]>([
  ["docs/*", "docs/getting-started.md", true],
  ["docs/*", "docs/build-app/troubleshooting.md", false],
  ["docs/*", "lib/docs/a.md", false],
  ["/*", "README", true],
  ["/*", "src/README", false],
  ["*", "a/b/c", true],
  ["**", "a/b/c", true],
  ["docs/**", "docs/a/b", true],
  ["docs/**", "docs", false],
  ["a/**/z", "a/z", true],
  ["a/**/z", "a/b/c/z", true],
  ["a/**/z", "a/bz", false],
  ["**/foo/bar", "x/foo/bar/y", true],
  ["src", "lib/src/x", true],
  ["src/", "src", false],
  ["/src", "lib/src", false],
  ["src/lib", "lib/src/lib", false],
  ["*.Js", "a.js", false],
  ["a?c", "abc", true],
  ["a?c", "a/c", false],
  [String.raw`a\*c`, "a*c", true],
  [String.raw`a\*c`, "abc", false],
  [String.raw`my\ file.md`, "docs/my file.md", true],
  ["*a*b*c", "xaxbxc", true],
  ["*a*b*c", "xaxcxb", false],
  ["größe/*", "größe/😀", true],
  [".github/", ".github/workflows/x.yml", true],
])("%s and %s: %s", (pattern, path, matches) => {
  const parsed = parseOwnerPattern(pattern);

  expect(typeof parsed !== "string" && matchesPath(parsed, path)).toBe(matches);
});

it("skips lines that mean nothing to GitHub, and says which", () => {
  const text = [
    "\uFEFF*.md @ann",
    "[Documentation][2] @bob",
    "^[Optional] @bob",
    "!secret @bob",
    "src/[ab].ts @bob",
    String.raw`\#file @bob`,
    "*.ts bob",
    "*.ts @acme/ @bob",
    "// @bob",
    String.raw`with\ blank @cat # @bob`,
    "   # indented",
    "*.none",
  ].join("\r\n");

  const found = parseCodeOwners(text);

  expect(found.skipped.map((line) => line.slice(0, line.indexOf(":")))).toEqual(
    [2, 3, 4, 5, 6, 7, 8, 9].map((line) => `line ${line}`),
  );
  expect(found.rules.map(({ owners }) => owners)).toEqual([["@ann"], ["@cat"], []]);
});

it("does not load a file of 3 MB, as GitHub does not", () => {
  const size = 3 * 1024 * 1024;

  expect(parseCodeOwners(`* @ann\n${"#".repeat(size)}`).rules).toEqual([]);
  expect(parseCodeOwners(`* @ann\n${"#".repeat(size - 8)}`).rules).toHaveLength(1);
  expect(parseCodeOwners(`* @ann\n${String.raw`\a`.repeat(200_000)}`).skipped).toEqual([]);
});

it("knows users, teams and addresses", () => {
  expect(["@ann", "@acme/leads", "a@b.c", "1+ann@users.noreply.github.com"].map(loginOf)).toEqual([
    "ann",
    undefined,
    undefined,
    "ann",
  ]);
  expect(["@ann", "@acme/leads", "acme/leads", "a/b@c.d"].map(isTeam)).toEqual([false, true, true, false]);
});

describe("whatever is written in it", () => {
  const name = fc.stringMatching(/^[a-z.]{1,4}$/);
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join("/"));
  const pattern = fc.stringMatching(/^[a-c*?/\\.[!# ]{1,12}$/);

  it("any text is read, and every path has an answer", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii" }), path, (text, at) => {
        expect(Array.isArray(ownersOf(parseCodeOwners(text), at))).toBe(true);
      }),
    );
  });

  it("every line is a rule, skipped, or says nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(pattern, fc.constantFrom("@a", "@a/b", "x", ""))), (lines) => {
        const text = lines.map((line) => line.join(" "));
        const { rules, skipped } = parseCodeOwners(text.join("\n"));
        const silent = text.filter((line) => /^\s*(?:#|$)/.test(line)).length;
        expect(rules.length + skipped.length + silent).toBe(lines.length);
      }),
    );
  });

  it("the last rule wins over all before it", () => {
    fc.assert(
      fc.property(fc.array(pattern), path, (patterns, at) => {
        const before = patterns.map((text) => `${text} @before`).join("\n");
        expect(ownersOf(parseCodeOwners(`${before}\n* @last`), at)).toEqual(["@last"]);
      }),
    );
  });

  it("a path is matched by itself, by its name alone, and by each of its folders", () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 2, maxLength: 4 }), (names) => {
        const at = names.join("/");
        const patterns = [`/${at}`, names.at(-1) ?? "", ...names.slice(0, -1).map((folder) => `${folder}/`)];
        for (const text of patterns) expect(ownersOf(parseCodeOwners(`${text} @a`), at)).toEqual(["@a"]);
      }),
    );
  });

  it("a hostile pattern costs no time", () => {
    const parsed = parseOwnerPattern(`${"**/".repeat(200)}${"*a".repeat(200)}`);
    const at = `${"a/".repeat(300)}${"a".repeat(300)}b/c`;

    expect(typeof parsed !== "string" && matchesPath(parsed, at)).toBe(false);
  });
});
