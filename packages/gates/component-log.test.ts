import { mkdtemp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, expect, it } from "@jest/globals";

import { runGate, type GateContext } from "./index.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "logs-"));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** An integration gate whose two tests lost the database, and one of another kind. */
async function failuresWith(
  logs: Readonly<Record<string, string>>,
  say = "echo ready; echo 'deadlock of hunter2secret' >&2",
) {
  const cases = ["saves an order", "lists orders"]
    .map((name) => `<testcase name="${name}"><failure message="postgres gave up"/></testcase>`)
    .join("");
  await writeFile(
    join(directory, "all.xml"),
    `<testsuite>${cases}<testcase name="adds"><failure message="2 is not 3"/></testcase></testsuite>`,
  );
  await writeFile(join(directory, "all.info"), "SF:a.js\nDA:1,1\nend_of_record\n");
  const command = `mkdir -p logs; (${say}) > logs/db.log 2>&1; cat all.xml > it.xml; cat all.info > it.info; exit 1`;
  const integration = { command, report: "it.xml", coverage: "it.info", minimumCoverage: 70, timeout: 20_000, logs };
  const context: GateContext = {
    settings: { integration },
    smoke: undefined,
    development: { command: "none", health: "/", env: { DB_PASSWORD: "hunter2secret" }, timeout: 1 },
    directory,
    sha: "abc",
    env: { PATH: process.env["PATH"] },
    clock: { now: () => 0, sleep: () => Promise.resolve() },
    fetch,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  };
  return (await runGate("integration", context)).failures;
}

it("the first failure that points at a part comes with the end of its log, without secrets", async () => {
  const failures = await failuresWith({ database: "logs/db.log" });

  expect(failures.map(({ title, log }) => [title, log?.file])).toEqual([
    ["Test failed (database): saves an order", "logs/db.log"],
    ["Test failed (database): lists orders", undefined],
    ["Test failed: adds", undefined],
  ]);
  expect(failures[0]?.log?.lines[0]).toBe("ready");
  expect(failures[0]?.log?.lines[1]).toMatch(/^deadlock of /);
  expect(JSON.stringify(failures)).not.toContain("hunter2secret");
});

it("of a large log only the end is read", async () => {
  const [first] = await failuresWith({ database: "logs/db.log" }, "seq 1 200000");

  expect(first?.log?.lines).toHaveLength(15);
  expect(first?.log?.lines.at(-1)).toBe("200000");
});

it("a log that is not there, or leads out of the checkout, is named without a line", async () => {
  const outside = await mkdtemp(join(tmpdir(), "outside-"));
  await writeFile(join(outside, "key"), "private\n");
  await mkdir(join(directory, "logs"));
  await symlink(join(outside, "key"), join(directory, "logs/link.log"));

  for (const file of ["logs/none.log", "logs/link.log", "../etc/passwd"])
    expect((await failuresWith({ database: file }))[0]?.log).toEqual({ file, lines: [] });
  await rm(outside, { recursive: true });
});
