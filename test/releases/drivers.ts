import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { realClock } from "#http";
import type { Fact, ReleaseRecord } from "#machine";
import {
  openWorkplace,
  resumeRelease,
  startRelease,
  type CommandEnd,
  type StartCommand,
  type Surroundings,
  type Workplace,
} from "#stages";

import { whenOver, type Company, type Person } from "./company.ts";
import { approved as approvedIn } from "../support/people.ts";

const main = path.resolve(import.meta.dirname, "../../packages/cli/main.ts");

export interface DriverOptions extends Partial<
  Pick<Surroundings, "cwd" | "clock" | "hooks" | "signal" | "say" | "page" | "fetch">
> {
  readonly person?: Person;
  /** Beside what everybody has. */
  readonly env?: Readonly<Record<string, string>>;
  /** Somebody who is faster, once, when a push to this branch is ready to go. */
  readonly rival?: { readonly branch: string; readonly act: () => Promise<unknown> };
}

/** The standard release of the tests, with every input named. */
export const standard: StartCommand = { type: "standard", version: "1.1.0", from: "develop", to: "main" };

/** The journal's time runs five times as fast: a request of a person is heard within a second, not five. */
const attentive: NonNullable<Surroundings["journalClock"]> = {
  monotonicMs: () => performance.now() * 5,
  sleep: (ms, signal, options) =>
    pause(ms / 5, undefined, { ...(signal === undefined ? {} : { signal }), ref: options?.background !== true }),
};

/** The waits between tries of an HTTP request take no time; a time-out of minutes stays one. */
export const hurried: Surroundings["clock"] = {
  now: () => realClock.now(),
  sleep: (ms, signal) => realClock.sleep(ms > 2_000 && ms < 60_000 ? 20 : ms, signal),
};

/** A driver of its own, as a new process would be: nothing is shared but the world. */
export async function workplaceIn({ world, home }: Company, options: DriverOptions = {}): Promise<Workplace> {
  const { person = "sarah", cwd = home, clock = realClock, hooks, env } = options;
  const workplace = await openWorkplace({
    cwd,
    env: { ...process.env, ...world.env, GITHUB_TOKEN: world.tokens[person], ...env },
    clock,
    journalClock: attentive,
    say: (text) => {
      if (process.env["RELEASE_DEBUG"] !== undefined) process.stderr.write(`    ${text}\n`);
      options.say?.(text);
    },
    signal: options.signal ?? new AbortController().signal,
    fetch: options.fetch ?? globalThis.fetch,
    ...(hooks === undefined ? {} : { hooks }),
    ...(options.page === undefined ? {} : { page: options.page }),
  });
  return options.rival === undefined ? workplace : { ...workplace, git: beaten(workplace.git, options.rival) };
}

function beaten(git: Workplace["git"], { branch, act }: NonNullable<DriverOptions["rival"]>): Workplace["git"] {
  let done = false;
  return {
    ...git,
    push: async (updates) => {
      if (!done && updates.some(({ ref }) => ref === `refs/heads/${branch}`)) {
        done = true;
        await act();
      }
      return git.push(updates);
    },
  };
}

export async function start(
  company: Company,
  options: DriverOptions = {},
  command: StartCommand = standard,
): Promise<CommandEnd> {
  return startRelease(await workplaceIn(company, options), command, () => undefined);
}

export async function resume(company: Company, id: string, options: DriverOptions = {}): Promise<CommandEnd> {
  return resumeRelease(await workplaceIn(company, options), id, () => undefined);
}

/** Resumes a release and interrupts the driver when it says this, as Ctrl-C does. */
export async function resumeUntil(
  company: Company,
  id: string,
  said: string,
  options: DriverOptions = {},
): Promise<void> {
  const stop = new AbortController();
  const interrupted = new Error(`it said "${said}"`);
  const say = (text: string) => {
    if (text.includes(said)) stop.abort(interrupted);
  };
  const end = await resume(company, id, { ...options, signal: stop.signal, say }).catch((thrown: unknown) => {
    if (!stop.signal.aborted) throw thrown;
  });
  if (end !== undefined) throw new Error(`${id} ended ${end.end} without "${said}"`);
}

/** While this goes on, Aisha approves the pull request as soon as there is one. */
export async function approved<T>({ world }: Company, work: () => Promise<T>): Promise<T> {
  return approvedIn(world, work);
}

/** What the journal has of a release. */
export async function read(
  company: Company,
  id: string,
): Promise<{ readonly record: ReleaseRecord; readonly facts: readonly Fact[]; readonly live: boolean }> {
  const stored = await (await workplaceIn(company)).journal.read(id);
  if (stored === undefined) throw new Error(`there is no record of ${id}`);
  return stored;
}

/** Hooks that act once, right before the effect of a step. */
export function beforeStep(step: string, act: () => Promise<unknown>): NonNullable<Surroundings["hooks"]> {
  let done = false;
  return {
    onEffect: async (phase, name) => {
      if (done || phase !== "before" || !name.endsWith(`/${step}`)) return;
      done = true;
      await act();
    },
  };
}

/** The real command as a process; it ends with the test. */
export interface Process {
  readonly pid: number;
  /** Everything printed so far. */
  readonly output: () => string;
  /** Resolves when the text was printed. */
  readonly until: (text: string) => Promise<void>;
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
}

export function release(
  { world, home }: Company,
  args: readonly string[],
  { cwd = home, person = "sarah", env }: Pick<DriverOptions, "person" | "env"> & { readonly cwd?: string } = {},
): Process {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, ...args], {
    cwd,
    env: { ...process.env, ...world.env, GITHUB_TOKEN: world.tokens[person], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  // SIGKILL ends a stopped process too.
  whenOver(() => child.kill("SIGKILL"));
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<{ readonly code: number | null; readonly output: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, output: text })),
  );
  return {
    pid: child.pid ?? 0,
    output: () => text,
    until: async (wanted) => {
      while (!text.includes(wanted)) {
        if (child.exitCode !== null) throw new Error(`it ended without "${wanted}":\n${text}`);
        await pause(10);
      }
    },
    signal: (signal) => void child.kill(signal),
    ended,
  };
}
