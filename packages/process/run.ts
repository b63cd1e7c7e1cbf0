import { startChild, type ChildOptions } from "./child.ts";
import { Output } from "./output.ts";

export interface RunOptions extends ChildOptions {
  /** Of each stream at most this much is kept, its end; default 64 MiB. */
  readonly maxOutputBytes?: number;
  /** Called with each line as it comes. */
  readonly onLine?: (stream: "stdout" | "stderr", line: string) => void;
}

export interface RunResult {
  /** `undefined` when a signal ended it. */
  readonly exitCode: number | undefined;
  readonly signal?: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
  readonly timedOut: boolean;
  /** The beginning of an output was dropped. */
  readonly truncated: boolean;
}

const defaultMaxBytes = 64 * 1024 * 1024;

/**
 * Runs a program to its end. Never a shell, and never throws for an exit code that is not 0; a program that cannot be
 * started is a fault. On time-out or abort its whole process group is ended.
 */
export async function run(argv: readonly [string, ...string[]], options: RunOptions = {}): Promise<RunResult> {
  const maxBytes = options.maxOutputBytes ?? defaultMaxBytes;
  const { onLine } = options;
  const stdout = new Output(maxBytes, onLine && ((line) => onLine("stdout", line)));
  const stderr = new Output(maxBytes, onLine && ((line) => onLine("stderr", line)));
  const child = startChild(argv, options);
  child.stdout.on("data", (chunk: Buffer) => stdout.add(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.add(chunk));

  const { exitCode, signal, durationMs } = await child.finished;

  return {
    exitCode,
    ...(signal === undefined ? {} : { signal }),
    stdout: stdout.end(),
    stderr: stderr.end(),
    durationMs,
    timedOut: child.state.timedOut,
    truncated: stdout.truncated || stderr.truncated,
  };
}

/** Runs a command line that a person wrote in the configuration, by `sh -c`. Values go in by `env`, never into the text. */
export function runShell(command: string, options: RunOptions = {}): Promise<RunResult> {
  return run(["sh", "-c", command], options);
}
