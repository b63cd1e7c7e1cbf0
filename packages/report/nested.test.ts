import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { Lexer, type Token, type Tokens } from "marked";

import { nested } from "./nested.ts";

it("puts a changelog below the heading it stands under", () => {
  const text = "## [2.5.0](https://x.example) (2026-03-02)\n\n### Features\n\n- a";

  expect(nested(text, 3)).toBe("### [2.5.0](https://x.example) (2026-03-02)\n\n#### Features\n\n- a");
});

it.each([
  ["a heading in code stays", "# a\n\n```\n# not a heading\n```", "### a\n\n```\n# not a heading\n```"],
  ["an open fence ends", "```sh\nrm -rf x", "```sh\nrm -rf x\n```"],
  ["a longer fence is not ended by a shorter one", "````\n```\n# x", "````\n```\n# x\n````"],
  ["six levels are the deepest", "# a\n###### b", "### a\n###### b"],
  ["an underlined heading is none", "Title\n===\ntext", "Title\n\ntext"],
  ["HTML is text", "a <details> b <!-- c", "a &lt;details> b &lt;!-- c"],
  ["code spans and links stay", "`<b>` <https://x.example>", "`<b>` <https://x.example>"],
])("%s", (_, text, shown) => {
  expect(nested(text, 3)).toBe(shown);
});

const lines = fc.constantFrom(
  "# a",
  "## b",
  "   ### c",
  "```",
  "~~~~",
  "````js",
  "  ```",
  "- item",
  "  - ```",
  "    code",
  "> quote",
  "> # quoted",
  "<!--",
  "<script>",
  "</details>",
  "<![CDATA[",
  "===",
  "---",
  "text `code",
  "` <b> ` c",
  "`` ` <i>",
  "\\` <b> `",
  "- a `<u>`",
  "\t```",
  "    ```",
  "| a | b |",
  "",
  "\t# tab",
  "1. one",
);

it("can neither end its section nor swallow the next, whatever it holds", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(lines, fc.string()), { maxLength: 12 }), (text) => {
      const page = `## Before\n\n${nested(text.join("\n"), 3)}\n\n## After\n\nend\n`;
      const tokens = new Lexer({ gfm: true }).lex(page);

      const sections = tokens.filter((token) => token.type === "heading" && token["depth"] <= 2) as Tokens.Heading[];
      expect(sections.map(({ text: title }) => title)).toEqual(["Before", "After"]);
      expect(types(tokens)).not.toContain("html");
    }),
    { numRuns: 3000 },
  );
});

function types(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) => [
    token.type,
    ...("tokens" in token ? types(token.tokens ?? []) : []),
    ...("items" in token ? types(token.items as readonly Token[]) : []),
  ]);
}
