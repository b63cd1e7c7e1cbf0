import { expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { parseInPieces } from "./json-pieces.ts";

const document = fc.object({ maxDepth: 3, values: [fc.string(), fc.integer(), fc.constant(null)] });
const edit = fc.record({
  at: fc.nat(),
  cut: fc.integer({ min: 0, max: 2 }),
  put: fc.constantFrom("", ",", '"', "}", "]", ":", "0", " "),
});

function accepts(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

it.each([[["*"]], [["a|b", "*"]]])("accepts what JSON.parse accepts, and nothing else, in pieces at %j", (pattern) => {
  fc.assert(
    fc.property(document, document, edit, (one, other, { at, cut, put }) => {
      const whole = JSON.stringify({ a: one, ...other, b: [one, other] });
      // At the ends of values, and mostly at those of the outer ones.
      const places = [...whole.matchAll(/[{}[\],:]/g)].map(({ index }) => index);
      const from = (at % 2 === 0 ? places : places.slice(-4)).at(-1 - (at % 97)) ?? whole.length - 1;
      const text = `${whole.slice(0, from)}${put}${whole.slice(from + cut)}`;

      expect([text, accepts(() => parseInPieces(text, pattern, () => undefined))]).toEqual([
        text,
        accepts(() => JSON.parse(text)),
      ]);
    }),
    { numRuns: 2000 },
  );
});

it("hands over each value with its path, and answers with what is around them", () => {
  const pieces: unknown[] = [];
  const rest = parseInPieces(
    '{"v": 1, "data": [{"files": [7, {"x": 8}], "t": 2}, {"files": []}]}',
    ["data", "*", "files", "*"],
    (path, value) => pieces.push([path.join("."), value]),
  );

  expect(pieces).toEqual([
    ["data.0.files.0", 7],
    ["data.0.files.1", { x: 8 }],
  ]);
  expect(rest).toEqual({ v: 1, data: [{ files: [], t: 2 }, { files: [] }] });
});

it.each(["{0:1}", '{"a":1,null:2}', '{"a":1', '{"a":1}}', "[1,]", "[1 2]", ""])("refuses %s", (text) => {
  expect(() => parseInPieces(text, ["*"], () => undefined)).toThrow("it is not complete JSON");
});
