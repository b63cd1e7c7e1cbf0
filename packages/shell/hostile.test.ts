import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import * as fc from "fast-check";

import { logged } from "./log-line.ts";
import { setOutput } from "./runner-files.ts";
import { escaped, summaryOf } from "./summary.ts";

const piece = fc.oneof(
  fc.constantFrom(
    ..."::error::x,::set-output name=outcome::go,##[set-output name=digest;]00,##[,[endgroup],::stop-commands::t,\n,\r\n,\r,\n\n## Fake\n\n,| a | b |,<img src=x>,ghadelimiter_,EOF,outcome<<EOF,outcome=go,%0A,%25,`id`,$(id),${{ github.token }},@acme/all,> q,\u0085,\u2028, \t".split(
      ",",
    ),
  ),
  fc.string({ unit: "binary" }),
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));

let file = "";

beforeAll(async () => {
  file = path.join(await mkdtemp(path.join(tmpdir(), "runner-")), "output");
});

afterAll(async () => {
  await rm(path.dirname(file), { recursive: true });
});

/** Whether a runner would obey a line: its two forms of commands, as it looks for them. */
const obeys = (line: string) => line.replace(/^[\s\u0085]+/, "").startsWith("::") || line.includes("##[");

it("what is said holds no command to a runner", () => {
  expect("gate unit: ##[set-output name=outcome;]go".split("\n").some(obeys)).toBe(true);
  fc.assert(
    fc.property(text, (said) => {
      expect(
        logged(said)
          .split(/[\r\n]+/)
          .filter(obeys),
      ).toEqual([]);
    }),
    { numRuns: 3_000 },
  );
});

it("leaves what is no command as it is", () => {
  const said = "gate unit passed: 7 of 7 tests\n  src/a.ts::b ## [x] # c";
  expect(logged(said)).toBe(said);
});

/** The outputs of a step, as the runner reads its file. */
function outputsIn(written: string): Readonly<Record<string, string>> {
  const lines = written.split("\n");
  const found: [string, string][] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line === "") continue;
    const [name = "", delimiter] = line.split("<<", 2);
    if (delimiter === undefined || line.indexOf("=") !== -1) throw new Error(`not written by us: ${line}`);
    const end = lines.indexOf(delimiter, at + 1);
    if (end === -1) throw new Error(`no ${delimiter}`);
    found.push([name, lines.slice(at + 1, end).join("\n")]);
    at = end;
  }
  return Object.fromEntries(found);
}

/** Halves of characters cannot be written as UTF-8. */
const whole = (value: string) => Buffer.from(value).toString();

it("an output is one output, whatever stands in it", async () => {
  const before = process.env["GITHUB_OUTPUT"];
  process.env["GITHUB_OUTPUT"] = file;
  const runner = {
    env: { GITHUB_OUTPUT: file },
    cwd: "/",
    temp: "/",
    attempt: 1,
    noArtifacts: undefined,
    say: () => undefined,
    signal: new AbortController().signal,
  };
  try {
    await fc.assert(
      fc.asyncProperty(text, text, async (override, reason) => {
        await writeFile(file, "");
        setOutput(runner, "override", override);
        setOutput(runner, "reason", reason);
        expect(outputsIn(await readFile(file, "utf8"))).toEqual({ override: whole(override), reason: whole(reason) });
      }),
      { numRuns: 300 },
    );
  } finally {
    if (before === undefined) delete process.env["GITHUB_OUTPUT"];
    else process.env["GITHUB_OUTPUT"] = before;
  }
});

const page = (value: string) =>
  summaryOf({ title: `a ${value} z`, first: [`a ${value} z`], rows: [["x", value]], notes: [`a ${value} z`] });

it("a summary keeps its lines and its one heading", () => {
  const lines = page("").split("\n").length;
  fc.assert(
    fc.property(text, (value) => {
      const written = page(value);
      expect(written.split(/[\r\n]/)).toHaveLength(lines);
      expect(written.match(/^#/gm)).toHaveLength(1);
      expect(escaped(value)).not.toMatch(/<(?!br>)|[|`[\]*]/);
    }),
    { numRuns: 1_000 },
  );
});
