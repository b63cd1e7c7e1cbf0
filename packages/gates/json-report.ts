import type { z } from "zod";

import type { Read } from "./context.ts";
import { brokenReport } from "./report-file.ts";

/** What a JSON report of this kind is called, and what to do about one that is broken. */
export interface JsonReport<T> {
  readonly schema: z.ZodType<T>;
  /** `SARIF 2.1`, `a JSON report of Playwright`. */
  readonly kind: string;
  readonly whenCut: string;
  readonly whenOther: string;
}

/** A JSON report as its schema has it; a broken one is a reason that people can act on, never a pass. */
export function readJsonReport<T>(text: string, name: string, report: JsonReport<T>): Read<T> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return brokenReport(name, "it is not complete JSON", report.whenCut);
  }
  const parsed = report.schema.safeParse(document);
  if (parsed.success) return { value: parsed.data };
  const issue = parsed.error.issues[0];
  const place = issue === undefined ? "" : ` (${issue.path.join(".")}: ${issue.message})`;
  return brokenReport(name, `it is not ${report.kind}${place}`, report.whenOther);
}
