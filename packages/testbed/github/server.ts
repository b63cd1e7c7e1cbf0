import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Answer } from "./answer.ts";
import { Scene } from "./call.ts";
import { mergeWhatMay } from "./auto-merge.ts";
import { AdminApi } from "./admin-api.ts";
import { loadContract } from "./contract.ts";
import { Faults } from "./faults.ts";
import { admit, findGitRequest, GitRefusal, runBackend, type Backend, type GitRequest } from "./git-http.ts";
import { findUserOf } from "./identity.ts";
import { followRefs } from "./pull-refs.ts";
import { openBudget } from "./rate-limit.ts";
import { conditional, encode, playFault, readBytes, send, writeHead, type Reply } from "./reply.ts";
import { Counters } from "./report.ts";
import { Rest } from "./rest.ts";
import { Store } from "./store.ts";
import { Turns } from "./turns.ts";
import type { World } from "./world.ts";

export interface ServerOptions {
  /** Where everything lies; a server started there again goes on where the last one ended. */
  readonly dataDirectory: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The machine's time, which the stand-in's clock is an offset to. */
  readonly realMs: () => number;
}

/** GitHub, small and honest: REST, GraphQL and git over HTTP on one port of 127.0.0.1. */
export class GitHubServer {
  readonly #options: ServerOptions;
  readonly #store: Store;
  readonly #turns = new Turns();
  readonly #counters = new Counters();
  readonly #faults = new Faults();
  readonly #rest: Rest;
  readonly #admin: AdminApi;
  readonly #http: Server;
  #world: World;
  #url = "";

