import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, expect, it } from "@jest/globals";

import { runGate, type GateOutcome } from "./index.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "reports-"));
});
afterEach(async () => rm(directory, { recursive: true, force: true }));

const junit = (...names: readonly string[]) =>
  `<testsuite name="s" tests="${names.length}">${names.map((name) => `<testcase name="${name}"/>`).join("")}</testsuite>`;
const lcov = (file: string, ...hits: readonly number[]) =>
  `SF:${file}\n${hits.map((hit, index) => `DA:${index + 1},${hit}`).join("\n")}\nend_of_record\n`;

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(directory, name)), { recursive: true });
    await writeFile(path.join(directory, name), text);
  }
}

/** The unit gate over a command that writes these files. */
async function gate(
  written: Readonly<Record<string, string>>,
  settings: { readonly report: string | readonly string[]; readonly coverage: string | readonly string[] },
): Promise<GateOutcome> {
  const code = `for (const [n, t] of Object.entries(${JSON.stringify(written)})) { require("fs").mkdirSync(require("path").dirname(n), { recursive: true }); require("fs").writeFileSync(n, t); }`;
  await write({ "write.cjs": code });
  return runGate("unit", {
    settings: {
      unit: { command: `"${process.execPath}" write.cjs`, minimumCoverage: 70, timeout: 30_000, ...settings },
    },
    smoke: undefined,
    development: undefined,
    directory,
    sha: "abc",
    env: { PATH: process.env["PATH"] },
    clock: { now: () => performance.now(), sleep: () => Promise.resolve() },
    fetch,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
}

const titles = ({ failures }: GateOutcome) => failures.map(({ title }) => title);
const both = { report: "*/target/TEST-*.xml", coverage: ["a.info", "b.info"] };
const sound = {
  "x/target/TEST-1.xml": junit("one", "two"),
  "y/target/TEST-2.xml": junit("three"),
  "a.info": lcov("a.js", 1, 1, 1, 1),
  "b.info": lcov("b.js", 1, 0, 0, 1),
};

it("counts all files of a pattern and of a list together", async () => {
  const outcome = await gate(sound, both);

  expect(titles(outcome)).toEqual([]);
  expect(outcome.metrics).toMatchObject({ totalTests: 3, coverage: 75 });
});

it("fails for one that is missing, of another run, broken or without a single test among them", async () => {
  const { "b.info": _missing, ...lacking } = sound;
  expect(titles(await gate(lacking, both))).toEqual(["The report b.info is missing"]);

  await write({ "z/target/TEST-0.xml": junit("old") });
  expect(titles(await gate(sound, both))).toEqual(["The report z/target/TEST-0.xml is not of this run"]);
  await rm(path.join(directory, "z"), { recursive: true });

  const cut = await gate({ ...sound, "y/target/TEST-2.xml": '<testsuite tests="1"><testcase' }, both);
  expect(titles(cut)[0]).toMatch(/^The report y\/target\/TEST-2\.xml proves nothing: it is not complete XML/);

  expect(titles(await gate(sound, { ...both, report: "no/*.xml" }))).toEqual(["The report no/*.xml is missing"]);
});

it("takes a program without tests among others for what it is, and never all of them", async () => {
  expect(titles(await gate({ ...sound, "y/target/TEST-2.xml": junit() }, both))).toEqual([]);

  const none = { ...sound, "x/target/TEST-1.xml": junit(), "y/target/TEST-2.xml": junit() };
  expect(titles(await gate(none, both))[0]).toMatch(/proves nothing: no test ran$/);
});

async function overlapping(name: string) {
  const files = { "a.info": lcov(name, 1, 1, 0, 0), "b.info": lcov(name, 0, 1, 1, 0) };
  const { metrics } = await gate({ ...sound, ...files }, both);
  return metrics;
}

it("unites lines where reports overlap, and never those of different files", async () => {
  await write({ "src/a.js": "" });

  expect(await overlapping("src/a.js")).toMatchObject({ coverage: 75 });
  // Of two modules that both have a file of that name: two files.
  expect(await overlapping("lib/a.js")).toMatchObject({ coverage: 50 });
});

it("begins with an empty folder of its own, which git does not see, and touches no other", async () => {
  const own = ".release-command/reports/unit";
  await write({ [`${own}/dead-1.xml`]: junit("dead"), ".release-command/reports/integration/kept.xml": junit("kept") });
  await utimes(path.join(directory, own, "dead-1.xml"), 0, 0);

  const { metrics } = await gate(
    { [`${own}/dead-2.xml`]: junit("one"), "a.info": lcov("a.js", 1) },
    { report: `${own}/dead-*.xml`, coverage: "a.info" },
  );

  expect(metrics).toMatchObject({ totalTests: 1 });
  expect(existsSync(path.join(directory, ".release-command/.gitignore"))).toBe(true);
  expect(existsSync(path.join(directory, ".release-command/reports/integration/kept.xml"))).toBe(true);
});
