import { z } from "zod";
import type { Problem } from "./problems.ts";
import { configSchema } from "./schema.ts";
import { didYouMean } from "./words.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Every issue as a problem of its own: one for each unknown key, and of a choice only the alternative that was meant. */
export function flattenIssues(issues: readonly Issue[], above: Path = []): readonly Problem[] {
  return issues.flatMap((issue): readonly Problem[] => {
    const path = [...above, ...issue.path];
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(path, key));
    if (issue.code === "invalid_union") return fromUnion(issue.errors, path, issue.message);
    return [{ path, message: issue.message }];
  });
}

function fromUnion(alternatives: readonly (readonly Issue[])[], path: Path, message: string): readonly Problem[] {
  const meant = alternatives
    .filter((issues) => !issues.some((issue) => issue.path.length === 0 && issue.code === "invalid_type"))
    .toSorted((a, b) => a.length - b.length);
  const [first] = meant;
  if (first !== undefined) return flattenIssues(first, path);
  const said = [...new Set(alternatives.flat().map((issue) => issue.message))];
  return [{ path, message: said.join("; or ") || message }];
}

function unknownKey(path: Path, key: string): Problem {
  const known = knownKeys(path);
  const menu = known.length === 0 ? "" : `; known here: ${known.join(", ")}`;
  return { path: [...path, key], key: true, message: `is unknown${didYouMean(key, known) || menu}` };
}

/** The keys that the schema knows at a path; of a choice, those of all alternatives. */
function knownKeys(path: Path): readonly string[] {
  let schemas: readonly unknown[] = [configSchema];
  for (const part of path) schemas = schemas.flatMap(unwrap).flatMap((schema) => child(schema, part));
  return [...new Set(schemas.flatMap(unwrap).flatMap((schema) => shapeOf(schema)))];
}

function shapeOf(schema: unknown): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function child(schema: unknown, part: PropertyKey): readonly unknown[] {
  if (schema instanceof z.ZodArray) return [schema.element];
  if (!(schema instanceof z.ZodObject) || !Object.hasOwn(schema.shape, part)) return [];
  const shape: Readonly<Record<PropertyKey, unknown>> = schema.shape;
  return [shape[part]];
}

/** The schemas under defaults, optionals and unions. */
function unwrap(schema: unknown): readonly unknown[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(unwrap);
  const wraps = schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional;
  return wraps ? unwrap(schema.unwrap()) : [schema];
}
