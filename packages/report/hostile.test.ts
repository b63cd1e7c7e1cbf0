import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { Lexer, type Token } from "marked";

import { fold } from "#machine";

import { following } from "./following.ts";
import { pullRequestBody } from "./pull-request.ts";
import { releaseReport } from "./release-report.ts";
import { hostile, releaseBy } from "./test/strangers.ts";

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
