import { once } from "node:events";
import path from "node:path";

import { asFault, exitCode, exitCodeOf, ReleaseFault } from "#faults";
import { realClock } from "#http";

import { listenForStop } from "./interruption.ts";
import { parseCommand, type CommandLine } from "./parse.ts";
import type { Terminal } from "./run.ts";
import type { Screen } from "./screen.ts";

const { argv, env, stdout, stderr } = process;
/** Opened by the commands that drive a release; the others tell what they have to tell on stderr. */
let screen: Screen | undefined;
const stop = listenForStop(process, { now: () => Date.now(), say });
// What does not end by itself ends with us: a runner kills a cancelled step after 7.5 s, without a word.
stop.signal.addEventListener("abort", () => setTimeout(() => process.exit(exitCode.waiting), 7_000).unref());
// Whoever closed the pipe, or filled the disk, would never hear how it goes on.
for (const stream of [stdout, stderr]) stream.on("error", () => stop.ask("a closed output"));
// What fails outside of everything that is waited for; children end with us, leases run out.
process.on("uncaughtException", (thrown) => {
  void explain(asFault(thrown)).finally(() => process.exit(process.exitCode));
});

try {
  process.exitCode = await carryOut(parseCommand(argv.slice(2)));
} catch (thrown) {
  screen?.end();
  const fault = asFault(thrown);
  if (stop.signal.aborted) {
    stderr.write(`${stop.farewell(screen?.followed)}\n`);
    // Whatever a stage left running (its programs end with us) must not keep a stopped command alive.
    process.exit(exitCode.waiting);
  }
  await explain(fault);
}

async function explain({ code, message, hint, cause }: ReleaseFault): Promise<void> {
  process.exitCode = exitCodeOf(code);
  // What another program answered may hold what this process was given.
  const { createScrubber, secretValues } = await import("#scrub");
  stderr.write(createScrubber({ secrets: secretValues(env) }).text(`${message}\n${hint}\n`));
  if (env["RELEASE_DEBUG"] !== undefined && cause instanceof Error) stderr.write(`${cause.stack ?? ""}\n`);
}

function say(text: string): void {
  if (screen === undefined) stderr.write(`${text}\n`);
  else screen.say(text);
}

function print(text: string): void {
  stdout.write(text);
}

/** Waits while the reader is slower than we are: a history would pile up in memory. */
async function write(text: string): Promise<void> {
  if (!stdout.write(text)) await once(stdout, "drain");
}

async function carryOut({ command, directory, plain }: CommandLine): Promise<number> {
  if (command.kind === "demo") {
    const { runDemo } = await loadTestbed();
    return runDemo(command.args, { print, signal: stop.signal });
  }
  const surroundings = {
    cwd: directory === undefined ? process.cwd() : path.resolve(directory),
    env,
    clock: realClock,
    say,
    signal: stop.signal,
    fetch: globalThis.fetch,
  };
  // Each is loaded by itself: a hook waits for the one, and a whole history is read faster than all the rest is loaded.
  if (command.kind === "lint-commits") {
    const { lintCommits } = await import("./lint-commits.ts");
    return lintCommits(command.what, surroundings, { print });
  }
  if (command.kind === "changelog") {
    const { writeChangelog } = await import("./changelog.ts");
    return writeChangelog(command.wanted, surroundings, write);
  }
  if (command.kind === "smoke") {
    const { smoke } = await import("./smoke.ts");
    return smoke(command, surroundings, { print });
  }
  if (command.kind === "analyze") {
    const { analyze } = await import("./analyze.ts");
    return analyze(command, { cwd: surroundings.cwd, stdin: process.stdin, write });
  }
  const [{ runCommand }, { openScreen }] = await Promise.all([import("./run.ts"), import("./screen.ts")]);
  screen = await openScreen(stdout, { now: () => Date.now(), env, plain: plain === true });
  return runCommand(command, surroundings, { print, screen, ...seatHere() });
}

/** Keys where a person sits: at a terminal that shows what they do. */
function seatHere(): Pick<Terminal, "seat"> {
  const { stdin } = process;
  if (!stdin.isTTY || !stdout.isTTY || env["CI"] !== undefined) return {};
  return { seat: { input: stdin, interrupt: () => process.kill(process.pid, "SIGINT") } };
}

/** The embedded world: loaded for the demo only, and left out of a checkout for production. */
async function loadTestbed() {
  try {
    // oxlint-disable-next-line no-restricted-imports -- nothing else may use it
    return await import("#testbed");
  } catch (cause) {
    if (!/ERR_MODULE_NOT_FOUND/.test(String(Reflect.get(Object(cause), "code")))) throw cause;
    throw new ReleaseFault("config", "The demo's world is not installed here", {
      hint: "It needs the development packages. Run: npm ci",
      cause,
    });
  }
}
