import { asFault, exitCodeOf } from "#faults";
import { realClock } from "#http";

import { parseCommand } from "./parse.ts";
import { runCommand } from "./run.ts";
import { openScreen } from "./screen.ts";

const screen = openScreen(process.stdout, () => Date.now());
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    screen.say(`${signal}: stopping; the release stays where it is`);
    stop.abort(new Error(`ended by ${signal}`));
  });
}

try {
  const command = parseCommand(process.argv.slice(2));
  if (command.kind === "demo") {
    // oxlint-disable-next-line no-restricted-imports -- the embedded world is loaded for the demo only
    const { runDemo } = await import("#testbed");
    process.exitCode = await runDemo(command.args, {
      print: (text) => process.stdout.write(text),
      signal: stop.signal,
    });
  } else {
    process.exitCode = await runCommand(
      command,
      {
        cwd: process.cwd(),
        env: process.env,
        clock: realClock,
        say: (text) => screen.say(text),
        signal: stop.signal,
        fetch: globalThis.fetch,
      },
      { print: (text) => process.stdout.write(text), screen },
    );
  }
} catch (thrown) {
  screen.end();
  const fault = asFault(thrown);
  process.exitCode = stop.signal.aborted ? 3 : exitCodeOf(fault.code);
  const what = stop.signal.aborted
    ? "Interrupted. Continue with: release resume <release>"
    : `${fault.message}\n${fault.hint}`;
  process.stderr.write(`${what}\n`);
  if (process.env["RELEASE_DEBUG"] !== undefined && fault.cause instanceof Error)
    process.stderr.write(`${fault.cause.stack ?? ""}\n`);
}
