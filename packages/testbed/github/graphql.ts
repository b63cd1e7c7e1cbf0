import { readFileSync } from "node:fs";
import {
  buildSchema,
  defaultFieldResolver,
  execute,
  GraphQLError,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from "graphql";
import { Refusal, type Answer } from "./answer.ts";
import type { Scene } from "./call.ts";
import { mutations } from "./graph/mutations.ts";
import { queries } from "./graph/queries.ts";
import { findUserOf, refuseReadOnly } from "./identity.ts";

/** GitHub's published schema, whole; building it takes a quarter of a second, so it is built once. */
let built: GraphQLSchema | undefined;

function schema(): GraphQLSchema {
  // The package's own door parses a second copy of 5 MB; the text lies beside it.
  const file = new URL("schema.graphql", import.meta.resolve("@octokit/graphql-schema"));
  built ??= buildSchema(readFileSync(file, "utf8"), { assumeValidSDL: true, assumeValid: true, noLocation: true });
  return built;
}

/** A field that we do not serve fails loudly; GitHub's schema alone would let it be null. */
const onlyServed: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  const served = typeof source === "object" && source !== null && info.fieldName in source;
  if (!served) throw new GraphQLError(`The GitHub stand-in does not serve ${info.parentType.name}.${info.fieldName}`);
  return defaultFieldResolver(source, args, context, info);
};

interface Question {
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

function readQuestion(bytes: Buffer): Question {
  try {
    return JSON.parse(bytes.toString()) as Question;
  } catch {
    throw new Refusal(400, "Problems parsing JSON");
  }
}

/** GitHub says the kind of an error beside its message. */
function formatted(error: GraphQLError): GraphQLFormattedError & { readonly type?: string } {
  const refusal = error.originalError instanceof Refusal ? error.originalError : undefined;
  const types: Readonly<Record<number, string>> = {
    403: "FORBIDDEN",
    404: "NOT_FOUND",
    409: "STALE_DATA",
    422: "UNPROCESSABLE",
  };
  const type = refusal === undefined ? undefined : types[refusal.status];
  const { message, locations, path } = error.toJSON();
  return {
    message,
    ...(type === undefined ? {} : { type }),
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
  };
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (thrown) {
    if (thrown instanceof GraphQLError) return thrown;
    throw thrown;
  }
}

function readOnlyRefusal(...asker: Parameters<typeof refuseReadOnly>): GraphQLError | undefined {
  try {
    refuseReadOnly(...asker);
    return undefined;
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown;
    return new GraphQLError(thrown.message, { originalError: thrown });
  }
}

function writes({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (definition) => "operation" in definition && definition.operation === OperationTypeNode.MUTATION,
  );
}

/** Answers a GraphQL request as GitHub does: 200 with `data`, `errors` or both; 401 without a valid token. */
export async function answerGraphql(scene: Scene, authorization: string | undefined, bytes: Buffer): Promise<Answer> {
  try {
    const user = findUserOf(scene.world, authorization);
    if (user === undefined) throw new Refusal(401, "This endpoint requires you to be authenticated.");
    const { query = "", variables = {}, operationName } = readQuestion(bytes);
    const document = parsed(query);
    if (document instanceof GraphQLError) return { status: 200, body: { errors: [formatted(document)] } };
    const mistakes = validate(schema(), document);
    if (mistakes.length > 0) return { status: 200, body: { errors: mistakes.map(formatted) } };
    const refusal = writes(document) ? readOnlyRefusal(user, authorization) : undefined;
    if (refusal !== undefined) return { status: 200, body: { data: {}, errors: [formatted(refusal)] } };
    const result = await execute({
      schema: schema(),
      document,
      rootValue: { ...queries({ scene, user }), ...mutations({ scene, user }) },
      variableValues: variables,
      operationName: operationName ?? null,
      fieldResolver: onlyServed,
    });
    const { data, errors } = result;
    return {
      status: 200,
      body: {
        ...(data === undefined ? {} : { data }),
        ...(errors === undefined ? {} : { errors: errors.map(formatted) }),
      },
    };
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.answer();
    throw thrown;
  }
}
