import { ReleaseFault } from "#faults";
import { attemptOnce, type Attempt, type Call, type Sendable } from "./attempt.ts";
import { createBreaker, type BreakerOptions } from "./breaker.ts";
import type { Clock } from "./clock.ts";
import { redirected } from "./redirect.ts";
import { isRateLimited, requestedWaitMs } from "./waiting.ts";

export interface HttpOptions {
  readonly fetch?: typeof fetch;
  readonly clock: Clock;
  /** For one try, reading the answer included. */
  readonly timeoutMs?: number;
  /** Waits before the second, third, … try. */
  readonly retryDelaysMs?: readonly number[];
  /** The longest wait that a host may ask for (`Retry-After`, rate limits) before we give up instead. */
  readonly maxWaitMs?: number;
  readonly breaker?: BreakerOptions;
  /** Hosts that may be asked at all; all by default. */
  readonly allowHosts?: (url: URL) => boolean;
  /** Told of every request sent. */
  readonly onCall?: (call: Call) => void;
  readonly maxResponseBytes?: number;
}

/** A header by which a caller vouches that the request may be sent twice (a GraphQL query, a PATCH to fixed values). It is not sent. */
export const idempotentHeader = "x-release-command-idempotent";

const idempotentMethods = new Set(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"]);

/**
 * A `fetch` for everything: time-outs, retries, rate limits, a circuit breaker per host, no way to another host.
 * A POST that may have arrived is never sent again: the caller looks first. Answers are whole or an error;
 * a host that cannot be reached is a `remote` fault, while an HTTP status (5xx after the retries too) is an answer.
 */
export function createFetch(options: HttpOptions): typeof fetch {
  const client = {
    sender: {
      fetch: options.fetch ?? globalThis.fetch,
      timeoutMs: options.timeoutMs ?? 30_000,
      maxResponseBytes: options.maxResponseBytes ?? 32 * 1024 * 1024,
    },
    clock: options.clock,
    delaysMs: options.retryDelaysMs ?? [5_000, 15_000, 45_000],
    maxWaitMs: options.maxWaitMs ?? 120_000,
    breaker: createBreaker(options.breaker ?? { failures: 5, openMs: 300_000 }, options.clock),
    allowHosts: options.allowHosts ?? (() => true),
    onCall: options.onCall ?? (() => {}),
  };
  return async (input, init) => {
    const request = new Request(input, init);
    const follow = request.redirect === "follow";
    let sendable = await sendableOf(request);
    const idempotent = idempotentMethods.has(request.method) || request.headers.has(idempotentHeader);
    for (let hops = 0; ; hops += 1) {
      const response = await send(sendable, idempotent, client);
      const next = follow ? redirected(sendable, response, hops) : undefined;
      if (next === undefined) return response;
      sendable = next;
    }
  };
}

interface Client {
  readonly sender: Parameters<typeof attemptOnce>[1];
  readonly clock: Clock;
  readonly delaysMs: readonly number[];
  readonly maxWaitMs: number;
  readonly breaker: ReturnType<typeof createBreaker>;
  readonly allowHosts: (url: URL) => boolean;
  readonly onCall: (call: Call) => void;
}

async function sendableOf(request: Request): Promise<Sendable> {
  const body = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
  const headers = new Headers(request.headers);
  headers.delete(idempotentHeader);
  return { method: request.method, url: new URL(request.url), headers, body, signal: request.signal };
}

async function send(request: Sendable, idempotent: boolean, client: Client): Promise<Response> {
  const { host } = request.url;
  if (!client.allowHosts(request.url)) throw forbidden(request);
  client.breaker.admit(host);
  for (let attempt = 1; ; attempt += 1) {
    const result = await observed(request, attempt, client);
    const delayMs = pauseBefore(attempt, result, request, idempotent, client);
    if (delayMs === undefined) return settle(result, request, client);
    await client.clock.sleep(delayMs, request.signal);
  }
}

async function observed(request: Sendable, attempt: number, client: Client): Promise<Attempt> {
  const { method, signal } = request;
  signal.throwIfAborted();
  const startedMs = client.clock.now();
  const result = await attemptOnce(request, client.sender);
  client.onCall({
    method,
    host: request.url.host,
    durationMs: client.clock.now() - startedMs,
    attempt,
    ...(result.state === "answered" ? { status: result.response.status } : {}),
  });
  return result;
}

/** How long to wait before the next try; `undefined` when this result stands. */
function pauseBefore(
  attempt: number,
  result: Attempt,
  request: Sendable,
  idempotent: boolean,
  client: Client,
): number | undefined {
  const delayMs = client.delaysMs[attempt - 1];
  if (result.state === "lost") return idempotent || !result.sent ? delayMs : undefined;
  const { response } = result;
  const limited = isRateLimited(response);
  if (!limited && (response.status < 500 || !idempotent)) return undefined;
  const askedMs = requestedWaitMs(response, client.clock.now());
  if (limited && (delayMs === undefined || (askedMs ?? 0) > client.maxWaitMs)) throw limitFault(request, askedMs);
  if (delayMs === undefined || (askedMs ?? 0) > client.maxWaitMs) return undefined;
  return limited ? (askedMs ?? delayMs) : Math.max(askedMs ?? 0, delayMs);
}

function settle(result: Attempt, request: Sendable, client: Client): Response {
  const { host } = request.url;
  const failed = result.state === "lost" || result.response.status >= 500;
  client.breaker.report(host, failed ? "failed" : "answered");
  if (result.state === "answered") return result.response;
  throw new ReleaseFault("remote", `Cannot reach ${host} (${request.method}): ${result.reason}`, {
    hint: `Check the network and the address, e.g. \`curl -I ${request.url.origin}\`; then run the command again: it continues.`,
    cause: result.cause,
  });
}

function limitFault({ method, url }: Sendable, askedMs: number | undefined): ReleaseFault {
  const seconds = Math.ceil((askedMs ?? 60_000) / 1000);
  return new ReleaseFault("remote", `${url.host} refused ${method}: too many requests; it asks to wait ${seconds} s`, {
    hint: `Run the command again in ${Math.ceil(seconds / 60)} min, or use a token with a larger limit: \`release resume\` continues.`,
  });
}

function forbidden({ url }: Sendable): ReleaseFault {
  return new ReleaseFault("policy", `Requests to ${url.host} are not allowed here`, {
    hint: `Use an address on a host that the configuration allows instead of ${url.origin}.`,
  });
}
