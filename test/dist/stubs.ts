import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));

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
  readonly env?: Readonly<Record<string, string>>;
  /** SIGKILL as soon as it has said this. */
  readonly killedAt?: string | undefined;
}

let steps = 0;

/** Runs a file of the bundle as a runner does: a process of its own, inputs and files by the environment, nothing inherited. */
export async function runStub(name: string, args: readonly string[], step: Step): Promise<StepEnd> {
  const script = path.join(dist, `${name}.js`);
  if (!existsSync(script)) throw new Error(`${script} is missing. Run: npm run build`);
  steps += 1;
  const files = {
    GITHUB_OUTPUT: path.join(step.directory, `output-${steps}`),
    GITHUB_STEP_SUMMARY: path.join(step.directory, `summary-${steps}`),
  };
  await Promise.all(Object.values(files).map((file) => writeFile(file, "")));
  const inputs = Object.entries(step.inputs ?? {}).map(([input, value]) => [`INPUT_${input.toUpperCase()}`, value]);
  const env = { PATH: process.env["PATH"], HOME: step.directory, ...files, ...step.env, ...Object.fromEntries(inputs) };
  const child = spawn(process.execPath, [script, ...args], {
    cwd: step.cwd ?? step.directory,
    env: env as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  const listen = (chunk: Buffer): void => {
    log += chunk.toString();
    if (step.killedAt !== undefined && log.includes(step.killedAt)) child.kill("SIGKILL");
  };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", listen);
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  const outputs = await readFile(files.GITHUB_OUTPUT, "utf8");
  return { code, log, outputs: outputsIn(outputs), summary: await readFile(files.GITHUB_STEP_SUMMARY, "utf8") };
}

/** The format of the runner: `name<<mark`, the value, `mark`. */
function outputsIn(text: string): Readonly<Record<string, string>> {
  const found = text.matchAll(/^(?<name>[\w-]+)<<(?<mark>\S+)\n(?<value>[\s\S]*?)\n\k<mark>$/gm);
  return Object.fromEntries([...found].map(({ groups }) => [groups?.["name"] ?? "", groups?.["value"] ?? ""]));
}
