import { stripVTControlCharacters } from "node:util";
import type { SmokeCategory } from "#machine";
import { runShell } from "#process";
import { runCheck, type Checked } from "./check.ts";
import { CheckFailure } from "./check-failure.ts";
import type { CommandCheck, SmokeSpec, Surroundings } from "./contract.ts";

const maxOutputBytes = 64 * 1024;

/** A command as a check of its category. */
export async function commandCheck(
  category: SmokeCategory,
  check: CommandCheck,
  around: Surroundings,
): Promise<Checked> {
  return runCheck({ category, name: check.name, run: async () => runCommand(check, around) }, around);
}

/** Runs any other tool, without anything of the machine but what `commands` gives it. Holds when it ends with 0. */
async function runCommand({ command, timeout }: CommandCheck, around: Surroundings): Promise<void> {
  const { commands, baseUrl, signal } = around;
  if (commands === undefined) {
    throw new CheckFailure("commands need a checkout of the project, and there is none here", { transient: false });
  }
  const timeoutMs = timeout ?? around.timeoutMs;
  const result = await runShell(command, {
    cwd: commands.directory,
    env: { ...commands.env, BASE_URL: baseUrl },
    inheritEnv: false,
    signal,
    timeoutMs,
    maxOutputBytes,
  });
  signal.throwIfAborted();
  if (result.exitCode === 0 && !result.timedOut) return;
  const text = stripVTControlCharacters(result.stderr.trim() === "" ? result.stdout : result.stderr);
  const last = text.trim().split("\n").slice(-5).join("\n").slice(-300);
  const said = last === "" ? "it said nothing" : `its last lines: ${last}`;
  if (result.timedOut) {
    const message = `\`${command}\` was ended after ${timeoutMs} ms; ${said}`;
    throw new CheckFailure(message, { transient: true, reason: "timeout" });
  }
  const how = result.exitCode === undefined ? `signal ${result.signal ?? "unknown"}` : `exit code ${result.exitCode}`;
  throw new CheckFailure(`\`${command}\` ended with ${how}; ${said}`, { transient: false });
}

/** Whether a check is a command. */
export function isCommand(check: object): check is CommandCheck {
  return "command" in check;
}

/** Whether any check of a configuration is a command, so that it needs a checkout. */
export function hasCommands(spec: SmokeSpec | undefined): boolean {
  const lists = [spec?.api, spec?.database, spec?.external, spec?.auth, spec?.paths];
  return lists.some((list) => list !== undefined && !("none" in list) && list.some(isCommand));
}
