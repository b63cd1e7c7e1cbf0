import { Refusal, type Answer } from "./answer.ts";
import type { Scene } from "./call.ts";
import type { Contract, Match } from "./contract.ts";
import { demand, findRepository, findUserOf, refuseReadOnly } from "./identity.ts";
import type { Counters } from "./report.ts";
import { handlers, levelFor } from "./rest/operations.ts";
import type { Repository, User } from "./world.ts";

/** A request with its body read. */
export interface ApiRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  /** The connection broke while its body was sent. */
  readonly isCut: boolean;
}

/** Who asks without a token; may read what is public. */
const nobody: User = { id: 0, login: "", name: "", email: "", type: "User", tokens: [], seesTeams: false };

function headerOf(request: ApiRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function parseBody(request: ApiRequest): unknown {
  if (request.bytes.length === 0) return undefined;
  try {
    return JSON.parse(request.bytes.toString()) as unknown;
  } catch {
    throw new Refusal(400, "Problems parsing JSON");
  }
}

/** REST: finds the operation, checks identity, role and GitHub's description, and lets a handler answer. */
export class Rest {
  readonly #contract: Contract;
  readonly #counters: Counters;

  constructor(contract: Contract, counters: Counters) {
    this.#contract = contract;
    this.#counters = counters;
  }

  /** The answer to a request, itself checked against GitHub's description. */
  async answer(scene: Scene, request: ApiRequest): Promise<Answer> {
    const match = this.#contract.find(request.method, request.url.pathname);
    if (match === undefined) {
      this.#counters.unknown(`${request.method} ${request.url.pathname}`);
      return new Refusal(404, `The GitHub stand-in does not serve ${request.method} ${request.url.pathname}`).answer();
    }
    this.#counters.call(match.operation.id);
    const answer = await this.#refusable(async () => this.#serve(scene, request, match));
    const errors = this.#contract.answerFaults(match.operation, answer.status, answer.body);
    if (errors.length === 0) return answer;
    this.#counters.badAnswer(match.operation.id, errors);
    const body = {
      message: `The stand-in's own answer to ${match.operation.id} is not GitHub's`,
      errors,
      answer: answer.body,
    };
    return { status: 500, body };
  }

  async #refusable(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (thrown) {
      if (thrown instanceof Refusal) return thrown.answer();
      throw thrown;
    }
  }

  async #serve(scene: Scene, request: ApiRequest, { operation, path }: Match): Promise<Answer> {
    const authorization = headerOf(request, "authorization");
    const user = findUserOf(scene.world, authorization);
    if (request.method !== "GET") refuseReadOnly(user, authorization);
    const repository = this.#authorised(scene, user, path, levelFor(operation.id, operation.method));
    const parameters: Record<string, unknown> = { ...Object.fromEntries(request.url.searchParams), ...path };
    const upload = operation.id === "repos/upload-release-asset";
    const body = upload ? undefined : parseBody(request);
    const errors = [
      ...this.#contract.parameterFaults(operation, parameters),
      ...this.#contract.bodyFaults(operation, body),
    ];
    this.#counters.ignored(operation.id, this.#contract.unknownNames(operation, request.url.searchParams.keys(), body));
    if (errors.length > 0) {
      this.#counters.badRequest(operation.id, errors);
      const reasons = errors.map(
        ({ instancePath, message }) => `${instancePath.slice(1) || "request"} ${message ?? "is wrong"}`,
      );
      throw new Refusal(422, `Invalid request.\n\n${reasons.join("\n")}`);
    }
    const handler = handlers[operation.id];
    if (handler === undefined) throw new Error(`No handler for ${operation.id}`);
    return handler({
      scene,
      user: user ?? nobody,
      // Handlers of operations outside repositories never look at it.
      repository: repository as Repository,
      git: repository === undefined ? "" : scene.git(repository),
      parameters,
      body,
      bytes: request.bytes,
      isCut: request.isCut,
      contentType: headerOf(request, "content-type") ?? "application/octet-stream",
      url: request.url.href,
    });
  }

  #authorised(
    scene: Scene,
    user: User | undefined,
    path: Match["path"],
    level: Parameters<typeof demand>[2],
  ): Repository | undefined {
    const { owner, repo } = path;
    if (owner === undefined || repo === undefined) {
      if (user === undefined) throw new Refusal(401, "Requires authentication");
      return undefined;
    }
    const repository = findRepository(scene.world, owner, repo);
    if (repository === undefined) throw new Refusal(404, "Not Found");
    demand(repository, user, level);
    return repository;
  }
}
