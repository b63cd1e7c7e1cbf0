import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect, it } from "@jest/globals";

import { actions } from "../../actions/index.ts";
import { runStub } from "./stubs.ts";

let directory = "";
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "release-dist-"));
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

it.each(Object.keys(actions))("%s says what it misses when nothing is given", async (name) => {
  const { code, log, summary } = await runStub(name, [], { directory });

  expect(code).toBe(2);
  expect(log).toMatch(/::error title=.* failed \(input\)::.*required/);
  expect(log).not.toMatch(/^ {4}at /m);
  expect(summary).toContain("required");
});

it("names every wrong input at once, masks the token and refuses", async () => {
  const token = "ghs_topsecret";
  const inputs = { token, command: "yolo", type: "warm", release: "latest", "dry-run": "perhaps", version: "auto" };

  const { code, log, outputs, summary } = await runStub("validate", [], { directory, inputs });

  expect(code).toBe(2);
  for (const input of ["command", "type", "release", "dry-run"]) expect(log).toContain(`${input}: must be`);
  expect(log.match(/^::error/gm)).toHaveLength(1);
  expect(log.replace(`::add-mask::${token}`, "")).not.toContain(token);
  expect(log).toContain(`::add-mask::${token}`);
  expect(outputs).toEqual({ outcome: "refused" });
  expect(summary).not.toContain(token);
});

it("keeps a huge summary and many annotations within what the host takes", async () => {
  const cwd = path.join(directory, "huge");
  await mkdir(path.join(cwd, ".github"), { recursive: true });
  const external = Array.from({ length: 900 }, (_, index) => ({
    name: `<b>${index}</b> ${"<".repeat(900)}`,
    url: "http://127.0.0.1:9/",
  }));
  const none = { none: "not here" };
  const smoke = { api: none, database: none, auth: none, paths: none, external, retry: { delay: "0s" }, timeout: "2s" };
  await writeFile(path.join(cwd, ".github/release-command.yml"), JSON.stringify({ smoke }));

  const inputs = { url: "http://127.0.0.1:9/" };
  const { code, log, outputs, summary } = await runStub("smoke", [], { directory, cwd, inputs });

  expect(code).toBe(1);
  expect(outputs["status"]).toBe("failed");
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024);
  expect(Buffer.byteLength(summary)).toBeGreaterThan(1000 * 1024);
  expect(summary).toContain("cut here");
  expect(summary).not.toContain("<b>");
  expect(log.match(/^::error/gm)).toHaveLength(10);
});

it("has the command line, without the demo's world", async () => {
  expect(await runStub("cli", ["--help"], { directory })).toMatchObject({ code: 0 });
  const demo = await runStub("cli", ["demo"], { directory });
  expect(demo.code).toBe(2);
  expect(demo.log).toContain("The demo's world is not installed here");
});
