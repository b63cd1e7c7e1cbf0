import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { withOurPart } from "./body.ts";

const part = (text: string) => withOurPart("", [text]).text;
const ours = part("new");
const notesLine = "(what you write below this line stays) -->\n";

it.each<[string, string, string]>([
  ["nothing yet", "", ours],
  ["only people's words", "Please read.", `Please read.\n\n${ours}`],
  ["words around ours", `before\n${part("old")}\nafter`, `before\n${ours}\nafter`],
  ["the web editor's line ends", `before\n${part("old")}\nafter`.replaceAll("\n", "\r\n"), `before\n${ours}\nafter`],
  ["a part of an older version", "a\n<!-- release-command:begin -->\nold\n<!-- release-command:end -->", `a\n${ours}`],
  ["a marker that somebody deleted", "before\n<!-- release-command:begin -->\ntheirs", `before\n\ntheirs\n\n${ours}`],
  ["markers the wrong way round", "<!-- release-command:end -->\ntheirs", `theirs\n\n${ours}`],
  [
    "their notes",
    part("old").replace(notesLine, `${notesLine}Ask Ines.\n`),
    ours.replace(notesLine, `${notesLine}Ask Ines.\n`),
  ],
])("keeps what people wrote: %s", (_name, current, expected) => {
  const { text, isTheirs } = withOurPart(current, ["new"]);

  expect([text, isTheirs]).toEqual([expected, false]);
  expect(withOurPart(text, ["new"]).text).toBe(text);
});

it("leaves a part alone that somebody changed", () => {
  const edited = `before\n${part("old text")}`.replace("old", "better");

  expect(withOurPart(edited, ["new"])).toEqual({ text: edited, isTheirs: true });
});

it("cannot be broken by markers in our own text", () => {
  const text = part("a <!-- release-command:end --> b <!-- release-command:notes:end -->");

  expect(text.match(/<!-- release-command/g)).toHaveLength(4);
  expect(withOurPart(text, ["new"]).text).toBe(ours);
});

it("says less where people's words leave less room, and cuts whole lines at last", () => {
  const [long, short] = ["x".repeat(50_000), "line\n".repeat(2000)];

  expect(part(long)).toContain(long);
  expect(withOurPart("y".repeat(20_000), [long, short]).text).toContain(short.trim());
  expect(withOurPart("y".repeat(60_000), [long, short]).text).toMatch(/\nline\n\n… \(shortened\)\n\n<!--/);
});

describe("whatever is written", () => {
  const marker = fc.constantFrom(...ours.split("\n"), "\r\n", "\n\n");
  const words = fc.array(fc.oneof(marker, fc.string(), fc.string({ unit: "grapheme" })), { maxLength: 6 });
  const text = words.map((all) => all.join("\n"));
  const long = fc.tuple(text, fc.nat(70_000)).map(([some, length]) => `${some}\n${"w ".repeat(length / 2)}`);

  it("the body is within GitHub's limit, and the same when written again", () => {
    fc.assert(
      fc.property(text, long, long, (theirs, full, compact) => {
        const body = withOurPart(theirs, [full, compact]);
        expect(body.text.length).toBeLessThanOrEqual(65_536);
        expect(withOurPart(body.text, [full, compact])).toEqual(body);
      }),
      { numRuns: 60 },
    );
  });

  it("people's words around our part and in their notes are never lost", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(word, word, word, text, (before, notes, after, next) => {
        const first = part("old").replace(notesLine, `${notesLine}N${notes}\n`);
        const body = withOurPart(`B${before}\n${first}\nA${after}`, [next]).text;
        expect(body.startsWith(`B${before}\n<!--`)).toBe(true);
        expect(body.endsWith(`-->\nA${after}`)).toBe(true);
        expect(body).toContain(`${notesLine}N${notes}\n`);
      }),
      { numRuns: 60 },
    );
  });
});
