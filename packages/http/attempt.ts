import { ReleaseFault } from "#faults";

/** A request as it is sent, perhaps several times. */
export interface Sendable {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
  readonly signal: AbortSignal;
}

/** One request that was sent, for counting and debugging: no query, no headers, no body, no path that may be a secret. */
export interface Call {
  readonly method: string;
  readonly host: string;
  /** Absent when no whole answer came. */
  readonly status?: number;
  readonly durationMs: number;
  /** 1 for the first try. */
  readonly attempt: number;
}

export type Attempt =
  | { readonly state: "answered"; readonly response: Response }
  /** No whole answer. `sent` is false when the connection was never made: nothing can have happened there. */
  | { readonly state: "lost"; readonly cause: unknown; readonly sent: boolean; readonly reason: string };

export interface Sender {
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
}

/**
 * Sends once and reads the whole answer, so that a truncated one counts as lost.
 * The time-out is real time on purpose: it guards real sockets. An abort of the caller is thrown as it is.
 */
export async function attemptOnce(request: Sendable, sender: Sender): Promise<Attempt> {
  const timeout = AbortSignal.timeout(sender.timeoutMs);
  try {
    const response = await sender.fetch(request.url, {
      method: request.method,
      headers: request.headers,
      redirect: "manual",
      signal: AbortSignal.any([request.signal, timeout]),
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    const body = await readAtMost(response, sender.maxResponseBytes, request);
    return { state: "answered", response: rebuilt(response, body, request.url) };
  } catch (thrown) {
    request.signal.throwIfAborted();
    if (thrown instanceof ReleaseFault) throw thrown;
    const reason = timeout.aborted ? `no answer within ${sender.timeoutMs / 1000} s` : reasonOf(thrown);
    return { state: "lost", cause: thrown, sent: !neverSent(thrown), reason };
  }
}

async function readAtMost(response: Response, maxBytes: number, request: Sendable): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge(request, maxBytes);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function tooLarge({ method, url }: Sendable, maxBytes: number): ReleaseFault {
  return new ReleaseFault("remote", `The answer of ${url.host} to ${method} is larger than ${maxBytes} bytes`, {
    hint: `Check that the configured address of ${url.host} is the API and not a download, e.g. https://api.github.com.`,
  });
}

/** The answer with its body in memory; `content-…` of the transfer no longer applies to it. */
function rebuilt(response: Response, body: Uint8Array<ArrayBuffer>, url: URL): Response {
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) headers.delete(name);
  const { status, statusText } = response;
  const bodiless = status === 204 || status === 205 || status === 304;
  const whole = new Response(bodiless ? null : body, { status, statusText, headers });
  Object.defineProperty(whole, "url", { value: url.href });
  return whole;
}

const connectCodes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

function neverSent(thrown: unknown): boolean {
  const code = codeOf(thrown);
  return code !== undefined && connectCodes.has(code);
}

function reasonOf(thrown: unknown): string {
  return codeOf(thrown) ?? (isObject(thrown) && "message" in thrown ? String(thrown.message) : "unknown error");
}

function codeOf(thrown: unknown): string | undefined {
  if (!isObject(thrown)) return undefined;
  if ("code" in thrown && typeof thrown.code === "string") return thrown.code;
  // Happy eyeballs: one error an address; they share the code that matters.
  if ("errors" in thrown && Array.isArray(thrown.errors)) return codeOf(thrown.errors[0]);
  return "cause" in thrown ? codeOf(thrown.cause) : undefined;
}

/** `instanceof Error` would miss errors of another realm, such as those of a `fetch` handed in from outside. */
function isObject(thrown: unknown): thrown is object {
  return typeof thrown === "object" && thrown !== null;
}
