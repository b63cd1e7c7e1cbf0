import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import type { GateContext } from "../index.ts";

/** A folder with files in it, and a gate's context over it; waits of more than 50 ms are cut. */
export async function makeCheckout(files: Readonly<Record<string, string>>) {
  const directory = await mkdtemp(join(tmpdir(), "gates-"));
  const write = async (given: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, text] of Object.entries(given)) {
      await mkdir(dirname(join(directory, name)), { recursive: true });
      await writeFile(join(directory, name), text);
    }
  };
  await write(files);
  return {
    directory,
    write,
    list: async (folder: string): Promise<readonly string[]> => readdir(join(directory, folder)),
    context: (given: Partial<GateContext>): GateContext => ({
      settings: {},
      smoke: undefined,
      development: undefined,
      directory,
      sha: "abc123",
      env: { PATH: process.env["PATH"], HOME: process.env["HOME"] },
      clock: {
        now: () => performance.now(),
        sleep: async (ms, signal) => delay(Math.min(ms, 50), undefined, { signal }),
      },
      fetch,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      ...given,
    }),
    read: async (name: string): Promise<string> => readFile(join(directory, name), "utf8"),
    remove: async (): Promise<void> => rm(directory, { recursive: true, force: true }),
  };
}

export const node = `"${process.execPath}"`;

/** Whether a process runs; one that ended and was not yet collected by its parent does not. */
function runs(pid: number): boolean {
  const [state = ""] = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
  return state !== "" && state !== "Z";
}

/** Those of the processes that still run after a moment. */
export async function survivors(pids: readonly number[]): Promise<readonly number[]> {
  for (let tries = 0; tries < 80 && pids.some(runs); tries += 1) await delay(25);
  return pids.filter(runs);
}
