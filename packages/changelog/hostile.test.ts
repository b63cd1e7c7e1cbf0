import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { CommitParser } from "conventional-commits-parser";
import { marked, type Token } from "marked";

import { buildChangelog } from "./build-changelog.ts";
import type { Commit } from "./commit.ts";
import { parseCommit } from "./parse-commit.ts";

// Whoever may push a commit writes a part of the notes. Whatever they write stays text inside its own item.

const hostile = fc.constantFrom(
  "\n",
  "\r\n",
  "\n\n",
  "\u2028",
  "\u0085",
  "\0",
  "\u001b[2J",
  "## 9.9.9",
  "### Features",
  "* feat: ",
  "- ",
  "1. ",
  "> ",
  "---",
  "===",
  "```",
  "`",
  "``",
  "~~~",
  "<script>",
  "</details>",
  "<!--",
  "-->",
  "<img src=x onerror=a>",
  "&lt;",
  "&#64;x",
  "@acme/everyone",
  "@user",
  "`@user`",
  "![x](http://evil.example/x)",
  "[x](javascript:a)",
  "[x]: http://evil.example",
  "](",
  "\\",
  "|",
  "$x$",
  "::error file=a::x",
  "##[error]x",
  "::set-output name=a::b",
  "BREAKING CHANGE: ",
  "BREAKING-CHANGE: x",
  "This reverts commit 0000000.",
  'Revert "',
  "(#1)",
  "Closes #2",
  "Co-authored-by: Eve <eve@evil.example>",
  "fix: ",
  "feat(web)!: ",
  "chore: ",
  "(",
  ")",
  "!",
  ":",
  " ",
  "\t",
  "a",
  "\u202e",
  "*",
  "_",
  "#",
);
const message = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: hostile }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) }),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(""));
const shaOf = (at: number) => at.toString(16).padStart(40, "0");

const history = fc
  .array(fc.record({ message, name: message, merge: fc.boolean() }), { minLength: 1, maxLength: 6 })
  .map((made) =>
    made.map(({ message: text, name, merge }, at): Commit => ({
      sha: shaOf(at),
      parents: merge ? [shaOf(at + 1), shaOf(at + 2)] : [shaOf(at + 1)],
      author: { name, email: "eve@evil.example" },
      committedAt: 0,
      message: text,
    })),
  );

const notesOf = (commits: readonly Commit[], more = {}) =>
  buildChangelog(
    commits.map((commit) => parseCommit(commit)),
    { version: "1.2.3", date: "2026-01-01", ...more },
  );

const linked = { repositoryUrl: "https://github.com/acme/shop", ticketUrl: "https://acme.example/{id}" };

it("loses no commit, whatever it says", () => {
  fc.assert(
    fc.property(history, fc.constantFrom("title", "commits"), (commits, squash) => {
      const { ledger, groups, markdown } = notesOf(commits, { squash });
      const { inNotes, hidden, unconventional } = ledger.lists;
      const told = [...inNotes, ...hidden, ...unconventional].map(({ sha }) => sha);
      expect(told.toSorted()).toEqual(commits.map(({ sha }) => sha));
      const shown = new Set(groups.flatMap(({ entries }) => entries.map(({ sha }) => sha)));
      expect(shown).toEqual(new Set(inNotes.map(({ sha }) => sha)));
      for (const { sha } of unconventional) expect(markdown).toContain(`(${sha.slice(0, 7)})`);
    }),
    { numRuns: 700 },
  );
});

/** Every token of a page, however deep. */
function tokensOf(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => [
    token,
    ...tokensOf("tokens" in token ? (token.tokens ?? []) : []),
    ...("items" in token ? tokensOf(token.items as Token[]) : []),
  ]);
}

const ours =
  /^(?:⚠ Breaking Changes|Features|Bug Fixes|Performance Improvements|Reverts|Other Changes|Commits|Contributors)$/;
const addresses = /^https:\/\/(?:github\.com\/(?:acme\/shop|eve)|acme\.example)/;

