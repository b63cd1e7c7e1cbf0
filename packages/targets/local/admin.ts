import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

import { z } from "zod";

import type { Platform, Written } from "./platform.ts";
import { platformState } from "./protocol.ts";

const MAX_BODY_BYTES = 4_000_000;
const query = z.object({
  from: z.coerce.number().min(0).default(0),
  slowMs: z.coerce.number().positive().default(1000),
  client: z.string().toLowerCase().optional(),
});

export interface Admin {
  readonly platform: Platform;
  readonly token: string;
  /** Names this process: counters of another one cannot be continued. */
  readonly instance: string;
  readonly now: () => number;
  readonly stop: () => void;
}

/**
 * The platform's own API, on loopback, for whoever can read the token:
 * `GET /state` · `PUT /state` with `If-Match` (stale → 412) · `GET /counters?from&slowMs&client` (by
 * which header clients are told apart from now on) · `POST /revive/<version>` · `POST /stop`.
 */
export function createAdmin(admin: Admin): Server {
  return createServer((request, response) => {
    handle(admin, request, response).catch((thrown: unknown) => {
      send(response, thrown instanceof z.ZodError || thrown instanceof SyntaxError ? 400 : 500, {
        error: String(thrown),
      });
    });
  });
}

async function handle(admin: Admin, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://platform");
  const { platform } = admin;
  if (!isAllowed(request, admin.token)) return send(response, 401, { error: "the token of platform.json is missing" });
  switch (`${request.method ?? "GET"} ${pathname}`) {
    case "GET /state":
      return sendStatus(response, platform);
    case "PUT /state":
      return sendWritten(response, platform, await write(platform, request));
    case "GET /counters": {
      const { from, slowMs, client } = query.parse(Object.fromEntries(searchParams));
      if (client !== undefined) platform.counters.clientHeader = client;
      return send(response, 200, {
        instance: admin.instance,
        now: admin.now(),
        ...platform.counters.read(from, slowMs),
      });
    }
    case "POST /stop":
      send(response, 202, {});
      return admin.stop();
    default:
      if (request.method !== "POST" || !pathname.startsWith("/revive/"))
        return send(response, 404, { error: "no such thing" });
      platform.revive(decodeURIComponent(pathname.slice("/revive/".length)));
      return sendStatus(response, platform);
  }
}

async function write(platform: Platform, request: IncomingMessage): Promise<Written> {
  const etag = /^"(\d+)"$/.exec(request.headers["if-match"] ?? "")?.[1];
  const state = platformState.parse(JSON.parse(await body(request)));
  if (etag === undefined) return { outcome: "refused", reason: 'the header If-Match: "<etag>" is missing' };
  return platform.write(state, Number(etag));
}

function sendWritten(response: ServerResponse, platform: Platform, written: Written): void {
  switch (written.outcome) {
    case "written":
      return sendStatus(response, platform);
    case "stale":
      return send(response, 412, { error: "somebody wrote since this was read" });
    case "refused":
      return send(response, 422, { error: written.reason });
  }
}

function sendStatus(response: ServerResponse, platform: Platform): void {
  const status = platform.status();
  response.setHeader("etag", `"${status.state.etag}"`);
  send(response, 200, status);
}

function send(response: ServerResponse, status: number, answer: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(answer));
}

function isAllowed({ headers }: IncomingMessage, token: string): boolean {
  const given = Buffer.from(headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function body(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const piece = Buffer.from(chunk);
    bytes += piece.length;
    if (bytes > MAX_BODY_BYTES) throw new SyntaxError("the body is too large");
    chunks.push(piece);
  }
  return Buffer.concat(chunks).toString("utf8");
}
