import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { afterEach, describe, expect, it, jest } from "@jest/globals";

import { openProcesses } from "./command/world.ts";
import { contract, type World } from "./contract.ts";
import { findHaproxy, openHaproxy } from "./haproxy/world.ts";
import { stopPlatform } from "./local/open.ts";
import type { Clock } from "./port.ts";
import { loadTarget, targetNames } from "./registry.ts";

jest.setTimeout(30_000);

const clock: Clock = {
  now: Date.now,
  sleep: (ms, signal) => pause(ms, undefined, signal === undefined ? {} : { signal }),
};
const { signal } = new AbortController();
/** What ends a world. */
const ends: (() => Promise<void>)[] = [];
const haproxy = findHaproxy();

/** To add a target: one line here that builds its world. */
const worlds: Readonly<Record<string, () => Promise<World>>> = {
  local: async () => {
    const workDirectory = await mkdtemp(join(tmpdir(), "contract-"));
    const directory = join(workDirectory, `platform-${randomUUID()}`);
    ends.push(
      () => stopPlatform(directory, clock),
      () => rm(workDirectory, { recursive: true, force: true }),
    );
    const settings = { directory, command: "exec node server.cjs", health: "/", startTimeout: "5s" };
    return {
      target: () => loadTarget("local", { environment: "staging", settings, workDirectory, clock, signal }),
      kill: async () => {
        const { pid } = JSON.parse(await readFile(join(directory, "platform.json"), "utf8")) as { pid: number };
        process.kill(pid, "SIGKILL");
      },
    };
  },
  haproxy: async () => {
    const world = await openHaproxy(haproxy ?? "");
    ends.push(() => world.end());
    const { settings, directory: workDirectory } = world;
    return {
      target: () =>
        loadTarget("haproxy", { environment: "staging", settings, workDirectory, env: process.env, clock, signal }),
      kill: () => world.restart(),
    };
  },
  command: async () => {
    const world = await openProcesses();
    ends.push(() => world.end());
    const { settings, home: workDirectory } = world;
    return {
      target: () =>
        loadTarget("command", { environment: "staging", settings, workDirectory, env: process.env, clock, signal }),
      // Between two calls nothing of it runs.
      kill: async () => {},
    };
  },
};

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

describe.each(targetNames.map((name) => [name]))("the target %s", (name) => {
  const runs = name === "haproxy" && haproxy === undefined ? it.skip : it;
  runs.each(Object.entries(contract))("%s", async (_, check) => {
    const world = worlds[name];
    if (world === undefined) throw new Error(`${name} has no world in this file`);

    await expect(check(await world(), signal)).resolves.toBeUndefined();
  });
});

it("names the targets that exist, also for names of Object's prototype", async () => {
  const options = { environment: "staging", settings: {}, workDirectory: ".", clock, signal } as const;

  await expect(loadTarget("constructor", options)).rejects.toThrow('Unknown deploy target "constructor"');
  await expect(loadTarget("local", options)).rejects.toThrow(/directory: .*\ncommand: /s);
});
