import * as core from "@actions/core";

import { asFault, exitCode, exitCodeOf, type ReleaseFault } from "#faults";

import { logged } from "./log-line.ts";
import { fitting, type Notice } from "./notices.ts";
import { parseInputs, type Shape } from "./parse-inputs.ts";
import { requireRunnerFiles, setOutput, summarize } from "./runner-files.ts";
import { runnerOf, type Runner } from "./runner.ts";
import { listenForStop } from "./stop.ts";
import { summaryOf } from "./summary.ts";

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
  const runner = runnerOf(process.env, {
    cwd: process.cwd(),
    say: (text) => core.info(logged(text)),
    group: (name, work) => core.group(logged(name), work),
    signal: stop.signal,
  });
  try {
    const secret = core.getInput("token");
    if (secret !== "") core.setSecret(secret);
    const inputs = parseInputs((name) => core.getInput(name), action.shape);
    requireRunnerFiles(runner);
    await tell(action.title, await action.act(inputs, runner), runner);
  } catch (thrown) {
    await explain(action, asFault(thrown), runner);
  }
  // What a stage left running (its programs end with us) must not keep a cancelled step alive.
  if (stop.signal.aborted) process.exit(process.exitCode ?? exitCode.ok);
}

/** Takes secrets out of what people read; loaded at the end, when the step has what it needs of it already. */
async function scrubberOf({ env }: Runner): Promise<(text: string) => string> {
  const { createScrubber, secretValues } = await import("#scrub");
  return createScrubber({ secrets: secretValues(env) }).text;
}

async function tell(title: string, outcome: Outcome, runner: Runner): Promise<void> {
  const { outputs, summary, notices = [], failure } = outcome;
  const safe = await scrubberOf(runner);
  for (const [name, value] of Object.entries(outputs)) setOutput(runner, name, value);
  const last: readonly Notice[] =
    failure === undefined ? [] : [{ level: "error", title, text: `${failure.message}\n${failure.hint}` }];
  show([...last, ...notices].map((notice) => ({ ...notice, text: safe(notice.text) })));
  await summarize(runner, safe(summary));
  if (failure !== undefined) process.exitCode = core.ExitCode.Failure;
}

async function explain<T extends object>(action: Action<T>, fault: ReleaseFault, runner: Runner): Promise<void> {
  const isStopped = runner.signal.aborted;
  // A stop often shows first as something else that went wrong for it: an answer cut short, a program that was ended.
  const told = isStopped && fault.code === "bug" ? asFault(runner.signal.reason) : fault;
  const safe = await scrubberOf(runner);
  const [message, hint] = [safe(told.message), safe(told.hint)];
  const title = isStopped ? `${action.title} was stopped` : `${action.title} failed (${fault.code})`;
  show([{ level: "error", title, text: `${message}\n${hint}` }]);
  if (fault.cause instanceof Error) core.debug(fault.cause.stack ?? fault.cause.message);
  await summarize(runner, summaryOf({ title, notes: [...message.split("\n"), hint] }));
  process.exitCode = isStopped ? exitCode.waiting : exitCodeOf(fault.code);
  if (!isStopped && fault.code !== "bug" && fault.code !== "remote") refuse(action.whenRefused ?? {}, runner);
}

function refuse(outputs: Readonly<Record<string, string>>, runner: Runner): void {
  try {
    for (const [name, value] of Object.entries(outputs)) setOutput(runner, name, value);
  } catch (thrown) {
    core.warning(asFault(thrown).message);
  }
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
