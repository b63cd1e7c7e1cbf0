/** Why a check may be tried again (decision 9). */
export type RetryReason = "timeout" | "transport" | "gateway";

/** A check did not hold. `transient`: the fault lies in the transport and may be gone in a moment (decision 9). */
export class CheckFailure extends Error {
  override readonly name = "CheckFailure";
  readonly transient: boolean;
  /** Only of a transient one. */
  readonly reason: RetryReason | undefined;
  /** Status of the HTTP answer, when there was one. */
  readonly status: number | undefined;
  /** The answer was right as far as it went, but what a later step needs was not in it. */
  readonly lacksCapture: boolean;

  constructor(message: string, options: FailureOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.transient = options.transient;
    this.reason = options.transient ? (options.reason ?? "transport") : undefined;
    this.status = options.status;
    this.lacksCapture = options.lacksCapture ?? false;
  }
}

interface FailureOptions {
  readonly transient: boolean;
  readonly reason?: RetryReason | undefined;
  readonly status?: number | undefined;
  readonly lacksCapture?: boolean;
  readonly cause?: unknown;
}

/** Throws the failure again, with its place before it. */
export function failAt(thrown: unknown, place: string): never {
  if (!(thrown instanceof CheckFailure)) throw thrown;
  const { message, transient, reason, status, lacksCapture } = thrown;
  throw new CheckFailure(`${place}: ${message}`, { transient, reason, status, lacksCapture, cause: thrown });
}
