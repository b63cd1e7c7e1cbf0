import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, it } from "@jest/globals";

import { allClassed, classed, environmentFault } from "./environment-fault.ts";
import { runSetup, type GateContext } from "./index.ts";

it.each([
  ["Error: ENOSPC: no space left on device, write", "disk"],
  ["cp: error writing 'a': No space left on device", "disk"],
  ["FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory", "memory"],
  ["`npm test` ended with exit code 137 although it should have written a report", "memory"],
  ["`npm test` ended with signal SIGKILL although it should have written a report", "memory"],
  ["getaddrinfo EAI_AGAIN registry.example", "host name"],
  ["fatal: Could not resolve host: github.com", "host name"],
  ["npm error code E503", "registry"],
  ["npm ERR! 502 Bad Gateway - GET https://registry.npmjs.org/left-pad", "registry"],
  ["ERROR: HTTP error 503 while getting https://pypi.org/simple/requests/", "registry"],
  ["Error: listen EADDRINUSE: address already in use :::3000", "port"],
  ["OSError: [Errno 98] Address already in use", "port"],
  ["browserType.launch: Executable doesn't exist at /ms-playwright/chromium", "browser"],
  ["`scan` ended with exit code 127 although it should have written a report", "tool"],
  ["sh: 1: pytest: not found", "tool"],
  ["npm error network request to https://npm.example failed", "network"],
])("%s is of the machine: %s", (text, word) => {
  expect(environmentFault(text)).toContain(word);
});

it.each([
  "expected 500 to be 200",
  "User: not found",
  "`npm test` ended with exit code 1 although its report has no failing test",
  "AssertionError: expected code 'ENOSPC' to equal 'EACCES'",
  "GET /api answered 503",
  "CVE-2024-1 (CVSS 8.1): runs out of memory in parser 1.0.0",
])("%s is not", (text) => {
  expect(environmentFault(text)).toBeUndefined();
});

it("an expectation that does not hold is new, whatever words are in it", () => {
  const failure = {
    title: "Test failed: tells",
    detail: "expected ENOSPC: no space left on device",
    suggestion: "Fix.",
  };

  expect(classed({ ...failure, class: "new" })).toMatchObject({ class: "new", suggestion: "Fix." });
  expect(classed(failure)).toMatchObject({
    class: "environment",
    suggestion: expect.stringMatching(/disk is full.*retry/i),
  });
});

it("what a command that the machine stopped left undone is of the machine too, and comes after it", () => {
  const missing = { title: "The report r.xml is missing", suggestion: "Write it." };
  const stopped = {
    title: "`npm test` ended with exit code 137 although it should have written a report",
    suggestion: "",
  };
  const test = { title: "Test failed: adds", test: "adds", suggestion: "Fix." };

  expect(allClassed([missing, test, stopped]).map((failure) => [failure.title, failure.class])).toEqual([
    [stopped.title, "environment"],
    [missing.title, "environment"],
    [test.title, "new"],
  ]);
  expect(allClassed([missing, test]).map((failure) => failure.class)).toEqual(["new", "new"]);
});

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "setup-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

it("a set-up whose tool is missing says that, and not to look at the code", async () => {
  const context: GateContext = {
    settings: { setup: "no-such-tool --install" },
    smoke: undefined,
    development: undefined,
    directory,
    sha: "abc",
    env: { PATH: process.env["PATH"] },
    clock: { now: () => 0, sleep: () => Promise.resolve() },
    fetch,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  };

  expect(await runSetup(context)).toMatchObject({
    class: "environment",
    suggestion: expect.stringContaining("A tool is missing on the machine"),
  });
});
