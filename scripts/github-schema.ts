import { readFileSync, writeFileSync } from "node:fs";

/**
 * Cuts the operations that the GitHub stand-in serves out of GitHub's published OpenAPI description:
 *   npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz     (in a folder outside the repository)
 *   node scripts/github-schema.ts path/to/package/generated/api.github.com.json
 * The whole package is 385 MB, hence no dependency; the slice is committed.
 */
const OUTPUT = new URL("../packages/testbed/schemas/github.json", import.meta.url);

const wanted = `
users/get-authenticated users/get-by-username rate-limit/get
repos/get repos/get-collaborator-permission-level repos/list-branches repos/get-branch repos/get-branch-protection repos/get-branch-rules
git/get-ref git/list-matching-refs repos/get-commit repos/compare-commits-with-basehead repos/list-pull-requests-associated-with-commit
code-scanning/list-recent-analyses code-scanning/list-alerts-for-repo dependabot/list-alerts-for-repo
checks/list-for-ref checks/create checks/update repos/get-combined-status-for-ref repos/create-commit-status
teams/get-by-name teams/get-membership-for-user-in-org
pulls/list pulls/create pulls/get pulls/update pulls/merge pulls/list-reviews pulls/create-review pulls/request-reviewers pulls/list-requested-reviewers
issues/list-for-repo issues/create issues/get issues/update issues/add-labels issues/list-labels-on-issue
issues/list-comments issues/create-comment issues/get-comment issues/update-comment issues/delete-comment
reactions/create-for-issue-comment reactions/list-for-issue-comment
repos/list-releases repos/create-release repos/get-release repos/get-release-by-tag repos/get-latest-release repos/update-release
repos/list-release-assets repos/upload-release-asset repos/delete-release-asset
repos/list-deployments repos/create-deployment repos/list-deployment-statuses repos/create-deployment-status
repos/get-all-environments repos/get-environment repos/create-or-update-environment
repos/get-all-deployment-protection-rules
actions/get-workflow-run actions/get-reviews-for-run repos/create-dispatch-event
`
  .trim()
  .split(/\s+/);

type Json = { readonly [key: string]: unknown };

/** The words of JSON Schema that decide validity; prose and examples are dropped. */
const kept = new Set(
  "type required enum format minimum maximum minLength maxLength pattern minItems maxItems minProperties maxProperties uniqueItems".split(
    " ",
  ),
);
const checkedFormats = new Set(["date-time", "date", "uri", "email"]);

function schemaMap(map: Json): Json {
  return Object.fromEntries(Object.entries(map).map(([name, schema]) => [name, slim(schema as Json)]));
}

function slimWord(word: string, value: unknown): readonly [string, unknown] | undefined {
  if (word === "$ref") return [word, String(value).replace("#/components/schemas/", "#/definitions/")];
  if (word === "format") return checkedFormats.has(String(value)) ? [word, value] : undefined;
  if (kept.has(word)) return [word, value];
  if (word === "properties") return [word, schemaMap(value as Json)];
  if (word === "items" || word === "not") return [word, slim(value as Json)];
  if (word === "additionalProperties") return [word, typeof value === "object" ? slim(value as Json) : value];
  // Several of GitHub's alternatives overlap, so that "exactly one" would refuse its own answers.
  if (word === "anyOf" || word === "oneOf") return ["anyOf", (value as Json[]).map(slim)];
  return word === "allOf" ? [word, (value as Json[]).map(slim)] : undefined;
}

/** The schema without prose, and with OpenAPI 3.0's `nullable` said in JSON Schema. */
function slim(schema: Json): Json {
  const words = Object.entries(schema).flatMap(([word, value]) => {
    const slimmed = slimWord(word, value);
    return slimmed === undefined ? [] : [slimmed];
  });
  // Addresses that default to "" are no addresses then.
  const meant = schema["default"] === "" ? words.filter(([word]) => word !== "format") : words;
  const plain: Json = Object.fromEntries(meant);
  if (schema["nullable"] !== true) return plain;
  return { anyOf: [{ type: "null" }, plain] };
}

const source = process.argv[2];
if (source === undefined)
  throw new Error("Say where the description is: node scripts/github-schema.ts generated/api.github.com.json");
const api = JSON.parse(readFileSync(source, "utf8")) as Json;

function follow(value: Json): Json {
  const reference = value["$ref"];
  if (typeof reference !== "string") return value;
  let target: unknown = api;
  for (const part of reference.slice(2).split("/")) target = (target as Json)[part.replaceAll("~1", "/")];
  return follow(target as Json);
}

function bodySchema(holder: Json): Json | undefined {
  const content = follow(holder)["content"] as Json | undefined;
  const json = content?.["application/json"] as Json | undefined;
  return json?.["schema"] === undefined ? undefined : slim(json["schema"] as Json);
}

function operation(method: string, path: string, item: Json, shared: readonly Json[]): Json {
  const parameters = [...shared, ...((item["parameters"] ?? []) as Json[])].map(follow);
  const request = item["requestBody"] as Json | undefined;
  const schema = request === undefined ? undefined : bodySchema(request);
  return {
    id: item["operationId"],
    method: method.toUpperCase(),
    path,
    parameters: parameters.map((parameter) => ({
      name: parameter["name"],
      in: parameter["in"],
      required: parameter["required"] === true,
      schema: slim(parameter["schema"] as Json),
    })),
    ...(schema === undefined ? {} : { body: { required: request?.["required"] === true, schema } }),
    responses: Object.fromEntries(
      Object.entries(item["responses"] as Json).map(([status, response]) => [
        status,
        bodySchema(response as Json) ?? false,
      ]),
    ),
  };
}

const operations = Object.entries(api["paths"] as Record<string, Json>).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, item]) => wanted.includes(String((item as Json)["operationId"])))
    .map(([method, item]) => operation(method, path, item as Json, (methods["parameters"] ?? []) as Json[])),
);
const missing = wanted.filter((id) => !operations.some((found) => found["id"] === id));
if (missing.length > 0) throw new Error(`Not in the description: ${missing.join(", ")}`);

const schemas = (api["components"] as Json)["schemas"] as Record<string, Json>;
const definitions: Record<string, Json> = {};
const waiting: unknown[] = [operations, { $ref: "#/definitions/basic-error" }];
while (waiting.length > 0) {
  for (const [, name] of JSON.stringify(waiting.pop()).matchAll(/"#\/definitions\/([^"]+)"/g)) {
    if (name === undefined || definitions[name] !== undefined) continue;
    definitions[name] = slim(schemas[name] ?? {});
    waiting.push(definitions[name]);
  }
}
const text = JSON.stringify({
  source: `@octokit/openapi 23.0.2, ${(api["info"] as Json)["version"] as string}`,
  operations,
  definitions,
});
writeFileSync(OUTPUT, `${text}\n`);
process.stdout.write(
  `${operations.length} operations, ${Object.keys(definitions).length} definitions, ${text.length} bytes\n`,
);
