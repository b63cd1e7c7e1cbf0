import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ReleaseFault } from "#faults";
import { run } from "#process";

const START_TIMEOUT_MS = 45_000;
const END_TIMEOUT_MS = 3_000;
const POLL_MS = 10;

/** A running program of a world. */
export interface Recorded {
  readonly pid: number;
  /** Stands in the command line of that process: a number alone may belong to a stranger by now. */
  readonly script: string;
}

/** As `Promise.all`, but never leaves while one is still under way: what it starts could no longer be ended. */
export async function settleAll<T extends readonly unknown[]>(all: { [K in keyof T]: Promise<T[K]> }): Promise<T> {
  await Promise.allSettled(all);
  return Promise.all(all);
}

/** Starts a Node program that outlives us and waits for its first line, which it answers with. Its id is recorded. */
export async function startProgram(
  directory: string,
  name: string,
  script: string,
  args: readonly string[] = [],
): Promise<{ readonly pid: number; readonly line: string }> {
  const home = processesOf(directory);
  await mkdir(home, { recursive: true });
  const logFile = join(home, `${name}.log`);
  await rm(logFile, { force: true });
  const log = openSync(logFile, "a");
  const child = spawn(process.execPath, [script, ...args], { detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  child.unref();
  const ended: { code?: number | null } = {};
  child.once("exit", (code) => (ended.code = code)).once("error", () => (ended.code = -1));
  const { pid } = child;
  if (pid !== undefined) await recordProgram(directory, name, { pid, script });
  for (let waitedMs = 0; waitedMs < START_TIMEOUT_MS && ended.code === undefined; waitedMs += POLL_MS) {
    const text = await readFile(logFile, "utf8");
    const line = text.split("\n").find((candidate) => /^(http|postgres):\/\//.test(candidate));
    if (line !== undefined && pid !== undefined && text.includes(`${line}\n`)) return { pid, line };
    await pause(POLL_MS);
  }
  throw new ReleaseFault("remote", `The program "${name}" of the demo did not start`, {
    hint: `Its log says:\n${(await readFile(logFile, "utf8")).slice(-1500)}`,
  });
}

/** Remembers a program that was started elsewhere, so that it ends with the others. */
export async function recordProgram(directory: string, name: string, program: Recorded): Promise<void> {
  await mkdir(processesOf(directory), { recursive: true });
  await writeFile(join(processesOf(directory), `${name}.pid`), JSON.stringify(program));
}

/** The text that a program has written so far. */
export async function logOf(directory: string, name: string): Promise<string> {
  return readFile(join(processesOf(directory), `${name}.log`), "utf8").catch(() => "");
}

/** Whether a program that was started here still runs. */
export async function isRunning(directory: string, name: string): Promise<boolean> {
  const recorded = await findRecorded(join(processesOf(directory), `${name}.pid`));
  return recorded !== undefined && isOurs(recorded);
}

/** Ends one program, or all that were started in this directory; those that have ended already are no matter. */
export async function endPrograms(directory: string, only?: string): Promise<void> {
  const home = processesOf(directory);
  const files = await readdir(home).catch(() => []);
  const wanted = files.filter((file) => (only === undefined ? file.endsWith(".pid") : file === `${only}.pid`));
  await Promise.all(
    wanted.map(async (file) => {
      const recorded = await findRecorded(join(home, file));
      if (recorded !== undefined) await end(recorded);
      await rm(join(home, file), { force: true });
    }),
  );
}

async function end(recorded: Recorded): Promise<void> {
  if (!(await isOurs(recorded))) return;
  send(recorded.pid, "SIGTERM");
  for (let waitedMs = 0; waitedMs < END_TIMEOUT_MS; waitedMs += POLL_MS) {
    if (!send(recorded.pid, 0)) return;
    await pause(POLL_MS);
  }
  if (await isOurs(recorded)) send(recorded.pid, "SIGKILL");
}

async function isOurs({ pid, script }: Recorded): Promise<boolean> {
  if (!send(pid, 0)) return false;
  const known = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => undefined);
  const commandLine = known ?? (await run(["ps", "-o", "args=", "-p", String(pid)])).stdout;
  return commandLine.includes(script);
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

async function findRecorded(file: string): Promise<Recorded | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Recorded);
}

function processesOf(directory: string): string {
  return join(directory, "processes");
}
