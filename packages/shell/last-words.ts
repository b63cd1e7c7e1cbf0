import { writeSync } from "node:fs";

import { asFault, exitCodeOf } from "#faults";

/**
 * What fails outside of everything that is waited for ends the process as any failure does: with one annotation, what
 * to do, and an exit code; never with a stack trace. Children end with the process, leases run out.
 */
export function endOnDefect(title: string): void {
  process.on("uncaughtException", (thrown) => giveUp(title, thrown));
}

/** Says why nothing can go on, and ends the process. */
export function giveUp(title: string, thrown: unknown): never {
  const { code, message, hint, cause } = asFault(thrown);
  const text = `${message}\n${hint}`.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const isWanted = process.env["RELEASE_DEBUG"] !== undefined || process.env["RUNNER_DEBUG"] === "1";
  const trace = isWanted && cause instanceof Error ? `${cause.stack ?? ""}\n` : "";
  try {
    // Not by the stream: what broke may be the stream, and the process ends before it has written.
    writeSync(process.stdout.fd, `::error title=${title} failed (${code})::${text}\n${trace}`);
  } catch {
    // Nobody reads the log; the exit code is all that is left.
  }
  process.exit(exitCodeOf(code));
}
