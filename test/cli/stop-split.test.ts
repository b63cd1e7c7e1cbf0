import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, expect, it, jest } from "@jest/globals";

import { createWorld, type World } from "../../packages/testbed/index.ts";
import { codeOf, git, release, startCommand } from "./world.ts";

jest.setTimeout(90_000);

let root = "";
let world: World;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "release-split-"));
  world = await createWorld({ directory: path.join(root, "world"), minimal: true });
  const file = path.join(world.repositoryDirectory, ".github/release-command.yml");
  await writeFile(file, (await readFile(file, "utf8")).replace("stepTime: 50ms", "stepTime: 60s"));
  await git(world, world.repositoryDirectory, "commit", "--quiet", "-am", "ci: watch the first share for a minute");
  await git(world, world.repositoryDirectory, "push", "--quiet", "origin", "develop");
});

afterAll(async () => {
  await world.stop();
  await rm(root, { recursive: true, force: true });
});

const serving = async () =>
  ((await (await fetch(`${world.productionUrl}/`)).json()) as { readonly version: string }).version;

it("takes the traffic back when it is stopped while production is split, and ends the rollback when it goes on", async () => {
  const approval = world.approveWhenOpened("aisha", { signal: AbortSignal.timeout(60_000), pollMs: 30 });
  const driving = startCommand(world, ["start", "--version=1.1.0", "--from=develop", "--to=main"]);
  await driving.says("watching 50%");
  await approval;
  const begun = performance.now();
  driving.child.kill("SIGTERM");

  expect(await codeOf(driving.child)).toBe(3);
  expect(performance.now() - begun).toBeLessThan(7_500);
  expect(driving.heard.text).toContain("Stopped by SIGTERM: v1.1.0 stays in rolled_back, 0 % of production on v1.1.0");
  expect(driving.heard.text).not.toMatch(/\n\s+at /);
  expect(new Set(await Promise.all(Array.from({ length: 8 }, serving)))).toEqual(new Set(["1.0.0"]));

  const ended = await release(world, ["resume", "v1.1.0"]);

  expect([ended.code, ended.stderr]).toEqual([4, ""]);
  expect(ended.stdout).not.toContain("until the last driver");
  expect(ended.stdout).toContain("v1.1.0 was rolled back");
});