it("stays text in its own item: no heading, page element, picture, foreign link or mention", () => {
  fc.assert(
    fc.property(history, fc.constantFrom({}, linked), (commits, more) => {
      const { markdown } = notesOf(commits, more);
      const tokens = tokensOf(marked.lexer(markdown, { gfm: true }));
      const [title, ...headings] = tokens.filter(({ type }) => type === "heading");
      expect(title).toMatchObject({ depth: 2, text: expect.stringContaining("1.2.3") });
      for (const heading of headings) expect(heading).toMatchObject({ depth: 3, text: expect.stringMatching(ours) });
      const kinds = new Set(tokens.map(({ type }) => type));
      for (const kind of ["html", "image", "code", "hr", "blockquote", "table", "def"])
        expect(kinds).not.toContain(kind);
      for (const token of tokens) {
        if (token.type === "link" && "href" in token && !/^(?:mailto|https?:\/\/evil)/.test(String(token["href"])))
          expect(token["href"]).toMatch(addresses);
        // Nobody is called: neither in text nor where GitHub looks besides code.
        if (token.type === "text" && !("tokens" in token)) expect(token.raw).not.toMatch(/(?:^|[^\w`&;])@[A-Za-z0-9]/);
      }
    }),
    { numRuns: 400 },
  );
});

it("is no command of a workflow, and a warning stays one line", () => {
  fc.assert(
    fc.property(history, (commits) => {
      const { markdown, warnings, ledger } = notesOf(commits, linked);
      const lines = [markdown, ...warnings].flatMap((text) => text.split(/\r\n|[\n\r\u0085\u2028\u2029]/));
      for (const line of lines) {
        expect(line).not.toMatch(/^\s*(?:::|##\[)/);
      }
      // One line each, so that a list of them is as long as it says.
      for (const warning of warnings) expect(warning).not.toMatch(/[\p{Cc}\u202e]/u);
      expect(ledger.commits).toBe(commits.length);
    }),
    { numRuns: 700 },
  );
});

// The reference: what it reads of a header that follows the specification, we read too.
it("reads conventional headers as conventional-commits-parser does", () => {
  const parser = new CommitParser({
    headerPattern: /^(\w*)(?:\((.*)\))?!?: (.*)$/,
    breakingHeaderPattern: /^(\w*)(?:\((.*)\))?!: (.*)$/,
    headerCorrespondence: ["type", "scope", "subject"],
    noteKeywords: ["BREAKING CHANGE", "BREAKING-CHANGE"],
  });
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
  const text = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ,.'-]{0,30}[a-z]$/);
  const made = fc.record({
    type: word,
    scope: fc.option(word, { nil: undefined }),
    bang: fc.boolean(),
    subject: text,
    body: fc.option(text, { nil: undefined }),
    note: fc.option(text, { nil: undefined }),
  });
  fc.assert(
    fc.property(made, ({ type, scope, bang, subject, body, note }) => {
      const header = `${type}${scope === undefined ? "" : `(${scope})`}${bang ? "!" : ""}: ${subject}`;
      const whole = [header, body, note === undefined ? undefined : `BREAKING CHANGE: ${note}`]
        .filter((part) => part !== undefined)
        .join("\n\n");
      const theirs = parser.parse(whole);
      const commit: Commit = {
        sha: shaOf(1),
        parents: [],
        author: { name: "", email: "" },
        committedAt: 0,
        message: whole,
      };
      const mine = parseCommit(commit);
      expect({
        type: mine.type,
        scope: mine.scope ?? null,
        subject: mine.description,
        breaking: mine.breaking,
      }).toEqual({
        type: theirs["type"],
        scope: theirs["scope"] ?? null,
        subject: theirs["subject"],
        breaking: theirs.notes.length > 0,
      });
      // Its parser keeps the header as the note of a `!` besides; ours keeps what people wrote.
      if (note !== undefined) expect(mine.breakingNotes).toEqual([note]);
    }),
    { numRuns: 400 },
  );
});
