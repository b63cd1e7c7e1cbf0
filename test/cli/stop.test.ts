import { afterAll, beforeAll, expect, it, jest } from "@jest/globals";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { createWorld, type World } from "../../packages/testbed/index.ts";
import { codeOf, git, release, startCommand } from "./world.ts";

jest.setTimeout(60_000);

let root = "";
let world: World;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "release-stop-"));
  world = await createWorld({ directory: path.join(root, "world"), minimal: true });
});

afterAll(async () => {
  await world.stop();
  await rm(root, { recursive: true, force: true });
});

const leases = () => git(world, world.repositoryDirectory, "ls-remote", "origin", "refs/release-command/leases/*");

it("stops when it is told to, gives its leases back, and says how to go on", async () => {
  const driving = startCommand(world, ["start", "--version=1.1.0", "--from=develop", "--to=main"]);
  await driving.says("waiting: the pull request needs");
  expect(await leases()).toContain("refs/release-command/leases/release/v1.1.0");

  // As a terminal and a launcher do for one Ctrl-C.
  driving.child.kill("SIGINT");
  driving.child.kill("SIGINT");

  expect(await codeOf(driving.child)).toBe(3);
  expect(driving.heard.text).toContain("Stopped by SIGINT: v1.1.0 stays in review. Nothing is lost.");
  expect(driving.heard.text).toContain("Continue with: release resume v1.1.0");
  expect(driving.heard.text).not.toMatch(/\n\s+at /);
  expect(await leases()).toBe("");
});

it("goes on at once, to the end, and says what that cost", async () => {
  const approval = world.approveWhenOpened("aisha", { signal: AbortSignal.timeout(30_000) });
  const ended = await release(world, ["resume", "v1.1.0"]);
  await approval;

  expect([ended.code, ended.stderr]).toEqual([0, ""]);
  expect(ended.stdout).not.toContain("until the last driver");
  expect(ended.stdout).toContain("v1.1.0 is released. Report: release report v1.1.0");
  const cost = /(?<calls>\d+) API calls, (?<git>\d+) git requests, (?<appends>\d+) appends, (?<facts>\d+) facts/.exec(
    ended.stdout,
  )?.groups;
  expect(Number(cost?.["calls"])).toBeGreaterThan(5);
  expect(Number(cost?.["appends"])).toBeGreaterThan(5);
  expect(Number(cost?.["facts"])).toBeGreaterThan(Number(cost?.["appends"]));
  expect(await leases()).toBe("");
});
