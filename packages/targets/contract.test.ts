import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { afterEach, describe, expect, it, jest } from "@jest/globals";

import { contract, type World } from "./contract.ts";
import { stopPlatform } from "./local/open.ts";
import type { Clock } from "./port.ts";
import { loadTarget, targetNames } from "./registry.ts";

jest.setTimeout(30_000);

const clock: Clock = {
  now: Date.now,
  sleep: (ms, signal) => pause(ms, undefined, signal === undefined ? {} : { signal }),
};
const { signal } = new AbortController();
const rooms: string[] = [];

/** To add a target: one line here that builds its world. */
const worlds: Readonly<Record<string, () => Promise<World>>> = {
  local: async () => {
    const workDirectory = await mkdtemp(join(tmpdir(), "contract-"));
    const directory = join(workDirectory, `platform-${randomUUID()}`);
    rooms.push(workDirectory, directory);
    const settings = { directory, command: "exec node server.cjs", health: "/", startTimeout: "5s" };
    return {
      target: () => loadTarget("local", { environment: "staging", settings, workDirectory, clock, signal }),
      kill: async () => {
        const { pid } = JSON.parse(await readFile(join(directory, "platform.json"), "utf8")) as { pid: number };
        process.kill(pid, "SIGKILL");
      },
    };
  },
};

afterEach(async () => {
  const [workDirectory, directory] = rooms.splice(0);
  if (directory !== undefined) await stopPlatform(directory, clock);
  if (workDirectory !== undefined) await rm(workDirectory, { recursive: true, force: true });
});

describe.each(targetNames.map((name) => [name]))("the target %s", (name) => {
  it.each(Object.entries(contract))("%s", async (_, check) => {
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
