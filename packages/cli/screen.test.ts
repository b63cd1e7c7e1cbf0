import { expect, it } from "@jest/globals";
import { EventEmitter } from "node:events";
import type { WriteStream } from "node:tty";

import { openScreen } from "./screen.ts";

/** A terminal of which only the picture counts: what the escape sequences of log-update do to its rows. */
function terminal(columns: number) {
  const rows: string[] = [""];
  let [row, column] = [0, 0];
  const acts: Readonly<Record<string, (n: number) => void>> = {
    A: (n) => (row = Math.max(0, row - n)),
    B: (n) => (row += n),
    G: () => (column = 0),
    K: (n) => (rows[row] = n === 2 ? "" : (rows[row] ?? "").slice(0, column)),
  };
  const write = (text: string): boolean => {
    // oxlint-disable-next-line no-control-regex -- they are what is read here
    for (const [token, digits = "", letter = ""] of text.matchAll(/\u001B\[\??(\d*)([A-Za-z])|[^\u001B]/gu)) {
      if (token.startsWith("\u001B")) {
        const fallback = letter === "K" ? 0 : 1;
        acts[letter]?.(digits === "" ? fallback : Number(digits));
      } else if (token === "\n") [row, column] = [row + 1, 0];
      else {
        rows[row] =
          `${(rows[row] ?? "").slice(0, column).padEnd(column)}${token}${(rows[row] ?? "").slice(column + 1)}`;
        column += 1;
      }
    }
    return true;
  };
  const output = Object.assign(new EventEmitter(), { isTTY: true, columns, rows: 24, write }) as unknown as WriteStream;
  return {
    output,
    picture: () =>
      Array.from(rows, (line) => (line ?? "").trimEnd())
        .join("\n")
        .trimEnd(),
  };
}

it("repaints in place, however many lines there are", () => {
  const { output, picture } = terminal(40);
  const screen = openScreen(output, { now: () => 0, env: {} });
  const said = ["a: watching 5 %: 1", "b", "a: watching 5 %: 2", "c".repeat(60), "d", "e", "f", "g", "b"];

  for (const line of said) screen.say(line);

  expect(picture()).toBe(`\n${"c".repeat(40)}\n${"c".repeat(20)}\nd\ne\nf\ng\nb`);
});

it("is plain where there is no terminal", () => {
  const written: string[] = [];
  const screen = openScreen({ write: (text) => written.push(text) }, { now: () => 0, env: {} });

  screen.say("hello");
  screen.say("hello");
  screen.end();

  expect(written).toEqual(["00:00:00         hello\n"]);
});
