import { stripVTControlCharacters } from "node:util";

import { ReleaseFault } from "#faults";
import { harmlessVariables, onlyVariables, runShell } from "#process";

/** More output than this is no answer to a question. */
const maxOutputBytes = 1024 * 1024;

export interface Script {
  /** As a person wrote it; run by the shell, with nothing of ours put into its text. */
  readonly command: string;
  readonly cwd: string;
  /** The variables of our run. */
  readonly ours: Readonly<Record<string, string | undefined>>;
  /** Names of those that the script gets besides the harmless ones. */
  readonly pass: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** What a script did; a bad end is described so that a person can act on it, without the secrets that it was given. */
export interface ScriptResult {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  /** Why it does not count; `undefined` when it ended with 0. */
  readonly problem?: string;
}

/** Runs a script to its end. Rejects only on abort, and where a variable that it needs is not set. */
export async function runScript(script: Script): Promise<ScriptResult> {
  const { command, cwd, timeoutMs, signal, input } = script;
  const given = passed(script);
  const result = await runShell(command, {
    cwd,
    env: { ...onlyVariables(script.ours, harmlessVariables), ...given, ...script.env },
    inheritEnv: false,
    timeoutMs,
    signal,
    maxOutputBytes,
    ...(input === undefined ? {} : { input }),
  });
  signal.throwIfAborted();
  const { exitCode, stdout } = result;
  if (exitCode === 0 && !result.timedOut && !result.truncated) return { exitCode, stdout };
  const hide = (text: string): string =>
    Object.values(given).reduce((rest, value) => (value.length < 4 ? rest : rest.replaceAll(value, "***")), text);
  return { exitCode: result.timedOut ? undefined : exitCode, stdout, problem: hide(problemOf(result, timeoutMs)) };
}

/** The variables that the settings name. One that is not set is said before anything runs. */
export function passed({ ours, pass }: Pick<Script, "ours" | "pass">): Readonly<Record<string, string>> {
  const missing = pass.filter((name) => (ours[name] ?? "") === "");
  if (missing.length === 0) return onlyVariables(ours, pass);
  throw new ReleaseFault("config", `The deploy target needs variables that are not set: ${missing.join(", ")}`, {
    hint: `Set ${missing[0]} in the environment of the run (in a workflow: env of the job, from a secret), or take it out of "pass".`,
  });
}

function problemOf(
  result: Pick<
    Awaited<ReturnType<typeof runShell>>,
    "exitCode" | "signal" | "timedOut" | "truncated" | "stderr" | "stdout"
  >,
  timeoutMs: number,
): string {
  const text = stripVTControlCharacters(result.stderr.trim() === "" ? result.stdout : result.stderr);
  const last = text.trim().split("\n").slice(-5).join("\n").slice(-400);
  const said = last === "" ? "it said nothing" : `it said: ${last}`;
  if (result.timedOut) return `it was ended after ${timeoutMs / 1000} s; ${said}`;
  if (result.exitCode === undefined) return `it was ended by ${result.signal ?? "a signal"}; ${said}`;
  if (result.exitCode === 0) return `it wrote more than ${maxOutputBytes / 1024 / 1024} MiB`;
  return `it ended with exit code ${result.exitCode}; ${said}`;
}
