import { ReleaseFault } from "#faults";
import { startChild, type ChildOptions } from "./child.ts";
import { Output } from "./output.ts";

export interface StreamOptions extends ChildOptions {
  /** The fault for an exit code that is not 0; default: a `bug` with the end of stderr. */
  readonly fault?: (stderr: string) => Error;
}

const stderrBytes = 64 * 1024;

/**
 * The standard output of a program, as it comes, however long. Throws when the program fails: an output that was cut
 * short never looks complete. Ends the program when the reader stops early.
 */
export async function* runStream(
  argv: readonly [string, ...string[]],
  options: StreamOptions = {},
): AsyncGenerator<Buffer, void, undefined> {
  const stderr = new Output(stderrBytes);
  const child = startChild(argv, options);
  child.stderr.on("data", (chunk: Buffer) => stderr.add(chunk));
  // Awaited below; without this a failure to start would count as unhandled while the output is being read.
  child.finished.catch(() => {});
  let read = false;
  try {
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) yield chunk;
    read = true;
  } finally {
    if (!read) child.end();
  }
  const { exitCode } = await child.finished;
  if (exitCode === 0 && !child.state.timedOut) return;
  const text = stderr.end().trim();
  if (options.fault !== undefined) throw options.fault(text);
  const why = child.state.timedOut
    ? `took longer than ${options.timeoutMs} ms`
    : `ended with ${exitCode ?? "a signal"}`;
  throw new ReleaseFault("bug", `${argv[0]} ${why}: ${text}`, { hint: `Run it by hand: ${argv.join(" ")}` });
}
