import { execa } from "execa";
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
  const child = execa(file, args, {
    buffer: false,
    reject: false,
    detached: ownGroup,
    cleanup: !ownGroup,
    windowsHide: true,
    extendEnv: options.inheritEnv ?? true,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.env === undefined ? {} : { env: { ...options.env } }),
    ...(options.leash === true ? { stdin: "pipe" as const } : {}),
    ...(options.input === undefined && options.leash !== true ? { stdin: "ignore" as const } : {}),
    ...(options.input === undefined ? {} : { input: options.input }),
  });
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
  const endAtExit = (): void => signalGroup(child.pid, "SIGKILL");
  if (options.timeoutMs !== undefined) {
    later(options.timeoutMs, () => {
      state.timedOut = true;
      end();
    });
  }
  if (options.signal?.aborted === true) end();
  options.signal?.addEventListener("abort", end, { once: true });
  process.once("exit", endAtExit);
  child.once("exit", () => {
    child.stdin?.destroy();
    later(drainMs, closePipes);
  });

  const finished = child.then((result) => {
    for (const timer of timers) clearTimeout(timer);
    options.signal?.removeEventListener("abort", end);
    process.removeListener("exit", endAtExit);
    // Whoever survived the end of its leader in the group is ended too.
    if (state.timedOut || options.signal?.aborted === true) signalGroup(child.pid, "SIGKILL");
    if (child.pid === undefined) throw cannotStart(file, options.cwd, result);
    return { exitCode: result.exitCode, signal: result.signal, durationMs: performance.now() - startedAt };
  });
  return { stdout: child.stdout, stderr: child.stderr, finished, state, end };
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
