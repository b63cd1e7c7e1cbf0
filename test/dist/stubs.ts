import { spawn, type ChildProcessByStdio } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";

import { dist } from "./chunks.ts";

/** What a step left behind. */
export interface StepEnd {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface Step {
  /** Where its files for outputs and summary are made. */
  readonly directory: string;
  readonly cwd?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Wins over everything; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** SIGKILL as soon as it has said this. */
  readonly killedAt?: string | undefined;
}

/** A step under way. */
export interface RunningStep {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** Resolves as soon as the log holds the text. */
  readonly says: (text: string) => Promise<void>;
  readonly end: Promise<StepEnd>;
}

let steps = 0;

/**
 * Starts a file of the bundle as a runner does: a process of its own, inputs and files by the environment, nothing
 * inherited but where compiled code is kept.
 */
export function startStub(name: string, args: readonly string[], step: Step): RunningStep {
  const script = path.join(dist, `${name}.js`);
  if (!existsSync(script)) throw new Error(`${script} is missing. Run: npm run build`);
  steps += 1;
  const files = {
    GITHUB_OUTPUT: path.join(step.directory, `output-${steps}`),
    GITHUB_STEP_SUMMARY: path.join(step.directory, `summary-${steps}`),
  };
  for (const file of Object.values(files)) writeFileSync(file, "");
  const inputs = Object.entries(step.inputs ?? {}).map(([input, value]) => [`INPUT_${input.toUpperCase()}`, value]);
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE, HOME: step.directory, ...files, ...step.env, ...Object.fromEntries(inputs) };
  const child = spawn(process.execPath, [script, ...args], {
    cwd: step.cwd ?? step.directory,
    env: env as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const heard = new EventEmitter();
  let log = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      log += chunk.toString();
      heard.emit("more");
      if (step.killedAt !== undefined && log.includes(step.killedAt)) child.kill("SIGKILL");
    });
  const end = once(child, "close").then(([code]: (number | null)[]) => ({
    code: code ?? null,
    log,
    outputs: outputsIn(readFileSync(files.GITHUB_OUTPUT, "utf8")),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, "utf8"),
  }));
  const says = async (text: string): Promise<void> => {
    while (!log.includes(text)) {
      const ended = await Promise.race([once(heard, "more").then(() => false), end.then(() => true)]);
      if (ended && !log.includes(text)) throw new Error(`it ended without saying "${text}":\n${log}`);
    }
  };
  return { child, says, end };
}

/** The same, to its end. */
export function runStub(name: string, args: readonly string[], step: Step): Promise<StepEnd> {
  return startStub(name, args, step).end;
}

/** The format of the runner: `name<<mark`, the value, `mark`. */
function outputsIn(text: string): Readonly<Record<string, string>> {
  const found = text.matchAll(/^(?<name>[\w-]+)<<(?<mark>\S+)\n(?<value>[\s\S]*?)\n\k<mark>$/gm);
  return Object.fromEntries([...found].map(({ groups }) => [groups?.["name"] ?? "", groups?.["value"] ?? ""]));
}
