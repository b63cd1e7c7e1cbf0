import { CheckFailure } from "./check-failure.ts";
import { transportFailure } from "./transport.ts";

/** More of an answer is neither kept nor searched. */
const maxBodyBytes = 1024 * 1024;
const maxRedirects = 5;

export interface WantedRequest {
  readonly method: string;
  readonly url: URL;
  /** Headers for this address; asked again for each redirect, so that no credential follows to another host. */
  readonly headersFor: (url: URL) => Headers;
  readonly body?: string;
  readonly followRedirects: boolean;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  readonly fetch: typeof fetch;
  /** Sees every answer, those of redirects included: cookies are set there. */
  readonly onAnswer?: (url: URL, response: Response) => void;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** The body was longer than 1 MB and is kept only up to there. */
  readonly truncated: boolean;
}

/** Sends one request and follows its redirects. Throws `CheckFailure` for whatever the transport does wrong. */
export async function send(request: WantedRequest): Promise<Answer> {
  const what = `${request.method} ${addressOf(request.url)}`;
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(request.timeoutMs)]);
  try {
    return await follow(request, what, signal);
  } catch (thrown) {
    request.signal.throwIfAborted();
    throw transportFailure(what, thrown, request.timeoutMs);
  }
}

async function follow(request: WantedRequest, what: string, signal: AbortSignal): Promise<Answer> {
  let { method, url, body } = request;
  for (let hops = 0; hops <= maxRedirects; hops += 1) {
    const headers = request.headersFor(url);
    const init: RequestInit = { method, headers, redirect: "manual", signal };
    const response = await request.fetch(url.href, body === undefined ? init : { ...init, body });
    request.onAnswer?.(url, response);
    const location = request.followRedirects ? redirectOf(response) : undefined;
    if (location === undefined) return { status: response.status, ...(await readBody(response)) };
    await response.body?.cancel();
    if (!URL.canParse(location, url.href)) throw failed(`${what}: redirected to something that is no address`);
    const target = new URL(location, url);
    // As browsers do: only 307 and 308 repeat method and body, and never a body to another host.
    const repeats = (response.status === 307 || response.status === 308) && target.origin === url.origin;
    if (!repeats) [method, body] = ["GET", undefined];
    url = target;
  }
  throw failed(`${what}: redirected more than ${maxRedirects} times, last to ${addressOf(url)} (a redirect loop)`);
}

function failed(message: string): CheckFailure {
  return new CheckFailure(message, { transient: false });
}

function redirectOf(response: Response): string | undefined {
  if (![301, 302, 303, 307, 308].includes(response.status)) return undefined;
  return response.headers.get("location") ?? undefined;
}

async function readBody(response: Response): Promise<Pick<Answer, "body" | "truncated">> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    size += chunk.byteLength;
    // Leaving the loop cancels the rest of the answer.
    if (size > maxBodyBytes) break;
  }
  const body = Buffer.concat(chunks).subarray(0, maxBodyBytes).toString("utf8");
  return { body, truncated: size > maxBodyBytes };
}

/** An address as it may be shown: no credentials, no values of a query. */
export function addressOf(url: URL): string {
  return `${url.origin}${url.pathname}${url.search === "" ? "" : "?…"}`;
}
