import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { afterEach, beforeEach, expect, it } from "@jest/globals";

import type { Environment } from "#machine";

import { tidyTargets } from "./tidy.ts";

let cwd: string;
const said: string[] = [];

const answer = { url: "http://shop.test", revisions: [] as readonly object[] };
const bad = { version: "v1.1.0", percent: 0, healthy: true, badSince: "2026-11-01T00:00:00Z" };
const serving = { version: "v1.0.0", percent: 100, healthy: true };

/** A deploy command that takes a version down by a file, and writes down what it was asked. */
const command = `echo "$RELEASE_VERB $RELEASE_VERSION" >>asked; [ $RELEASE_VERB != remove ] || touch removed; if [ -e removed ]; then cat after; else cat before; fi`;

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), "tidy-"));
  said.length = 0;
  await mkdir(join(cwd, ".github"));
  await writeFile(join(cwd, "before"), JSON.stringify({ ...answer, revisions: [serving, bad] }));
  await writeFile(join(cwd, "after"), JSON.stringify({ ...answer, revisions: [serving] }));
  const settings = { command, manual: ["by hand"] };
  const config = { environments: { production: { target: "command", monitor: "probe", settings } } };
  await writeFile(join(cwd, ".github/release-command.yml"), JSON.stringify(config));
});
afterEach(() => rm(cwd, { recursive: true, force: true }));

async function tidy(world: { readonly holder?: string; readonly touched?: readonly Environment[] } = {}) {
  const { signal } = new AbortController();
  const clock = { now: () => Date.parse("2026-11-22T00:00:00Z"), sleep: (ms: number) => pause(ms) };
  await tidyTargets(
    {
      surroundings: { cwd, env: process.env, clock, signal, say: (text) => said.push(text) },
      journal: {
        environmentHolder: async () =>
          world.holder === undefined ? undefined : { release: world.holder, stale: false },
      },
    },
    [{ record: { touched: new Set(world.touched), restored: new Set() } }],
  );
  return readFile(join(cwd, "asked"), "utf8").catch(() => "nothing");
}

it("takes down what was kept long enough, where nobody drives a release", async () => {
  expect(await tidy()).toContain("remove v1.1.0\n");
  expect(said).toEqual([]);
});

it.each([
  ["somebody drives a release there", { holder: "v1.2.0" }],
  ["a release under way has touched it", { touched: ["production" as const] }],
])("leaves an environment alone while %s", async (_, world) => {
  expect(await tidy(world)).toBe("nothing");
});

it("says what it could not take down, and fails nobody", async () => {
  await writeFile(join(cwd, "before"), "no answer");

  await tidy();

  expect(said).toEqual([expect.stringContaining("a version that was rolled back may be up for longer than it should")]);
});
