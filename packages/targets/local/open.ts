import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { ReleaseFault } from "#faults";
import { onlyVariables } from "#process";

import type { Clock } from "../port.ts";
import { plainEnvironment } from "./child.ts";
import { findAddress, findPlatform, type PlatformClient } from "./client.ts";
import type { PlatformState } from "./protocol.ts";

const START_TIMEOUT_MS = 20_000;
const POLL_MS = 50;

export interface PlatformOptions {
  /** Public port; 0 = the one it had before, else any. */
  readonly port: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** A client of the directory's platform, which is started first when it is not running. */
export async function ensurePlatform(directory: string, options: PlatformOptions): Promise<PlatformClient> {
  const running = (await findPlatform(directory)) ?? (await startPlatform(directory, options));
  const { port } = await running.status();
  if (options.port === 0 || options.port === port) return running;
  throw new ReleaseFault(
    "config",
    `The platform in ${directory} listens on port ${port}, and the settings say ${options.port}`,
    {
      hint: `Write port: ${port}, or stop that platform first.`,
    },
  );
}

async function startPlatform(directory: string, { port, clock, signal }: PlatformOptions): Promise<PlatformClient> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const logFile = join(directory, "platform.log");
  const known = await findAddress(directory);
  const log = openSync(logFile, "a", 0o600);
  const started = spawn(
    process.execPath,
    [mainFile(), directory, String(port === 0 ? (known?.publicPort ?? 0) : port)],
    {
      cwd: directory,
      detached: true,
      stdio: ["ignore", log, log],
      // Half of its start is compiling, which is kept where ours is kept; the project's processes get nothing of it.
      env: { ...plainEnvironment(process.env), ...onlyVariables(process.env, ["NODE_COMPILE_CACHE"]) },
    },
  );
  closeSync(log);
  started.unref();
  const failed = new AbortController();
  started.once("exit", (code) => code !== 0 && failed.abort()).once("error", () => failed.abort());
  const deadlineMs = clock.now() + START_TIMEOUT_MS;
  while (!failed.signal.aborted && clock.now() < deadlineMs) {
    await clock.sleep(POLL_MS, signal);
    const client = await findPlatform(directory);
    if (client !== undefined) return client;
  }
  const lastWords = (await readFile(logFile, "utf8")).trimEnd().split("\n").slice(-12).join("\n");
  throw new ReleaseFault("remote", `The embedded platform in ${directory} did not start`, {
    hint: `See ${logFile}; it ends with:\n${lastWords}`,
  });
}

/** Beside this file in the sources. A bundle is one folder of many rooms: the platform has an entry of its own there. */
function mainFile(): string {
  const here = fileURLToPath(import.meta.url);
  return join(dirname(here), here.endsWith(".ts") ? "main.ts" : "local-platform.js");
}

/** Everything that decides who answers clients; opaque, for `restore`. */
export type PlatformSnapshot = PlatformState;

export interface LocalPlatform {
  /** What is deployed and who has how much traffic. */
  snapshot(): Promise<PlatformSnapshot>;
  /** Back to an earlier snapshot, at once: versions deployed since keep running, unseen, for the next time. */
  restore(snapshot: PlatformSnapshot): Promise<void>;
}

/** The platform of a `local` target's directory, for those who must put the world back: crash tests and the demo. */
export async function openLocalPlatform(directory: string, options: PlatformOptions): Promise<LocalPlatform> {
  const client = await ensurePlatform(resolve(directory), options);
  return {
    snapshot: async () => (await client.status()).state,
    restore: async (snapshot) => {
      const { state } = await client.status();
      const wanted = new Set(snapshot.revisions.map(({ version }) => version));
      const warm = state.revisions
        .filter(({ version }) => !wanted.has(version))
        .map((revision) => ({ ...revision, percent: 0, parked: true }));
      await client.write({ ...snapshot, revisions: [...snapshot.revisions, ...warm] }, state.etag);
      await untilServing(client, options);
    },
  };
}

/** Waits for versions that were not warm any more. */
async function untilServing(client: PlatformClient, { clock, signal }: PlatformOptions): Promise<void> {
  const deadlineMs = clock.now() + START_TIMEOUT_MS;
  for (;;) {
    const { state, live } = await client.status();
    const cold = state.revisions.find(
      ({ version, percent }) => percent > 0 && !live.some((one) => one.version === version && one.healthy),
    );
    if (cold === undefined) return;
    if (clock.now() > deadlineMs) {
      throw new ReleaseFault("remote", `${cold.version} did not come up again in ${client.directory}`, {
        hint: "A version that was removed for good cannot be restored: take the snapshot later, or deploy it again.",
      });
    }
    await clock.sleep(POLL_MS, signal);
  }
}

/** Stops the platform of a directory and every version it runs; what it knows stays on disk. Nothing runs → nothing to do. */
export async function stopPlatform(directory: string, clock: Clock): Promise<void> {
  const home = resolve(directory);
  const running = await findPlatform(home);
  if (running === undefined) return;
  await running.stop();
  const deadlineMs = clock.now() + START_TIMEOUT_MS;
  while (await lockIsHeld(home)) {
    if (clock.now() > deadlineMs) {
      throw new ReleaseFault("remote", `The platform in ${home} does not stop`, {
        hint: `Look at ${join(home, "platform.log")}.`,
      });
    }
    await clock.sleep(POLL_MS);
  }
}

async function lockIsHeld(directory: string): Promise<boolean> {
  return readFile(join(directory, "platform.lock")).then(
    () => true,
    () => false,
  );
}
