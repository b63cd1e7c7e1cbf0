import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { Lexer, type Token } from "marked";

import { fold } from "#machine";

import { dashboard } from "./dashboard.ts";
import { following } from "./following.ts";
import { pullRequestBody } from "./pull-request.ts";
import { releaseReport } from "./release-report.ts";
import { facts, gate, move, opened, prepared, smoke, watched } from "./test/facts.ts";
import { suspendedForApproval } from "./test/stories.ts";

/** A release in which strangers wrote everything that strangers can write. */
const releaseBy = (text: string) =>
  facts([
    opened({
      overrides: [{ gate: "unit", reason: text }],
      initiatedBy: text,
      baseBranch: text,
      targetBranch: text,
      previousTag: text,
    }),
    ...prepared("## 2.5.0\n\n- x"),
    move("initiated", "quality_gates", text),
    gate("unit", {
      status: "failed",
      failures: [{ title: text, detail: text, file: text, line: 3, suggestion: text }],
    }),
    gate("dod", {
      metrics: {
        gate: "dod",
        categoriesPassed: 1,
        categoriesFailed: 0,
        categories: [{ name: text, status: "passed", evidence: text }],
      },
    }),
    gate("smoke", {
      metrics: {
        gate: "smoke",
        categoriesPassed: 1,
        categoriesFailed: 0,
        checks: [{ category: "api", name: text, status: "failed", durationMs: 1, detail: text }],
      },
    }),
    gate("e2e", {
      metrics: {
        gate: "e2e",
        journeysPassed: 1,
        journeysFailed: 0,
        journeys: [{ name: text, status: "passed", durationMs: 1 }],
      },
    }),
    { type: "pull-request-opened", number: 1, url: `https://x.example/${text}`, head: "a" },
    { type: "approved", by: [text], sha: "a" },
    smoke("staging", "100%", { failedTests: [text], checks: [] }),
    watched("staging", "100%", { evidence: [text], notMeasured: [text] }),
    { type: "requested", id: "1", kind: "hold", by: text, reason: text },
    { type: "answered", id: "1", outcome: "refused", reason: text },
    {
      type: "failure-captured",
      failedState: "quality_gates",
      failureReason: text,
      actionableFixSuggestions: [text],
    },
    { type: "verdict", trigger: "manual", reason: text, evidence: [text] },
    { type: "escalated", reason: text, manualSteps: [text] },
    { type: "warned", message: text },
    { type: "published", what: "report", url: `https://x.example/${text}` },
    {
      ...gate("e2e"),
      type: "validation-finished",
      status: "failed",
      failures: [{ title: text, detail: text, suggestion: text }],
    },
    { type: "validation-decided", decision: "accepted", by: text, reason: text },
    { ...suspendedForApproval, reason: text } as typeof suspendedForApproval,
  ]);

const piece = fc.oneof(
  fc.constantFrom(
    ..."|,||,\\|,`,```,\n\n```\n,\n,\r,\u2028,\n\n# Fake\n\n,# a,- a,1. a,***,---,===,~~~,<b>,<!--,-->,</td></tr></table>,<script>alert(1)</script>,<style>,&lt;,&,&#60;,@aisha,@acme/owners,closes #1,Fixes acme/shop#2,[x](javascript:alert(1)),![x](http://evil.example/i.png),[x]: http://evil.example,$x$,\u0000,\u001b[31m,\u202e,\u2066,\uD800,\t,    code,> q,\",',word".split(
      ",",
    ),
  ),
  fc.string(),
  fc.string({ unit: "binary" }),
);
const hostile = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(" "));

/** The shape of a page: every block and, in tables and lists, every cell and item; text left aside. */
function shape(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) => {
    switch (token.type) {
      case "heading":
        return [`h${token["depth"]} ${/waits|rolled/.test(token["text"]) ? "" : token["text"]}`];
      case "table":
        // A reader forgives a row with too many cells; here that is a break-out.
        return [
          `table of ${token.raw
            .trim()
            .split("\n")
            .map((row) => row.match(/(?<!\\)(?:\\\\)*\|/g)?.length)
            .join()}`,
        ];
      case "list":
        return [
          `list of ${token["items"].length}`,
          ...token["items"].flatMap((item: { tokens: Token[] }) => shape(item.tokens)),
        ];
      default:
        return token.type === "space" ? [] : [token.type];
    }
  });
}

const lex = (markdown: string) => new Lexer({ gfm: true }).lex(markdown);
const benign = "a plain reason";
const views = {
  report: (text: string) => releaseReport(releaseBy(text)),
  "pull request": (text: string) => {
    const groups = [{ owners: ["@ann", text], paths: [text, "a.ts", text] }];
    return pullRequestBody(fold(releaseBy(text)), { rule: "any", groups });
  },
  comment: (text: string) => following(fold(releaseBy(text)), 0, { webUrl: "https://x.example/acme/shop", run: text }),
} as const;

it.each(["report", "pull request", "comment"] as const)(
  "no text can change the shape of a %s, or act in it",
  (view) => {
    const wanted = shape(lex(views[view](benign)));

    fc.assert(
      fc.property(hostile, (text) => {
        const markdown = views[view](`a ${text} z`);
        const tokens = lex(markdown);

        expect(shape(tokens)).toEqual(wanted);
        const inline = JSON.stringify(tokens);
        expect(inline).not.toMatch(/"type":"(html|image|def)"/);
        expect(inline).not.toContain('"href":"javascript');
        // oxlint-disable-next-line no-control-regex -- control characters are what it is for
        expect(markdown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2066]/);
        expect(withoutCode(markdown)).not.toMatch(/@\w|\b(closes|fixes) \S*#\d/i);
      }),
      { numRuns: 100 },
    );
  },
);

/** Nobody is notified, and nothing closed, from inside code. */
const withoutCode = (markdown: string) =>
  markdown.replaceAll(/\\.|(`+)(?!`).*?(?<!`)\1(?!`)|^ {4}.*$/gm, (found) => (found.startsWith("\\") ? found : ""));

function pageBy(text: string): string {
  const told = releaseBy(text);
  const release = { facts: told, record: fold(told) };
  return dashboard(
    text,
    [
      { ...release, live: true },
      { ...release, live: false },
    ],
    0,
  );
}

const tagsOf = (html: string) => html.match(/<[^>]*>/g)?.map((tag) => tag.replaceAll(/"[^"]*"/g, '""'));

it("no text can add an element to the dashboard, or end an attribute", () => {
  const wanted = tagsOf(pageBy(benign));

  fc.assert(
    fc.property(hostile, (text) => {
      expect(tagsOf(pageBy(`a ${text} z`))).toEqual(wanted);
    }),
    { numRuns: 100 },
  );
});
