import { exitCode, ReleaseFault } from "#faults";

/** From the first signal to SIGKILL a runner leaves 10 s, to a second signal 7.5 s: what has not ended by then ends here. */
const limitMs = 7_000;

/**
 * Listens for whatever ends a step from outside. The first signal ends every wait; splits go back and leases are given
 * back meanwhile. A second one, or 7 s, ends the process: the record is whole even then.
 */
export function listenForStop(): AbortController {
  const stop = new AbortController();
  const begin = (why: string): void => {
    if (stop.signal.aborted) return;
    setTimeout(() => process.exit(exitCode.waiting), limitMs).unref();
    stop.abort(
      new ReleaseFault("remote", why, {
        hint: "What is recorded is not lost. Run the workflow again with command: resume; it goes on from there.",
      }),
    );
  };
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (stop.signal.aborted && name === "SIGTERM") process.exit(exitCode.waiting);
      begin(`Stopped by ${name}`);
    });
  }
  // The runner is gone, or its disk is full: without a log nobody knows what we do.
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", ({ message }) => {
      process.exitCode = exitCode.waiting;
      begin(`Stopped: the log cannot be written (${message})`);
    });
  return stop;
}
