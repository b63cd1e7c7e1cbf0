import { expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { address, cell, code, duration, mark, oneLine, table } from "./text.ts";

it.each([
  [0, "0 ms"],
  [-5, "0 ms"],
  [999.4, "999 ms"],
  [999.6, "1.0 s"],
  [59_940, "59.9 s"],
  [59_960, "1 min 00 s"],
  [185_000, "3 min 05 s"],
  [3_599_400, "59 min 59 s"],
  [3_599_600, "1 h 00 min"],
  [7_620_000, "2 h 07 min"],
  [30 * 86_400_000, "30 d 00 h"],
])("%d ms is %s", (ms, text) => {
  expect(duration(ms)).toBe(text);
});

it("never prints sixty of a unit that has sixty", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 9e9, noNaN: true }), (ms) => {
      expect(duration(ms)).not.toMatch(/\b(60(\.0)? (s|min)|1000 ms|24 h)\b/);
    }),
  );
});

it.each([
  ["passed", "✅ passed"],
  ["not-applicable", "➖ not applicable"],
  ["constructor", "constructor"],
])("marks %s as %s", (status, shown) => {
  expect(mark(status)).toBe(shown);
});

it.each([
  ["a | b", String.raw`a \| b`],
  [String.raw`a \| b`, String.raw`a \\\| b`],
  ["<img src=x>", "&lt;img src=x&gt;"],
  ["two\n\nlines\u2028more", "two lines more"],
  ["snake_case and _stress_", String.raw`snake_case and \_stress\_`],
  ["\u001b[31mred\u0007", String.raw`\[31mred`],
  ["left \u202eright", "left right"],
  ["# heading", String.raw`\# heading`],
  ["@aisha", "@\u200Baisha"],
  ["Fixes #12", "Fixes\u200B #12"],
  ["closes: acme/shop#12", "closes\u200B: acme/shop#12"],
  ["resolves https://github.com/acme/shop/issues/12", "resolves\u200B https://github.com/acme/shop/issues/12"],
  ["fixes the basket", "fixes the basket"],
  ["1. first", "1\u200B. first"],
])("shows %j as it is", (text, shown) => {
  expect(cell(text)).toBe(shown);
});

it("cuts what is endless, between characters and never inside an escape", () => {
  expect(oneLine("🚀".repeat(400))).toBe(`${"🚀".repeat(250)}…`);
  expect(oneLine(`x${"🚀".repeat(400)}`)).toBe(`x${"🚀".repeat(249)}…`);
  expect(cell("<".repeat(600))).toBe(`${"&lt;".repeat(500)}…`);
});

it.each([
  ["a.ts:3", "`a.ts:3`"],
  ["``x`` y", "``` ``x`` y ```"],
  ["two\nlines", "`two lines`"],
])("puts %j into a code span", (text, shown) => {
  expect(code(text)).toBe(shown);
});

it.each([
  ["https://github.com/acme/shop", "<https://github.com/acme/shop>"],
  ["javascript:alert(1)", "javascript:alert(1)"],
  ["https://x> <b>", "https://x&gt; &lt;b&gt;"],
])("links %j only when it is an address", (url, shown) => {
  expect(address(url)).toBe(shown);
});

it("aligns the columns that say so", () => {
  expect(table(["Gate", "Time:"], [["unit", "1 s"]])).toBe("| Gate | Time |\n| --- | ---: |\n| unit | 1 s |");
});
