import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { afterAll, beforeAll, expect, it } from "@jest/globals";

import { codeOf } from "./world.ts";

const main = fileURLToPath(new URL("../../packages/cli/main.ts", import.meta.url));
let cwd = "";

beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), "release-output-"));
});
afterAll(async () => {
  await rm(cwd, { recursive: true, force: true });
});

function start(args: readonly string[], imported: string) {
  const load = ["--disable-warning=ExperimentalWarning", `--import=data:text/javascript,${imported}`];
  const child = spawn(process.execPath, [...load, main, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const heard = { text: "" };
  child.stderr.on("data", (chunk: Buffer) => (heard.text += chunk.toString()));
  return { child, heard };
}

it.each([
  ["an exception in a callback", `throw new Error("boom")`],
  ["a rejection that nobody waits for", `void Promise.reject(new Error("boom"))`],
])("explains %s as a defect, without a stack trace", async (_, code) => {
  const { child, heard } = start(["help"], `process.on("beforeExit", () => { ${code} })`);

  expect(await codeOf(child)).toBe(1);
  expect(heard.text).toContain("Something failed that should not: boom");
  expect(heard.text).not.toMatch(/^ {4}at /m);
});

it("takes a closed pipe without a stack trace", async () => {
  const { child, heard } = start(["help"], "");
  child.stdout.destroy();

  await codeOf(child);

  expect(heard.text).not.toMatch(/^ {4}at /m);
});
