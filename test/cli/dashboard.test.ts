import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect, it } from "@jest/globals";

import { createWorld, type World } from "../../packages/testbed/index.ts";
import { git, release, startCommand } from "./world.ts";

let root = "";
let world: World;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "release-dashboard-"));
  world = await createWorld({ directory: path.join(root, "world"), minimal: true });
}, 60_000);
afterAll(async () => {
  await world.stop();
  await rm(root, { recursive: true, force: true });
});

it("builds and publishes before the first release", async () => {
  const out = path.join(root, "site");
  const built = await release(world, ["dashboard", "build", `--out=${out}`]);
  const published = await release(world, ["dashboard", "publish", "--follow"]);
  const refused = await release(world, ["dashboard", "publish", "--branch=main"]);

  expect([built.code, built.stdout]).toEqual([0, `${out}${path.sep}index.html\n`]);
  expect(readFileSync(path.join(out, "index.html"), "utf8")).toContain("No release is running");
  expect(existsSync(path.join(out, "metrics.txt"))).toBe(true);
  expect([published.code, published.stderr]).toEqual([0, ""]);
  expect(published.stdout).toMatch(/^gh-pages is [0-9a-f]{7}: \d+ files\n$/);
  expect(await git(world, world.repositoryDirectory, "ls-remote", "origin", "refs/heads/gh-pages")).toContain(
    "gh-pages",
  );
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain("holds something that is not a dashboard");
}, 120_000);

it("serves until it is stopped", async () => {
  const { child, heard, says } = startCommand(world, ["dashboard", "serve"]);
  await says("http://127.0.0.1:");
  const address = /http:\S+/.exec(heard.text)?.[0] ?? "";
  const page = await (await fetch(address)).text();
  child.kill("SIGINT");
  await new Promise((resolve) => child.once("exit", resolve));

  expect(page).toContain('data-refresh="1000"');
  await expect(fetch(address)).rejects.toThrow("fetch failed");
}, 60_000);

it.each([
  ["dashboard show", 'Unknown value "show" for dashboard'],
  ["dashboard build --port=1", "--port means nothing to dashboard build"],
  ["dashboard serve --port=x", '--port must be a whole number from 0 to 65535; got "x"'],
])("refuses %s", async (line, message) => {
  const ended = await release(world, line.split(" "));

  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain(message);
});
