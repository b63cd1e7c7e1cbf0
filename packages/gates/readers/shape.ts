import type { z } from "zod";
import { BrokenReport } from "./broken.ts";

/** A document as its schema has it; another shape breaks the report, with the place. */
export function shaped<T>(schema: z.ZodType<T>, document: unknown, kind: string): T {
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue === undefined ? "" : ` (${issue.path.join(".")}: ${issue.message})`;
  throw new BrokenReport(`it is not ${kind}${place}`, `Write ${kind}, or correct which file is named.`);
}
