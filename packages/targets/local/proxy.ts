import {
  Agent,
  createServer,
  type ClientRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";

import { createProxyServer } from "http-proxy-3";

import type { Counters, Ticket } from "./counters.ts";
import { errorUnit } from "./error-unit.ts";
import { PIN_HEADER, SERVED_BY_HEADER } from "./protocol.ts";

/** An answer that takes longer is a 502: shorter than what clients and load balancers usually wait (60 s). */
const ANSWER_TIMEOUT_MS = 30_000;

/** Longer than clients and load balancers keep a connection (60 s), so that it is they who close it: nobody's request meets a closed one. */
const IDLE_TIMEOUT_MS = 75_000;

export interface Routes {
  /** The version whose turn it is. */
  next(): string | undefined;
  isDeployed(version: string): boolean;
  /** The instance of a version whose turn it is, while one runs. */
  instanceOf(version: string): Instance | undefined;
}

/** Somebody who answers; `inFlight` is counted here. */
export interface Instance {
  readonly port: number | undefined;
  inFlight: number;
}

/** The door that clients use: one request in, one version answers, one line in the counters. Never throws. */
export class Proxy {
  readonly server: Server;
  readonly #routes: Routes;
  readonly #counters: Counters;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #forward = createProxyServer({ xfwd: true, proxyTimeout: ANSWER_TIMEOUT_MS });
  readonly #upstream = new WeakMap<IncomingMessage, ClientRequest>();
  readonly #cutOff = new WeakSet<IncomingMessage>();

  constructor(routes: Routes, counters: Counters) {
    this.#routes = routes;
    this.#counters = counters;
    this.#forward.on("proxyReq", (upstream, request) => void this.#upstream.set(request, upstream));
    this.#forward.on("proxyRes", (answer, request, response) => {
      // A version that dies in the middle of its answer: the client must see a broken answer, not wait for the rest.
      answer.once("close", () => {
        if (answer.complete || response.destroyed) return;
        this.#cutOff.add(request);
        response.destroy();
      });
    });
    this.#forward.on("econnreset", () => undefined);
    this.server = createServer((request, response) => this.#handle(request, response));
    this.server.keepAliveTimeout = IDLE_TIMEOUT_MS;
  }

  /** Connections that wait for their next request are closed; requests under way are not touched. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
    await closed;
    this.#agent.destroy();
  }

  #handle(request: IncomingMessage, response: ServerResponse): void {
    const pinned = request.headers[PIN_HEADER];
    if (typeof pinned === "string" && !this.#routes.isDeployed(pinned)) {
      reply(response, 503, `${pinned} is not deployed here`);
      return;
    }
    const version = typeof pinned === "string" ? pinned : this.#routes.next();
    if (version === undefined) {
      reply(response, 503, "no version is serving");
      return;
    }
    response.setHeader(SERVED_BY_HEADER, version);
    // Pinned requests are tests, not clients: they must not count for or against a version.
    const ticket =
      pinned === undefined ? this.#counters.begin(version, errorUnit(request, this.#counters.clientHeader)) : undefined;
    if (ticket !== undefined) response.once("close", () => this.#count(ticket, request, response));
    this.#send(version, request, response, true);
  }

  #send(version: string, request: IncomingMessage, response: ServerResponse, mayRepeat: boolean): void {
    const instance = this.#routes.instanceOf(version);
    if (instance?.port === undefined) {
      reply(response, 502, `${version} is not running`);
      return;
    }
    instance.inFlight += 1;
    response.once("close", () => (instance.inFlight -= 1));
    const options = {
      target: { host: "127.0.0.1", port: instance.port, protocol: "http:" },
      agent: mayRepeat ? this.#agent : false,
    };
    this.#forward.web(request, response, options, (error) => {
      if (response.headersSent || response.destroyed) {
        response.destroy();
        return;
      }
      if (mayRepeat && this.#diedIdle(request)) this.#send(version, request, response, false);
      else reply(response, 502, `${version} did not answer: ${error.message}`);
    });
  }

  /** A kept connection that the version closed just as it was used again: nothing was processed, so once more is safe. */
  #diedIdle(request: IncomingMessage): boolean {
    const safe = request.method === "GET" || request.method === "HEAD";
    return safe && this.#upstream.get(request)?.reusedSocket === true;
  }

  #count(ticket: Ticket, request: IncomingMessage, response: ServerResponse): void {
    if (response.writableFinished) {
      this.#counters.end(ticket, response.statusCode >= 500 ? "error" : "ok");
      return;
    }
    // Cut off: by the version, which is its error, or by the client, who may have been tired of waiting.
    this.#counters.end(ticket, this.#cutOff.has(request) ? "error" : "unfinished");
  }
}

function reply(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" });
  response.end(`${text}\n`);
}
