import { expect, it } from "@jest/globals";
import { withOurPart } from "./body.ts";

const [begin, end] = ["<!-- release-command:begin -->", "<!-- release-command:end -->"];
const ours = `${begin}\nnew\n${end}`;

it.each<[string, string, string]>([
  ["nothing yet", "", ours],
  ["only people's words", "Please read.", `Please read.\n\n${ours}`],
  ["words around ours", `before\n${begin}\nold\n${end}\nafter`, `before\n${ours}\nafter`],
  ["the web editor's line ends", `before\r\n${begin}\r\nold\r\n${end}\r\nafter`, `before\n${ours}\nafter`],
  ["a marker that somebody deleted", `before\n${begin}\ntheirs`, `before\n\ntheirs\n\n${ours}`],
  ["markers the wrong way round", `${end}\ntheirs\n${begin}`, `theirs\n\n${ours}`],
])("keeps what people wrote: %s", (_name, current, expected) => {
  const body = withOurPart(current, "new");

  expect(body).toBe(expected);
  expect(withOurPart(body, "new")).toBe(body);
});

it("cannot be broken by markers in our own text, nor by its length", () => {
  expect(withOurPart("", `a ${end} b`)).toBe(`${begin}\na  b\n${end}`);
  expect(withOurPart("", "x".repeat(90_000)).length).toBeLessThan(65_536);
});