  constructor(options: ServerOptions) {
    this.#options = options;
    this.#store = new Store(options.dataDirectory);
    this.#world = this.#store.load();
    this.#rest = new Rest(loadContract(), this.#counters);
    this.#admin = new AdminApi({
      scene: () => this.#scene(),
      realMs: options.realMs,
      counters: this.#counters,
      faults: this.#faults,
      snapshot: (directory) => this.#store.snapshot(directory),
      restore: (directory) => {
        this.#world = this.#store.restore(directory);
      },
    });
    this.#http = createServer((request, response) => {
      this.#handle(request, response).catch((thrown: unknown) => this.#fail(response, thrown));
    });
    // A "timeout" fault and a long poll may hold a connection for as long as they like.
    this.#http.requestTimeout = 0;
  }

  /** Begins to serve; resolves with the address. */
  async start(): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#http.once("error", reject);
      this.#http.listen(this.#options.port, "127.0.0.1", resolve);
    });
    this.#url = `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
    return this.#url;
  }

  /** Stops serving; what was answered is on disk. */
  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#http.close(() => resolve());
      this.#http.closeAllConnections();
    });
    await this.#turns.still(async () => this.#store.save(this.#world));
  }

  #scene(): Scene {
    return new Scene(this.#world, this.#store.directory, this.#url, this.#options.realMs);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.#url);
    if (url.pathname.startsWith("/_standin/")) {
      send(response, encode(await this.#administer(request, url)), this.#scene().nowMs());
      return;
    }
    const git = findGitRequest(url);
    const strike = this.#faults.take({
      method: request.method ?? "GET",
      path: url.pathname + url.search,
      git: git !== undefined,
    });
    if (strike.delayMs > 0) await pause(strike.delayMs);
    const isUpload = url.searchParams.has("name") && url.pathname.endsWith("/assets");
    if (strike.action !== undefined && (strike.applied === "before" || (strike.applied === "during" && !isUpload))) {
      request.resume();
      playFault(response, strike.action, undefined, this.#scene().nowMs());
      return;
    }
    if (git !== undefined && strike.action === undefined) {
      await this.#git(git, request, response);
      return;
    }
    const isCut = strike.applied === "during";
    const reply = git === undefined ? await this.#api(request, url, isCut) : await this.#collectGit(git, request);
    if (strike.action === undefined) send(response, reply, this.#scene().nowMs());
    else playFault(response, strike.action, reply, this.#scene().nowMs());
  }

  async #administer(request: IncomingMessage, url: URL): Promise<Answer> {
    const bytes = await readBytes(request);
    const work = async (): Promise<Answer> => {
      const answer = await this.#admin.answer(request.method ?? "GET", url.pathname, bytes);
      if (!url.pathname.endsWith("/snapshot")) await mergeWhatMay(this.#scene());
      await this.#store.save(this.#world);
      return answer;
    };
    const copies = url.pathname.endsWith("/snapshot") || url.pathname.endsWith("/restore");
    return copies ? this.#turns.still(work) : this.#turns.alone(work);
  }

  async #api(request: IncomingMessage, url: URL, isCut: boolean): Promise<Reply> {
    const bytes = await readBytes(request);
    return this.#turns.alone(async () => {
      const scene = this.#scene();
      const graphql = url.pathname === "/graphql";
      const budget = openBudget(scene, this.#loginOf(scene, request), graphql ? "graphql" : "core");
      const free = url.pathname === "/rate_limit";
      if (budget.refusal !== undefined && !free) return withHeaders(encode(budget.refusal), budget.headers);
      const asked = { method: request.method ?? "GET", url, headers: request.headers, bytes, isCut };
      const answer = graphql ? await this.#graphql(scene, request, bytes) : await this.#rest.answer(scene, asked);
      const reply = conditional(encode(answer), request);
      if (reply.status === 304) this.#counters.notModified();
      const headers = reply.status === 304 || free ? budget.headers : budget.spend();
      if (request.method !== "GET") await mergeWhatMay(scene);
      await this.#store.save(this.#world);
      return withHeaders(reply, headers);
    });
  }

  async #graphql(scene: Scene, request: IncomingMessage, bytes: Buffer): Promise<Answer> {
    // The schema takes a while to build: only who asks for it waits.
    const { answerGraphql } = await import("./graphql.ts");
    this.#counters.call("graphql");
    return answerGraphql(scene, request.headers.authorization, bytes);
  }

  #loginOf(scene: Scene, request: IncomingMessage): string {
    try {
      return findUserOf(scene.world, request.headers.authorization)?.login ?? "";
    } catch {
      return "";
    }
  }

  async #git(asked: GitRequest, request: IncomingMessage, response: ServerResponse): Promise<void> {
    await this.#inGitTurn(
      asked,
      request,
      async (backend) => {
        writeHead(response, backend.status, backend.headers, this.#scene().nowMs());
        backend.body.pipe(response, { end: false });
        // A client that hangs up must not leave git waiting for a reader.
        response.on("close", () => backend.body.resume());
        await backend.ended;
      },
      (refusal) => send(response, refusal, this.#scene().nowMs()),
    );
    response.end();
  }

  async #collectGit(asked: GitRequest, request: IncomingMessage): Promise<Reply> {
    let reply: Reply | undefined;
    await this.#inGitTurn(
      asked,
      request,
      async (backend) => {
        const chunks: Buffer[] = [];
        for await (const chunk of backend.body) chunks.push(chunk as Buffer);
        await backend.ended;
        reply = { status: backend.status, headers: backend.headers, body: Buffer.concat(chunks) };
      },
      (refusal) => {
        reply = refusal;
      },
    );
    return reply ?? { status: 500, headers: {}, body: Buffer.alloc(0) };
  }

  /** A push is a turn of its own and moves pull requests along; everything else runs beside. */
  async #inGitTurn(
    asked: GitRequest,
    request: IncomingMessage,
    answer: (backend: Backend) => Promise<void>,
    refuse: (refusal: Reply) => void,
  ): Promise<void> {
    this.#counters.gitRequest(asked.rest === "info/refs" ? `info/refs ${asked.service}` : asked.service);
    const scene = this.#scene();
    const work = async (): Promise<void> => {
      try {
        const admitted = admit(scene, asked, request.headers.authorization);
        await answer(await runBackend(scene, asked, request, admitted));
        if (asked.rest !== "git-receive-pack") return;
        admitted.repository.pushedAt = scene.now();
        await followRefs(scene, admitted.repository, admitted.user?.login ?? "");
        await this.#store.save(this.#world);
      } catch (thrown) {
        if (!(thrown instanceof GitRefusal)) throw thrown;
        request.resume();
        const challenge: Readonly<Record<string, string>> =
          thrown.status === 401 ? { "www-authenticate": 'Basic realm="GitHub"' } : {};
        refuse({
          status: thrown.status,
          headers: { "content-type": "text/plain; charset=utf-8", ...challenge },
          body: Buffer.from(`${thrown.message}\n`),
        });
      }
    };
    await (asked.rest === "git-receive-pack" ? this.#turns.alone(work) : this.#turns.beside(work));
  }

  #fail(response: ServerResponse, thrown: unknown): void {
    const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    this.#counters.badAnswer("defect", [message]);
    if (response.headersSent) response.socket?.destroy();
    else
      send(
        response,
        encode({ status: 500, body: { message: `Defect of the GitHub stand-in: ${message}` } }),
        this.#scene().nowMs(),
      );
  }
}

function withHeaders(reply: Reply, headers: Readonly<Record<string, string>>): Reply {
  return { ...reply, headers: { ...reply.headers, ...headers } };
}
