import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect, it } from "@jest/globals";

import { run } from "#process";

import { actions } from "../../actions/index.ts";
import { runStub, startStub, type StepEnd } from "./stubs.ts";

let directory = "";
let repository = "";
let hanging = "";
/** Takes every request and answers none. */
const server = createServer(() => undefined);
const plain = { token: "ghs_0123456789", release: "v1.1.0" };

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "release-runner-"));
  repository = path.join(directory, "repository");
  await run(["git", "init", "--quiet", repository]);
  await run(["git", "-C", repository, "remote", "add", "origin", "http://127.0.0.1:9/acme/shop.git"]);
  const none = { none: "not here" };
  const api = [{ name: "hangs", path: "/" }];
  const others = { database: none, auth: none, paths: none, external: none };
  // The second try follows at once: by itself it comes after half a minute.
  const smoke = { api, ...others, timeout: "20s", retry: { delay: "0s" } };
  await run(["mkdir", "-p", path.join(repository, ".github")]);
  await writeFile(path.join(repository, ".github/release-command.yml"), JSON.stringify({ smoke }));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  hanging = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(directory, { recursive: true, force: true });
});

function expectPlainWords({ log }: StepEnd): void {
  expect(log).not.toMatch(/^ {4}at /m);
  expect(log).not.toContain("Something failed that should not");
  expect(log.match(/^::error/gm)).toHaveLength(1);
}

it.each<[string, Readonly<Record<string, string | undefined>>, string, RegExp]>([
  ["no git in PATH", { PATH: "/nowhere" }, "repository", /Cannot start the program "git"/],
  ["no variables of a runner, outside a repository", {}, ".", /not a git repository/],
  ["no variables of a runner and no HOME", { HOME: undefined }, "repository", /127\.0\.0\.1:9|did not answer|not reached/],
  ["a folder for temporary files below a file", { RUNNER_TEMP: "/dev/null/temp" }, "repository", /RUNNER_TEMP: ENOTDIR/],
  ["a file for outputs that is not there", { GITHUB_OUTPUT: "/nowhere/output" }, "repository", /GITHUB_OUTPUT: ENOENT/],
  [
    "a summary that is a folder, and no file for outputs",
    { GITHUB_STEP_SUMMARY: "/tmp", GITHUB_OUTPUT: "/nowhere/output" },
    "repository",
    /GITHUB_OUTPUT: ENOENT.*GITHUB_STEP_SUMMARY: \/tmp is a folder/,
  ],
])("says in plain words what is wrong with %s", async (_, env, place, words) => {
  const cwd = path.join(directory, place);
  const end = await runStub("deploy", [], { directory, cwd, env, inputs: { ...plain, environment: "staging" } });

  expectPlainWords(end);
  expect(end.log).toMatch(words);
  expect([2, 3]).toContain(end.code);
  expect(end.outputs).toEqual({});
});

it("checks out nothing when it is not told which repository", async () => {
  const end = await runStub("checkout", [], { directory, inputs: { token: plain.token, ref: "main", path: "." } });

  expectPlainWords(end);
  expect(end).toMatchObject({ code: 2, log: expect.stringContaining("GITHUB_REPOSITORY is not set") });
});

it.each(Object.entries(actions))("%s names every wrong input in one message", async (name, load) => {
  const { shape } = await load();
  const wrong = Object.values(shape as Record<string, readonly [string, (raw: string) => unknown]>).flatMap(
    ([input, parse]): (readonly [string, string])[] => {
      const bad = ["?!", ""].find((raw) => isRefused(parse, raw));
      return bad === undefined ? [] : [[input, bad]];
    },
  );

  const end = await runStub(name, [], { directory, inputs: Object.fromEntries(wrong) });

  expectPlainWords(end);
  expect(end.code).toBe(2);
  expect(wrong.length).toBeGreaterThan(0);
  for (const [input] of wrong) expect(end.log).toContain(`${input}: `);
  const refuses = ["validate", "review", "rollback", "redeploy", "command"].includes(name);
  expect(end.outputs).toEqual({
    ...(refuses ? { outcome: "refused" } : {}),
    ...(name === "command" ? { next: "none" } : {}),
  });
});

function isRefused(parse: (raw: string) => unknown, raw: string): boolean {
  try {
    parse(raw);
    return false;
  } catch {
    return true;
  }
}

const smoke = (env: Readonly<Record<string, string>> = {}, url = hanging) =>
  startStub("smoke", [], { directory, cwd: repository, env, inputs: { url } });

it("is red when the disk of the runner is full, and says which output was lost", async () => {
  const end = await smoke({ GITHUB_OUTPUT: "/dev/full", GITHUB_STEP_SUMMARY: "/dev/full" }, "http://127.0.0.1:9/").end;

  expectPlainWords(end);
  expect(end.log).toMatch(/The output status=failed could not be written: ENOSPC/);
  expect(end.log).toMatch(/^::warning::The summary of this step could not be written: ENOSPC/m);
  expect(end.code).toBe(3);
});

it("ends when nobody reads its log any more", async () => {
  const step = smoke({}, "http://127.0.0.1:9/");
  step.child.stdout.destroy();

  const end = await step.end;

  expect(end.code).not.toBe(0);
  expect(end.log).not.toMatch(/^ {4}at /m);
});

it.each([
  ["an exception in a callback", `throw new Error("boom")`],
  ["a rejection that nobody waits for", `void Promise.reject(new Error("boom"))`],
])("explains %s as a defect, without a stack trace", async (_, code) => {
  const later = `data:text/javascript,setTimeout(() => { ${code} }, 500)`;

  const end = await smoke({ NODE_OPTIONS: `--import="${later.replaceAll('"', "%22")}"` }).end;

  expect(end.code).toBe(1);
  expect(end.log).toMatch(/^::error title=smoke failed \(bug\)::Something failed that should not: boom%0A/m);
  expect(end.log).not.toMatch(/^ {4}at /m);
});

it("a signal ends a step that drives no release, with a word of why", async () => {
  const step = smoke();
  await new Promise((resolve) => void server.once("request", resolve));
  step.child.kill("SIGTERM");

  const end = await step.end;

  expectPlainWords(end);
  expect(end).toMatchObject({ code: 3, outputs: {}, log: expect.stringContaining("was stopped::Stopped by SIGTERM") });
});
