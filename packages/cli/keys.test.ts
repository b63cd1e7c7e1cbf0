import { expect, it } from "@jest/globals";

import { fitted } from "./fitted.ts";
import { press, promptOf, type Asking, type Key, type Pressed } from "./keys.ts";

const named: Readonly<Record<string, string>> = { "\r": "return", "\u001B": "escape", "\u007F": "backspace" };
const keyOf = (text: string): Key => ({ text, name: named[text] ?? text, ctrl: false });

/** What these keys lead to, one after another. */
function type(keys: string, quitAsks = true): Pressed {
  let pressed: Pressed = { asking: { kind: "nothing" } };
  for (const text of keys) pressed = press(pressed.asking, keyOf(text), { quitAsks });
  return pressed;
}

it.each([
  ["py", { kind: "deed", deed: "promote", reason: "go on" }],
  ["RY", { kind: "deed", deed: "rollback", reason: "asked for by hand" }],
  ["hylook closer\r", { kind: "deed", deed: "hold", reason: "look closer" }],
  ["aywrong 😀x\u007F\u007F!\r", { kind: "deed", deed: "abort", reason: "wrong !" }],
  ["o", { kind: "report" }],
  ["qy", { kind: "quit" }],
])("%j asks for %j", (keys, wanted) => {
  expect(type(keys)).toEqual({ asking: { kind: "nothing" }, wanted });
});

it.each(["p", "pn", "p\r", "rr", "h", "hy", "hy\r", "hy  \r", "hyx\u001B", "ax", "qn", "z", "?"])(
  "%j asks for nothing",
  (keys) => {
    expect(type(keys).wanted).toBeUndefined();
  },
);

it("such words, pasted, begin nothing", () => {
  for (const words of ["release abort v1.1.0\r", "please hold the release\r", "rollback yes\r"])
    expect(type(words).wanted?.kind === "deed").toBe(false);
});

it("control characters are no part of a reason, and a reason ends somewhere", () => {
  expect(type("hya\u0007\u009Bb\r").wanted).toMatchObject({ reason: "ab" });
  expect(type(`hy${"a".repeat(9_000)}\r`).wanted).toMatchObject({ reason: "a".repeat(500) });
});

it.each<[Asking["kind"], string]>([
  ["nothing", "keys: p promote"],
  ["help", "  p  promote   let it go on"],
  ["sure", "rollback v1.0.0: back to what served before? y/n"],
  ["reason", "hold v1.0.0. Why? Enter sends it, Esc leaves it: x"],
])("says below the board what it asks: %s", (kind, first) => {
  const asking = { nothing: type("z"), help: type("?"), sure: type("r"), reason: type("hyx") }[kind].asking;
  expect(promptOf(asking, "v1.0.0")[0]).toContain(first);
});

it.each([
  [80, 24, ["a", "b", "c", "", "keys"]],
  [80, 5, ["a", "… 2 more lines: a larger window shows them", "", "keys"]],
  [80, 3, ["… 4 more lines: a larger window shows them", "keys"]],
  [10, 4, ["… 3 more …", "", "keys"]],
])("on %i columns and %i rows the keys stay", (columns, rows, shown) => {
  expect(fitted({ board: ["a", "b", "c"], below: ["", "keys"] }, { columns, rows })).toEqual(shown);
});
