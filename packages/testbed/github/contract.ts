import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import formats from "ajv-formats";

type Schema = { readonly [key: string]: unknown };

/** One operation of GitHub's published description, as `scripts/github-schema.ts` cut it out. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: "path" | "query" | "header";
    readonly required: boolean;
    readonly schema: Schema;
  }[];
  readonly body?: { readonly required: boolean; readonly schema: Schema };
  /** By status; `false` is an answer without a described body. */
  readonly responses: Readonly<Record<string, Schema | false>>;
}

interface Slice {
  readonly source: string;
  readonly operations: readonly Operation[];
  readonly definitions: Readonly<Record<string, Schema>>;
}

/** An operation found for a request, with the decoded parts of its path. */
export interface Match {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
}

/** Each schema is compiled when it is first needed and used a few times: a definition once for all, and nothing polished. */
const settings = {
  strict: false,
  allErrors: true,
  validateSchema: false,
  inlineRefs: false,
  code: { optimize: false },
} as const;

/** Parts of a path that may contain slashes, as GitHub takes them unescaped too. */
const wide = new Set(["ref", "branch", "basehead", "tag"]);

function pattern(path: string): RegExp {
  const source = path.replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${wide.has(name) ? ".+" : "[^/]+"})`);
  return new RegExp(`^${source}$`);
}

function literals(path: string): number {
  return path.split("/").filter((part) => !part.startsWith("{")).length;
}

/** GitHub's own description of the operations we serve: finds the one a request means and judges requests and answers by it. */
export class Contract {
  readonly source: string;
  readonly operations: readonly Operation[];
  readonly #routes: readonly { readonly operation: Operation; readonly pattern: RegExp }[];
  readonly #definitions: Slice["definitions"];
  readonly #strict: Ajv;
  readonly #coercing: Ajv;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(slice: Slice) {
    this.source = slice.source;
    this.operations = slice.operations;
    this.#definitions = slice.definitions;
    // The most literal path first: `commits/{ref}/status` before `commits/{ref}`.
    this.#routes = slice.operations
      .toSorted((a, b) => literals(b.path) - literals(a.path))
      .map((operation) => ({ operation, pattern: pattern(operation.path) }));
    this.#strict = new Ajv(settings);
    this.#coercing = new Ajv({ ...settings, coerceTypes: true });
    for (const ajv of [this.#strict, this.#coercing]) {
      formats.default(ajv);
      ajv.addSchema({ $id: "github", definitions: this.#definitions });
    }
  }

  /** The operation that serves this request. */
  find(method: string, path: string): Match | undefined {
    for (const route of this.#routes) {
      if (route.operation.method !== method) continue;
      const found = route.pattern.exec(path);
      if (found === null) continue;
      const decoded = Object.entries(found.groups ?? {}).map(
        ([name, value]) => [name, decodeURIComponent(value)] as const,
      );
      return { operation: route.operation, path: Object.fromEntries(decoded) };
    }
    return undefined;
  }

  /** What is wrong with the path and query; numbers and booleans in `values` are converted in place. */
  parameterFaults(operation: Operation, values: Record<string, unknown>): readonly ErrorObject[] {
    const { parameters } = operation;
    const schema = {
      type: "object",
      properties: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.schema])),
      required: parameters
        .filter((parameter) => parameter.required && parameter.in !== "header")
        .map(({ name }) => name),
    };
    return this.#check(this.#coercing, `${operation.id} parameters`, schema, values);
  }

  /** What is wrong with the body of a request. */
  bodyFaults(operation: Operation, body: unknown): readonly ErrorObject[] {
    if (operation.body === undefined) return [];
    if (body === undefined && !operation.body.required) return [];
    return this.#check(this.#strict, `${operation.id} body`, operation.body.schema, body ?? {});
  }

  /** The names that the description does not know: GitHub ignores them, we count them. */
  unknownNames(operation: Operation, query: Iterable<string>, body: unknown): readonly string[] {
    const known = new Set(operation.parameters.map(({ name }) => name));
    const schema = operation.body?.schema;
    const properties = JSON.stringify(schema ?? {});
    const fields = typeof body === "object" && body !== null && !Array.isArray(body) ? Object.keys(body) : [];
    return [
      ...[...query].filter((name) => !known.has(name)),
      ...fields.filter((name) => schema !== undefined && !properties.includes(`"${name}":`)),
    ];
  }

  /** What is wrong with an answer of the stand-in itself. */
  answerFaults(operation: Operation, status: number, body: unknown): readonly (ErrorObject | string)[] {
    const described = operation.responses[String(status)];
    if (status === 204 || status === 304) return body === undefined ? [] : [`a ${status} has no body`];
    if (status >= 400) {
      const schema = described === undefined || described === false ? { $ref: "#/definitions/basic-error" } : described;
      return this.#check(this.#strict, `${operation.id} ${status}`, schema, body);
    }
    if (described === undefined)
      return [`status ${status} is not described; described are ${Object.keys(operation.responses).join(", ")}`];
    return described === false ? [] : this.#check(this.#strict, `${operation.id} ${status}`, described, body);
  }

  #check(ajv: Ajv, key: string, schema: Schema, value: unknown): readonly ErrorObject[] {
    let validate = this.#compiled.get(key);
    if (validate === undefined) {
      validate = ajv.compile(absolute(schema));
      this.#compiled.set(key, validate);
    }
    return validate(value) ? [] : [...(validate.errors ?? [])];
  }
}

function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/definitions/', '"github#/definitions/')) as Schema;
}

/** The description forgets the state that its own prose tells of: what an upload leaves that broke off. */
const starter = ['"enum":["uploaded","open"]', '"enum":["uploaded","open","starter"]'] as const;

let loaded: Contract | undefined;

/** The committed slice, read once: what one stand-in of this process compiled, the others need not. */
export function loadContract(): Contract {
  const file = new URL("../schemas/github.json", import.meta.url);
  loaded ??= new Contract(JSON.parse(readFileSync(file, "utf8").replace(...starter)) as Slice);
  return loaded;
}
