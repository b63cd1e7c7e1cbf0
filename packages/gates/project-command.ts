import { harmlessVariables, onlyVariables, run, runShell, type RunOptions, type RunResult } from "#process";
import type { Failure } from "#machine";
import { stripVTControlCharacters } from "node:util";
import type { GateContext } from "./context.ts";

/** The only variables of ours that the project's code sees: what tools need wherever they run, and what builds and tests do. */
const passedOn: readonly string[] = [
  ...harmlessVariables,
  "SHELL",
  "LC_CTYPE",
  "TERM",
  "CI",
  "NO_COLOR",
  "COMSPEC",
  "PATHEXT",
  "APPDATA",
  "LOCALAPPDATA",
  "USERPROFILE",
  "XDG_CACHE_HOME",
  "JAVA_HOME",
  "GOPATH",
  "GOCACHE",
  "CARGO_HOME",
  "RUSTUP_HOME",
  "NVM_DIR",
  "PLAYWRIGHT_BROWSERS_PATH",
  "CHROME_PATH",
];

/** Enough of an output for the end of a failure. */
const maxOutputBytes = 1024 * 1024;

/** The complete environment of the project's code: a few harmless names of ours, and what is given. */
export function cleanEnvironment(
  ours: Readonly<Record<string, string | undefined>>,
  given: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return { ...onlyVariables(ours, passedOn), ...given };
}

export interface ProjectCommand {
  readonly command: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /** Ends the command; besides the context's own signal. */
  readonly stop?: AbortSignal;
  /** It ends with us, with everything that it started, even when we are killed. */
  readonly tied?: boolean;
}

/**
 * Reads our end of the leash beside the command; its end is ours, and then that of the process group. The command comes as
 * an argument, and sees nothing of the leash.
 */
const tether = 'exec 3<&0 </dev/null; (read -r _ <&3; kill -KILL 0) >/dev/null 2>&1 & exec sh -c "$1" 3<&-';

/** Runs a command of the project in the clean checkout and the clean environment. Rejects when the context is aborted. */
export async function runProject(project: ProjectCommand, context: GateContext): Promise<RunResult> {
  const { signal, directory, onProgress } = context;
  signal.throwIfAborted();
  const options: RunOptions = {
    cwd: directory,
    env: cleanEnvironment(context.env, project.env),
    inheritEnv: false,
    signal: project.stop === undefined ? signal : AbortSignal.any([signal, project.stop]),
    maxOutputBytes,
    onLine: (_, line) => onProgress(line),
    ...(project.timeoutMs === undefined ? {} : { timeoutMs: project.timeoutMs }),
  };
  const { command, tied = false } = project;
  const result = tied
    ? await run(["sh", "-c", tether, "sh", command], { ...options, leash: true })
    : await runShell(command, options);
  signal.throwIfAborted();
  return result;
}

/** The last lines of an output, for people: where most tools say what was wrong. */
export function lastLines({ stdout, stderr }: Pick<RunResult, "stdout" | "stderr">, count = 12): string {
  const text = stderr.trim() === "" ? stdout : stderr;
  return stripVTControlCharacters(text).trim().split("\n").slice(-count).join("\n").slice(-1500);
}

/** A command that was ended because it took too long; `undefined` when it was not. */
export function timeOutFailure(
  command: string,
  result: RunResult,
  timeoutMs: number,
  setting: string,
): Failure | undefined {
  if (!result.timedOut) return undefined;
  return {
    title: `\`${command}\` was ended after ${Math.round(timeoutMs / 1000)} s`,
    detail: lastLines(result),
    suggestion: `Find what hangs in its last lines, or give it more time: ${setting}: ${Math.ceil(timeoutMs / 30_000)}m`,
  };
}

/** What an exit code that nothing in the report explains means. */
export function exitFailure(command: string, result: RunResult, reportSays: string): Failure {
  const ended = result.exitCode === undefined ? `signal ${result.signal ?? "unknown"}` : `exit code ${result.exitCode}`;
  return {
    title: `\`${command}\` ended with ${ended} although ${reportSays}`,
    detail: lastLines(result),
    suggestion: "Run the command in a clean checkout and look at its last lines: something beside the report failed.",
  };
}
