/** What kind of failure it is; each kind has one exit code (see `exitCodeOf`). */
export type FaultCode = "input" | "config" | "permission" | "policy" | "remote" | "bug";

/** A failure that people can act on. `message` says what happened and to what; `hint` is the next step, with an example. */
export class ReleaseFault extends Error {
  override readonly name: string = "ReleaseFault";
  readonly code: FaultCode;
  readonly hint: string;

  constructor(code: FaultCode, message: string, options: { readonly hint: string; readonly cause?: unknown }) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
  }
}

/** The same failure as a `ReleaseFault`; whatever was not foreseen is a defect of ours and keeps its cause. */
export function asFault(thrown: unknown): ReleaseFault {
  if (thrown instanceof ReleaseFault) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new ReleaseFault("bug", `Something failed that should not: ${message}`, {
    hint: "This is a defect of Release Command. Run again with RELEASE_DEBUG=1 and report the output.",
    cause: thrown,
  });
}
