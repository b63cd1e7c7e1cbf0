import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import { freePort, onlyVariables } from "#process";

import type { RevisionState } from "./protocol.ts";

const MAX_RESTARTS = 5;
/** A version that was never healthy will hardly become so: the release should hear of it soon. */
const MAX_RESTARTS_UNPROVED = 2;
const BACKOFF_MS = 200;
const STARTING_POLL_MS = 50;
const RUNNING_POLL_MS = 1000;
const HEALTH_TIMEOUT_MS = 2000;
/** Healthy for this long, earlier crashes are forgiven. */
const FORGIVEN_AFTER_MS = 60_000;
const GRACE_MS = 3000;

/**
 * Runs the command in a process group that dies with us: the watcher's `cat` ends when our end of stdin is closed,
 * which the kernel does even after SIGKILL. The command arrives as an argument, never as part of this text.
 */
const KEEPER = `
exec 3<&0
(trap '' TERM; cat <&3 >/dev/null; kill -KILL 0) &
sh -c "$1" </dev/null 3<&- &
app=$!
trap : TERM
while kill -0 "$app" 2>/dev/null; do wait "$app"; done
echo "[platform] the command ended"
kill -KILL 0
`;

/** One instance as it is now. */
export interface LiveInstance {
  readonly healthy: boolean;
  readonly givenUp: boolean;
  readonly restarts: number;
  readonly pid: number | undefined;
  readonly port: number | undefined;
  readonly problem: string | undefined;
}

/** One instance of a version as a running process: started, polled, restarted with backoff, at last left alone. */
export class Child {
  readonly spec: RevisionState;
  /** Requests that it is answering; counted by the proxy. */
  inFlight = 0;
  readonly #log: string;
  #process: ChildProcess | undefined;
  #port: number | undefined;
  #healthy = false;
  #healthySinceMs: number | undefined;
  #restarts = 0;
  #everHealthy = false;
  #problem: string | undefined;
  #stopped = false;

  constructor(spec: RevisionState, log: string) {
    this.spec = spec;
    this.#log = log;
    void this.#run();
  }

  get port(): number | undefined {
    return this.#port;
  }

  get healthy(): boolean {
    return this.#healthy;
  }

  view(): LiveInstance {
    return {
      healthy: this.#healthy,
      givenUp: this.#isGivenUp(),
      restarts: this.#restarts,
      pid: this.#process?.pid,
      port: this.#port,
      problem: this.#problem === undefined ? undefined : `${this.#problem}${tail(this.#log)}`,
    };
  }

  /** Tries again after it was given up; leaves a running process alone. */
  revive(): void {
    if (this.#process !== undefined || this.#stopped || !this.#isGivenUp()) return;
    this.#restarts = 0;
    void this.#run();
  }

  /** Ends the whole process group: politely, then for certain. */
  async stop(): Promise<void> {
    this.#stopped = true;
    const running = this.#process;
    if (running?.pid === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => void running.once("exit", () => resolve()));
    signalGroup(running.pid, "SIGTERM");
    const timer = setTimeout(() => running.stdin?.destroy(), GRACE_MS);
    await ended;
    clearTimeout(timer);
  }

  #isGivenUp(): boolean {
    return this.#restarts > (this.#everHealthy ? MAX_RESTARTS : MAX_RESTARTS_UNPROVED);
  }

  async #run(): Promise<void> {
    for (;;) {
      await this.#once();
      if (this.#stopped) return;
      if (this.#healthySinceMs !== undefined && performance.now() - this.#healthySinceMs > FORGIVEN_AFTER_MS)
        this.#restarts = 0;
      this.#restarts += 1;
      if (this.#isGivenUp()) return;
      await sleep(BACKOFF_MS * 2 ** (this.#restarts - 1));
      if (this.#stopped) return;
    }
  }

  /** From start to exit. */
  async #once(): Promise<void> {
    const port = await freePort();
    if (this.#stopped) return;
    const log = openSync(this.#log, "a", 0o600);
    const running = spawn("/bin/sh", ["-c", KEEPER, "sh", this.spec.command], {
      cwd: this.spec.directory,
      env: { ...plainEnvironment(process.env), ...this.spec.env, PORT: String(port) },
      detached: true,
      stdio: ["pipe", log, log],
    });
    closeSync(log);
    running.stdin?.on("error", () => undefined);
    this.#process = running;
    this.#port = port;
    this.#healthySinceMs = undefined;
    const ended = new AbortController();
    const exit = new Promise<string>((resolve) => {
      running.once("error", (error) => resolve(`could not be started: ${error.message}`));
      running.once("exit", () => resolve("its process ended"));
    });
    const polling = this.#poll(port, ended.signal);
    this.#problem = await exit;
    this.#healthy = false;
    this.#process = undefined;
    this.#port = undefined;
    ended.abort();
    await polling;
  }

  async #poll(port: number, ended: AbortSignal): Promise<void> {
    while (!ended.aborted) {
      const problem = await healthProblem(`http://127.0.0.1:${port}${this.spec.health}`, ended);
      if (ended.aborted) return;
      this.#healthy = problem === undefined;
      this.#everHealthy ||= this.#healthy;
      this.#problem = problem;
      if (this.#healthy) this.#healthySinceMs ??= performance.now();
      else if (this.#healthySinceMs !== undefined) this.#healthySinceMs = performance.now();
      const pauseMs = this.#healthySinceMs === undefined ? STARTING_POLL_MS : RUNNING_POLL_MS;
      await sleep(pauseMs, undefined, { signal: ended }).catch(() => undefined);
    }
  }
}

/** The few variables that programs need; whatever secrets the environment holds stay out. */
export function plainEnvironment(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return onlyVariables(env, ["PATH", "HOME", "LANG", "TMPDIR", "TZ", "SystemRoot"]);
}

async function healthProblem(url: string, ended: AbortSignal): Promise<string | undefined> {
  try {
    const signal = AbortSignal.any([ended, AbortSignal.timeout(HEALTH_TIMEOUT_MS)]);
    const response = await fetch(url, { signal, redirect: "manual" });
    await response.body?.cancel();
    return response.status < 400 ? undefined : `its health check answered ${response.status}`;
  } catch {
    return "its health check does not answer";
  }
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // ESRCH: it ended by itself just now, which is what we want.
  }
}

function tail(log: string): string {
  try {
    const lines = readFileSync(log, "utf8").trimEnd().split("\n").slice(-5).join(" | ").slice(-600);
    return lines === "" ? "" : `; its last words: ${lines}`;
  } catch {
    return "";
  }
}
