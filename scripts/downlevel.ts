// Writes a copy of the workflows and of the composite action that act and actionlint understand: node scripts/downlevel.ts FOLDER [--as=OWNER/REPO@REF]
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { isMap, isScalar, isSeq, parseDocument, visit, type Document, type Pair, type YAMLMap } from "yaml";

/** Where `$/…` points in the copy: the checkout itself, or a repository at a ref (`owner/name@ref`). */
export type SelfReference = "checkout" | `${string}/${string}@${string}`;

/** Every key that a workflow or a composite action of ours may have, by the place it stands in. A key that is not here has no rule, and fails. */
const known: Readonly<Record<string, readonly string[]>> = {
  workflow: ["name", "run-name", "on", "permissions", "concurrency", "jobs"],
  job: [
    "name",
    "needs",
    "if",
    "runs-on",
    "timeout-minutes",
    "environment",
    "concurrency",
    "permissions",
    "strategy",
    "outputs",
    "steps",
    "uses",
    "with",
    "secrets",
  ],
  step: ["name", "id", "if", "uses", "with", "env"],
  environment: ["name", "deployment"],
  concurrency: ["group", "cancel-in-progress", "queue"],
  permissions: [
    "actions",
    "checks",
    "contents",
    "deployments",
    "id-token",
    "issues",
    "pull-requests",
    "security-events",
    "statuses",
  ],
  strategy: ["fail-fast", "matrix"],
  action: ["name", "description", "inputs", "outputs", "runs"],
  runs: ["using", "steps"],
  "action step": ["id", "if", "uses", "with"],
};

/** What the copy leaves out, because act and actionlint refuse it: nothing of it changes which job runs. */
const dropped: Readonly<Record<string, readonly string[]>> = {
  environment: ["deployment"],
  concurrency: ["queue"],
};

/**
 * A workflow, or a composite action, as act and actionlint know them: `$/x` becomes `./x` or `owner/name/x@ref`; `queue` and `deployment` go.
 * Nothing else changes. Throws for a key without a rule, so that a new key of GitHub's is decided upon and not lost.
 */
export function downlevel(text: string, self: SelfReference): string {
  const document = parseDocument(text);
  const [problem] = document.errors;
  if (problem !== undefined) throw problem;
  const placeOf = check(document);
  visit(document, {
    Pair: (_, pair, path) => {
      if (keyOf(pair) === "uses" && isScalar(pair.value)) pair.value.value = target(String(pair.value.value), self);
      if ((dropped[placeOf(path)] ?? []).includes(keyOf(pair))) return visit.REMOVE;
      return undefined;
    },
  });
  return document.toString({ lineWidth: 0 });
}

function target(uses: string, self: SelfReference): string {
  if (!uses.startsWith("$/")) return uses;
  const path = uses.slice(2);
  if (self === "checkout") return `./${path}`;
  const [repository, ref] = self.split("@");
  return `${repository}/${path}@${ref}`;
}

/** Which kind of mapping a path ends in, judged by the keys that lead there; "" where every key is allowed. */
type PlaceOf = (path: readonly unknown[]) => string;

function check(document: Document.Parsed): PlaceOf {
  if (!isMap(document.contents)) throw new Error("A workflow is a mapping of keys");
  const placeOf = document.contents.has("runs") ? placeInAction : placeInWorkflow;
  visit(document, {
    Map: (_, map, path) => {
      const place = placeOf([...path, map]);
      const allowed = known[place];
      const unknown = allowed === undefined ? undefined : keysOf(map).find((key) => !allowed.includes(key));
      if (unknown === undefined) return;
      throw new Error(
        `"${unknown}" in ${place} has no rule: say in scripts/downlevel.ts whether act and actionlint know it`,
      );
    },
  });
  return placeOf;
}

function placeInAction(path: readonly unknown[]): string {
  if (!isMap(path.at(-1))) return "";
  const keys = keysTo(path);
  if (keys.length === 0) return "action";
  if (keys.length === 1) return keys[0] === "runs" ? "runs" : "";
  return keys.length === 2 && keys[1] === "steps" && isSeq(path.at(-2)) ? "action step" : "";
}

function keysTo(path: readonly unknown[]): readonly string[] {
  return path.filter((node): node is Pair => isPair(node)).map((pair) => keyOf(pair));
}

function placeInWorkflow(path: readonly unknown[]): string {
  const keys = keysTo(path);
  const [first, , third, ...more] = keys;
  const inMap = isMap(path.at(-1));
  if (!inMap) return "";
  if (keys.length === 0) return "workflow";
  if ((first === "permissions" || first === "concurrency") && keys.length === 1) return first;
  if (first !== "jobs") return "";
  if (keys.length === 2) return "job";
  if (third === "steps" && more.length === 0 && isSeq(path.at(-2))) return "step";
  return more.length === 0 && third !== undefined && third !== "steps" ? third : "";
}

function isPair(node: unknown): node is Pair {
  return typeof node === "object" && node !== null && "key" in node && "value" in node && !isScalar(node);
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : "";
}

function keysOf(map: YAMLMap): readonly string[] {
  return map.items.map((pair) => keyOf(pair));
}

function main(folder: string | undefined, as: string | undefined): void {
  if (folder === undefined) throw new Error("Usage: node scripts/downlevel.ts FOLDER [--as=OWNER/REPO@REF]");
  const self = as === undefined ? "checkout" : selfOf(as.replace(/^--as=/, ""));
  const source = fileURLToPath(new URL("../.github/workflows", import.meta.url));
  const written = join(folder, ".github", "workflows");
  mkdirSync(written, { recursive: true });
  for (const name of readdirSync(source).filter((file) => file.endsWith(".yml"))) {
    writeFileSync(join(written, name), downlevel(readFileSync(join(source, name), "utf8"), self));
    console.log(join(written, name));
  }
  const action = join(folder, "action.yml");
  writeFileSync(
    action,
    downlevel(readFileSync(fileURLToPath(new URL("../action.yml", import.meta.url)), "utf8"), self),
  );
  console.log(action);
}

function selfOf(text: string): SelfReference {
  const [, owner, name, ref] = /^([\w.-]+)\/([\w.-]+)@([\w./-]+)$/.exec(text) ?? [];
  if (owner === undefined || name === undefined || ref === undefined)
    throw new Error(`--as=${text} is no repository at a ref. Example: --as=org/release@v1`);
  return `${owner}/${name}@${ref}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2], process.argv[3]);
