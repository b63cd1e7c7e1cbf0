/** What a handler wants said over HTTP. `Uint8Array` bodies go out as they are, everything else as JSON. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One thing that is wrong with a request, in GitHub's words. */
export interface Complaint {
  readonly resource: string;
  readonly code: string;
  readonly field?: string;
  readonly message?: string;
}

/** A refusal in GitHub's form; handlers throw it, the server answers it. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly errors: readonly Complaint[] | undefined;

  constructor(status: number, message: string, errors?: readonly Complaint[]) {
    super(message);
    this.status = status;
    this.errors = errors;
  }

  /** The refusal as GitHub would answer it. */
  answer(): Answer {
    return {
      status: this.status,
      body: {
        message: this.message,
        ...(this.errors === undefined ? {} : { errors: this.errors }),
        documentation_url: "https://docs.github.com/rest",
        status: String(this.status),
      },
    };
  }
}

/** "Not Found", which GitHub also says to those who may not know. */
export function notFound(): Refusal {
  return new Refusal(404, "Not Found");
}

/** A 422 about one field of one resource. */
export function invalid(resource: string, field: string, message: string, code = "custom"): Refusal {
  return new Refusal(422, "Validation Failed", [{ resource, field, code, message }]);
}
