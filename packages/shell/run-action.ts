import * as core from "@actions/core";

import { asFault, exitCode, exitCodeOf, type ReleaseFault } from "#faults";

import { fitting, type Notice } from "./notices.ts";
import { parseInputs, type Shape } from "./parse-inputs.ts";
import { runnerOf, type Runner } from "./runner.ts";
import { capped, summaryOf } from "./summary.ts";

/** What a step gives to those after it, and to people. */
export interface Outcome {
  readonly outputs: Readonly<Record<string, string>>;
  /** Markdown. */
  readonly summary: string;
  readonly notices?: readonly Notice[];
  /** Why the step is to be red although it did all it could. */
  readonly failure?: { readonly message: string; readonly hint: string };
}

export interface Action<T extends object> {
  readonly title: string;
  readonly shape: Shape<T>;
  /** Outputs of a step that refused: what was asked for may not or cannot be. */
  readonly whenRefused?: Readonly<Record<string, string>>;
  readonly act: (inputs: Readonly<T>, runner: Runner) => Promise<Outcome>;
}

/** Runs a step from its inputs to its outputs, summary and exit code. The only place that meets the runner. */
export async function runAction<T extends object>(action: Action<T>): Promise<void> {
  const stop = listenForStop();
  const runner = runnerOf(process.env, { cwd: process.cwd(), say: (text) => core.info(text), signal: stop.signal });
  try {
    const secret = core.getInput("token");
    if (secret !== "") core.setSecret(secret);
    const inputs = parseInputs((name) => core.getInput(name), action.shape);
    await tell(action.title, await action.act(inputs, runner), runner);
  } catch (thrown) {
    await explain(action, asFault(thrown), runner);
  }
  // What a stage left running (its programs end with us) must not keep a cancelled step alive.
  if (stop.signal.aborted) process.exit(process.exitCode ?? exitCode.waiting);
}

/** The first signal ends every wait; leases are given back meanwhile. A second one ends the process (GitHub sends it 7.5 s later). */
function listenForStop(): AbortController {
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (stop.signal.aborted && name === "SIGTERM") process.exit(exitCode.waiting);
      stop.abort(new Error(`ended by ${name}`));
    });
  }
  return stop;
}

async function tell(title: string, outcome: Outcome, runner: Runner): Promise<void> {
  const { outputs, summary, notices = [], failure } = outcome;
  for (const [name, value] of Object.entries(outputs)) setOutput(runner, name, value);
  const last: readonly Notice[] =
    failure === undefined ? [] : [{ level: "error", title, text: `${failure.message}\n${failure.hint}` }];
  show([...last, ...notices]);
  await summarize(summary, runner);
  if (failure !== undefined) process.exitCode = core.ExitCode.Failure;
}

async function explain<T extends object>(action: Action<T>, fault: ReleaseFault, runner: Runner): Promise<void> {
  const refuses = fault.code !== "bug" && fault.code !== "remote" && !runner.signal.aborted;
  if (refuses) for (const [name, value] of Object.entries(action.whenRefused ?? {})) setOutput(runner, name, value);
  const title = `${action.title} failed (${fault.code})`;
  show([{ level: "error", title, text: `${fault.message}\n${fault.hint}` }]);
  if (fault.cause instanceof Error) core.debug(fault.cause.stack ?? fault.cause.message);
  await summarize(summaryOf({ title, notes: [...fault.message.split("\n"), fault.hint] }), runner);
  process.exitCode = exitCodeOf(fault.code);
}

/** Outside a runner there is no file for outputs, and the command that was used before it is not wanted in a log. */
function setOutput({ env }: Runner, name: string, value: string): void {
  if ((env["GITHUB_OUTPUT"] ?? "") !== "") core.setOutput(name, value);
  else core.info(`${name}: ${value}`);
}

function show(notices: readonly Notice[]): void {
  for (const { level, title, text, file, line } of fitting(notices)) {
    const place = {
      title,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { startLine: line }),
    };
    annotate[level](text, place);
  }
}

const annotate = { error: core.error, warning: core.warning, notice: core.notice } as const;

async function summarize(text: string, { env }: Runner): Promise<void> {
  if ((env["GITHUB_STEP_SUMMARY"] ?? "") === "" || text === "") return;
  await core.summary.addRaw(capped(text)).write();
}
