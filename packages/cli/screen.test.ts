import { expect, it } from "@jest/globals";
import { EventEmitter } from "node:events";
import type { WriteStream } from "node:tty";

import type { Driver } from "#journal";
import { fold, type Fact, type FactBody, type ReleaseRecord } from "#machine";
import { following, outcome, releaseReport } from "#report";

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

it("repaints in place, however many lines there are", async () => {
  const { output, picture } = terminal(40);
  const screen = await openScreen(output, { now: () => 0, env: {} });
  const said = ["a: watching 5 %: 1", "b", "a: watching 5 %: 2", "c".repeat(60), "d", "e", "f", "g", "b"];

  for (const line of said) screen.say(line);

  expect(picture()).toBe(`\n${"c".repeat(40)}\n${"c".repeat(20)}\nd\ne\nf\ng\nb`);
});

it("keeps what stands below when lines above it go", async () => {
  const { output, picture } = terminal(80);
  const screen = await openScreen(output, { now: () => Date.parse(at), env: {} });
  const record = fold([opened]);
  const driver: { record: ReleaseRecord } = { record: { ...record, suspended } };
  screen.follow(driver as unknown as Driver);
  screen.say("resumed");
  driver.record = record;
  screen.say("resumed");

  const rows = picture().split("\n");
  expect(rows.slice(0, 3)).toEqual([
    "░░░░░░░░░░░░░░░░░░░░░░░░░ 0 %",
    "Release v2.5.0 · standard · develop → main · by sarah",
    "  ▶ initiated          0 ms of 2 min 00 s",
  ]);
  expect(rows.slice(-3)).toEqual(["  ○ completed", "", "resumed"]);
  screen.end();
  expect(picture().split("\n").at(-1)).toBe("  ○ completed");
});

const at = "2026-01-01T00:00:00.000Z";
const envelope = { seq: 1, release: "v2.5.0", at, actor: "sarah", run: { id: "1", attempt: 1 }, prev: "" };
const suspended = {
  ...envelope,
  type: "suspended",
  waitsFor: "approval",
  reason: "1 more",
  command: "release resume v2.5.0",
} as const;
const opened: Fact = {
  ...envelope,
  type: "opened",
  attempt: 1,
  plan: {
    releaseVersion: "2.5.0",
    releaseType: "standard",
    baseBranch: "develop",
    baseSha: "a".repeat(40),
    targetBranch: "main",
    releaseBranch: "release/2.5.0",
    tag: "v2.5.0",
    gates: ["unit"],
    steps: [100],
    stagingStrategy: "blue-green",
    productionStrategy: "canary",
    initiatedBy: "sarah",
    configDigest: "",
  },
};

it("is plain where there is no terminal", async () => {
  const written: string[] = [];
  const screen = await openScreen({ write: (text) => written.push(text) }, { now: () => 0, env: {} });

  screen.say("hello");
  screen.say("hello");
  screen.end();

  expect(written).toEqual(["00:00:00         hello\n"]);
});

const words: readonly (readonly [word: string, facts: readonly FactBody[]])[] = [
  ["initiated", []],
  ["waits for service in initiated", [{ type: "suspended", waitsFor: "service", reason: "down", command: "" }]],
  ["quality gates", [{ type: "moved", from: "initiated", to: "quality_gates", reason: "planned" }]],
  [
    "failed",
    [
      { type: "failure-captured", failedState: "initiated", failureReason: "no", actionableFixSuggestions: [] },
      { type: "moved", from: "initiated", to: "failed", reason: "no" },
    ],
  ],
];

it.each(words)("lines, comment and report have one word for where a release stands: %s", async (word, bodies) => {
  const facts = [opened, ...bodies.map((body, index): Fact => ({ ...envelope, ...body, seq: index + 2 }))];
  const record = fold(facts);
  const written: string[] = [];
  const screen = await openScreen({ write: (text) => written.push(text) }, { now: () => Date.parse(at), env: {} });
  screen.follow({ id: record.id, record });
  screen.say("hello");

  expect(outcome(record)).toBe(word);
  expect(written[0]).toMatch(new RegExp(`%\\] ${word}\n$`));
  const place = { webUrl: "https://git.example/acme/shop" };
  expect(following(record, Date.parse(at), place)).toContain(`### v2.5.0: ${word} (`);
  expect(releaseReport(facts)).toContain(`# Release v2.5.0: ${word}`);
});
