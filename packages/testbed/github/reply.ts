import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "./answer.ts";
import type { FaultAction } from "./faults.ts";

/** An answer as bytes, ready to go out. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Turns an answer into bytes, with the tag that a conditional request compares. */
export function encode(answer: Answer): Reply {
  if (answer.body === undefined) return { status: answer.status, headers: answer.headers ?? {}, body: Buffer.alloc(0) };
  const body = Buffer.from(JSON.stringify(answer.body));
  const etag = `W/"${createHash("sha256").update(body).digest("hex").slice(0, 40)}"`;
  const headers = {
    "content-type": "application/json; charset=utf-8",
    ...(answer.status === 200 ? { etag } : {}),
    ...answer.headers,
  };
  return { status: answer.status, headers, body };
}

/** The reply, or 304 where the client has this very body already. */
export function conditional(reply: Reply, request: IncomingMessage): Reply {
  const { etag } = reply.headers;
  if (request.method !== "GET" || etag === undefined || request.headers["if-none-match"] !== etag) return reply;
  return { status: 304, headers: { etag }, body: Buffer.alloc(0) };
}

/** The whole body of a request. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Writes status, headers and the clock's date; node's own date would betray the real time. */
export function writeHead(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  nowMs: number,
): void {
  response.sendDate = false;
  response.writeHead(status, { ...headers, date: new Date(nowMs).toUTCString() });
}

/** Sends a reply whole. */
export function send(response: ServerResponse, reply: Reply, nowMs: number): void {
  const length: Readonly<Record<string, string>> =
    reply.status === 204 || reply.status === 304 ? {} : { "content-length": String(reply.body.length) };
  writeHead(response, reply.status, { ...reply.headers, ...length }, nowMs);
  response.end(reply.body);
}

/** Plays a fault instead of the reply. `reply` is what would have been said, where the effect happened. */
export function playFault(
  response: ServerResponse,
  action: FaultAction,
  reply: Reply | undefined,
  nowMs: number,
): void {
  if (action === "timeout") return;
  if (action === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  if (action === "truncate") {
    const body = reply?.body ?? Buffer.alloc(0);
    writeHead(
      response,
      reply?.status ?? 200,
      { ...reply?.headers, "content-length": String(Math.max(body.length, 2)) },
      nowMs,
    );
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
    return;
  }
  const body = action.body === undefined ? { message: `Fault injected: ${action.status}` } : action.body;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const headers = { "content-type": "application/json; charset=utf-8", ...action.headers };
  send(response, { status: action.status, headers, body: Buffer.from(text) }, nowMs);
}
