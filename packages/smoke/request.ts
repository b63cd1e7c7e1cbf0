import { CheckFailure } from "./check-failure.ts";
import type { Egress } from "./egress.ts";
import { exchange, type Exchanged } from "./exchange.ts";
import { transportFailure } from "./transport.ts";

const maxRedirects = 5;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export interface WantedRequest {
  readonly method: string;
  readonly url: URL;
  /** Headers for this address; asked again for each redirect, so that no credential follows to another host. */
  readonly headersFor: (url: URL) => Headers;
  readonly body?: string;
  readonly followRedirects: boolean;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Which addresses may be asked. */
  readonly egress: Egress;
  /** Sees every answer, those of redirects included: cookies are set there. */
  readonly onAnswer?: (url: URL, headers: Headers) => void;
}

/** The last answer, after its redirects. */
export type Answer = Exchanged;

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
  const seen: string[] = [];
  for (let hops = 0; hops <= maxRedirects; hops += 1) {
    seen.push(addressOf(url));
    const addresses = await request.egress.admit(url, hops === 0 ? what : `${what}: redirected to ${addressOf(url)}`);
    const answer = await exchange({ method, url, headers: request.headersFor(url), body, signal, addresses });
    request.onAnswer?.(url, answer.headers);
    const location = request.followRedirects && redirects.has(answer.status) ? answer.headers.get("location") : null;
    if (location === null) return answer;
    if (!URL.canParse(location, url.href)) throw failed(`${what}: redirected to something that is no address`);
    const target = new URL(location, url);
    // As browsers do: only 307 and 308 repeat method and body, and never a body to another host.
    const repeats = (answer.status === 307 || answer.status === 308) && target.origin === url.origin;
    if (!repeats) [method, body] = ["GET", undefined];
    url = target;
  }
  const loop = seen.includes(addressOf(url)) ? `back to ${addressOf(url)}` : `last to ${addressOf(url)}`;
  throw failed(`${what}: redirected more than ${maxRedirects} times, ${loop} (a redirect loop)`);
}

function failed(message: string): CheckFailure {
  return new CheckFailure(message, { transient: false });
}

/** An address as it may be shown: no credentials, no values of a query. */
export function addressOf(url: URL): string {
  return `${url.origin}${url.pathname}${url.search === "" ? "" : "?…"}`;
}
