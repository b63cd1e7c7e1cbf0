import { accessSync, constants, mkdirSync, statSync } from "node:fs";

import * as core from "@actions/core";

import { ReleaseFault } from "#faults";

import { logged } from "./log-line.ts";
import type { Runner } from "./runner.ts";
import { capped } from "./summary.ts";

/** Throws one fault with everything that the runner names and that cannot be written, before anything is begun. */
export function requireRunnerFiles({ env }: Runner): void {
  const problems = [
    ...problemsWith(env, "GITHUB_OUTPUT", asFile),
    ...problemsWith(env, "GITHUB_STEP_SUMMARY", asFile),
    ...problemsWith(env, "RUNNER_TEMP", asFolder),
  ];
  if (problems.length === 0) return;
  throw new ReleaseFault("config", problems.join("\n"), {
    hint: "A runner makes these before each step. Elsewhere: create them, or unset the variables.",
  });
}

/** Outside a runner there is no file for outputs, and the command that was used before it is not wanted in a log. */
export function setOutput({ env }: Runner, name: string, value: string): void {
  if (!isSet(env["GITHUB_OUTPUT"])) return core.info(logged(`${name}: ${value}`));
  try {
    core.setOutput(name, value);
  } catch (thrown) {
    throw new ReleaseFault("remote", `The output ${name}=${value} could not be written: ${wordsOf(thrown)}`, {
      hint: "What the step did is done and recorded. See to the disk of the runner, then run the step again.",
      cause: thrown,
    });
  }
}

/** A page beside the run; nothing depends on it, so a step does not fail for want of it. */
export async function summarize({ env }: Runner, text: string): Promise<void> {
  if (!isSet(env["GITHUB_STEP_SUMMARY"]) || text === "") return;
  try {
    await core.summary.addRaw(capped(text)).write();
  } catch (thrown) {
    core.warning(`The summary of this step could not be written: ${wordsOf(thrown)}`);
  }
}

function problemsWith(env: Runner["env"], variable: string, look: (path: string) => void): readonly string[] {
  const path = env[variable];
  if (path === undefined || path === "") return [];
  try {
    look(path);
    return [];
  } catch (thrown) {
    return [`${variable}: ${wordsOf(thrown)}`];
  }
}

function asFile(path: string): void {
  if (statSync(path).isDirectory()) throw new Error(`${path} is a folder`);
  accessSync(path, constants.W_OK);
}

function asFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  accessSync(path, constants.W_OK);
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== "";

function wordsOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
