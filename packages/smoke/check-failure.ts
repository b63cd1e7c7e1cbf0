/** A check did not hold. `transient`: the fault lies in the transport and may be gone in a moment (decision 9). */
export class CheckFailure extends Error {
  override readonly name = "CheckFailure";
  readonly transient: boolean;
  /** Status of the HTTP answer, when there was one. */
  readonly status: number | undefined;

  constructor(
    message: string,
    options: { readonly transient: boolean; readonly status?: number; readonly cause?: unknown },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.transient = options.transient;
    this.status = options.status;
  }
}
