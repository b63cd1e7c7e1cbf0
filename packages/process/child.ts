import { spawn, type ChildProcess } from "node:child_process";
import { Socket } from "node:net";
import { Readable } from "node:stream";

import { ReleaseFault } from "#faults";

export interface ChildOptions {
  readonly cwd?: string;
  /** Added to our own environment (`undefined` removes a variable), or the whole of it when `inheritEnv` is false. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly inheritEnv?: boolean;
  readonly input?: string | Uint8Array;
  /** Its standard input is empty and stays open as long as we live: whoever reads it learns of our end, even by SIGKILL. */
  readonly leash?: boolean;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** Between asking a process group to end and ending it. */
const graceMs = 3_000;
/** How long the pipes of a finished process may stay open: what it left in the background may hold them for ever. */
const drainMs = 2_000;
const ownGroup = process.platform !== "win32";

/**
 * Starts a program in a process group of its own, which is ended as a whole: on time-out, on abort, and when we exit.
 * A terminal's Ctrl-C therefore reaches us and not the child: an append under way is not cut.
 */
export function startChild(argv: readonly [string, ...string[]], options: ChildOptions) {
  const [file, ...args] = argv;
  const startedAt = performance.now();
  const child = spawned(file, args, options);
  const state = { timedOut: false };
  const timers = new Set<NodeJS.Timeout>();
  const later = (ms: number, act: () => void): void => {
    timers.add(setTimeout(act, ms));
  };
  const closePipes = (): void => {
    child.stdout.destroy();
    child.stderr.destroy();
  };
  const end = (): void => {
    signalGroup(child.pid, "SIGTERM");
    later(graceMs, () => {
      signalGroup(child.pid, "SIGKILL");
      closePipes();
    });
  };
  if (options.timeoutMs !== undefined) {
    later(options.timeoutMs, () => {
      state.timedOut = true;
      end();
    });
  }
  if (options.signal?.aborted === true) end();
  options.signal?.addEventListener("abort", end, { once: true });
  endWithUs(child);
  child.once("exit", () => {
    child.stdin?.destroy();
    later(drainMs, closePipes);
  });

  const finished = ended(child, (cause) => cannotStart(file, options.cwd, cause)).then((result) => {
    // Whoever survived the end of its leader in the group is ended too.
    if (state.timedOut || options.signal?.aborted === true) signalGroup(child.pid, "SIGKILL");
    return { ...result, durationMs: performance.now() - startedAt };
  });
  const settled = (): void => {
    for (const timer of timers) clearTimeout(timer);
    options.signal?.removeEventListener("abort", end);
    forget(child);
  };
  finished.then(settled, settled);
  const { stdin, stdout, stderr } = child;
  return { stdin, stdout, stderr, finished, state, end, setAwaited: (awaited: boolean) => setAwaited(child, awaited) };
}

/** What runs now; one listener for all of them: Node takes more than ten for a leak. */
const running = new Set<ChildProcess>();
const endAll = (): void => {
  for (const { pid } of running) signalGroup(pid, "SIGKILL");
};

function endWithUs(child: ChildProcess): void {
  if (running.size === 0) process.once("exit", endAll);
  running.add(child);
}

function forget(child: ChildProcess): void {
  running.delete(child);
  if (running.size === 0) process.removeListener("exit", endAll);
}

/** Whether we live on for it: a program that waits for a question must not keep us from ending. */
function setAwaited(child: Child, awaited: boolean): void {
  const verb = awaited ? "ref" : "unref";
  child[verb]();
  for (const pipe of child.stdio) if (pipe instanceof Socket) pipe[verb]();
}

type Child = ChildProcess & { readonly stdout: Readable; readonly stderr: Readable };

/** By Node itself: of a library for this we would need a tenth, and each start of a command would load all of it. */
function spawned(file: string, args: readonly string[], options: ChildOptions): Child {
  const env = options.inheritEnv === false ? { ...options.env } : { ...process.env, ...options.env };
  const how = { cwd: options.cwd, env, detached: ownGroup, windowsHide: true };
  try {
    const isLeashed = options.leash === true;
    const stdin = options.input === undefined && !isLeashed ? "ignore" : "pipe";
    const child = spawn(file, args, { ...how, stdio: [stdin, "pipe", "pipe"] });
    if (!hasOutputs(child)) throw new Error("too many open files");
    // It may end without having read all of it.
    child.stdin?.on("error", () => {});
    if (!isLeashed) child.stdin?.end(options.input);
    return child;
  } catch (cause) {
    // What the system refuses at once: arguments that are too long, or that hold a NUL.
    throw cannotStart(file, options.cwd, cause);
  }
}

/** Node makes none where the system has no file left to give, and tells why later: by an event that is heard here. */
function hasOutputs(child: ChildProcess): child is Child {
  if (child.stdout instanceof Readable && child.stderr instanceof Readable) return true;
  child.once("error", () => {});
  return false;
}

/** Resolves when the program has ended and its outputs are read; rejects when it could not be started. */
function ended(
  child: Child,
  fault: (cause: Error) => ReleaseFault,
): Promise<{ readonly exitCode: number | undefined; readonly signal: NodeJS.Signals | undefined }> {
  return new Promise((resolve, reject) => {
    child.once("error", (cause) => reject(fault(cause)));
    child.once("close", (code, signal) => resolve({ exitCode: code ?? undefined, signal: signal ?? undefined }));
  });
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(ownGroup ? -pid : pid, signal);
  } catch {
    // It is gone already.
  }
}

function cannotStart(file: string, cwd: string | undefined, cause: unknown): ReleaseFault {
  const why = cause instanceof Error ? cause.message.split("\n", 1)[0] : "";
  const place = cwd === undefined ? "" : ` in ${cwd}`;
  return new ReleaseFault("config", `Cannot start the program "${file}"${place}: ${why}`, {
    hint: `Install ${file} or correct its name; \`command -v ${file}\` must print a path, and the directory must exist.`,
    cause,
  });
}
